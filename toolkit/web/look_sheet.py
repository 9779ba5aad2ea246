"""Makes the style sheet of one municipality out of checked values (R6); nothing else can stand in it.

Whatever colour somebody chooses, its steps are made exactly as light as ours, so every pair that can
be read in our colours can be read in theirs, in the light and in the dark.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from types import MappingProxyType

from toolkit.domain.colour import as_light_as, lightness
from toolkit.domain.look import Look, Part

# How light the steps of our own colour are; a test holds them against the palette.
LIGHT: Mapping[int, float] = MappingProxyType(
    {50: 0.9019, 100: 0.8162, 200: 0.7022, 300: 0.4614, 400: 0.1393, 500: 0.12}
)
DARK: Mapping[int, float] = MappingProxyType(
    {50: 0.0214, 100: 0.0347, 200: 0.0598, 300: 0.1412, 400: 0.4334, 500: 0.5798}
    | {600: 0.7018, 700: 0.837}
)
DARKEST_HEADING = 0.75
# A step further on is so much darker.
DEEPER = {600: 0.6, 700: 0.35}
_OWN_FAMILY = '"Source Sans 3", system-ui, sans-serif'
_HEADER = ".utrecht-page-header"
_SCREEN_IN_THE_DARK = "@media screen and (prefers-color-scheme: dark)"


def look_sheet(look: Look) -> str:
    """Return the style sheet; the empty text when nothing was chosen."""
    light, dark = list(_light(look.values)), list(_dark(look.values))
    if not light:
        return ""
    sheet = f".voorbeeld-theme {{\n{_lines(light)}}}\n"
    if Part.ACCENT in look.values:
        accent = look.values[Part.ACCENT]
        sheet += f"{_HEADER} {{ border-block-start-color: {accent} }}\n"
    if not dark:
        return sheet
    line = f"{_HEADER} {{ border-block-start-color: var(--voorbeeld-kleuren-violet-400) }}\n"
    return f"{sheet}{_SCREEN_IN_THE_DARK} {{\n.voorbeeld-theme {{\n{_lines(dark)}}}\n{line}}}\n"


def sheet_mark(look: Look) -> str:
    """Return a short hash of the style sheet; the empty text when there is none."""
    sheet = look_sheet(look)
    return sha256(sheet.encode()).hexdigest()[:16] if sheet else ""


def logo_mark(look: Look) -> str:
    """Return a short hash of the logo; the empty text when there is none."""
    return look.logo_hash[:16]


def steps(colour: str) -> tuple[Mapping[int, str], Mapping[int, str]]:
    """Return the steps of a colour in the light and in the dark."""
    tints = {step: as_light_as(colour, LIGHT[step]) for step in (50, 100, 200, 300, 400)}
    text = min(lightness(colour), LIGHT[500])
    deep = {step: as_light_as(colour, text * part) for step, part in DEEPER.items()}
    light = {**tints, 500: as_light_as(colour, text), **deep}
    return light, {step: as_light_as(colour, wanted) for step, wanted in DARK.items()}


def _light(values: Mapping[Part, str]) -> Iterator[tuple[str, str]]:
    accent, link = values.get(Part.ACCENT), values.get(Part.LINK)
    if accent:
        yield from _hue("violet", steps(accent)[0])
        yield "utrecht-button-primary-action-background-color", accent
        yield "utrecht-button-primary-action-color", values.get(Part.ON_ACCENT, "#ffffff")
    if link:
        yield from _hue("blauw", steps(link)[0])
    if Part.HEADING in values:
        yield "basis-heading-color", steps(values[Part.HEADING])[0][500]
    if Part.BUTTON_CORNER in values:
        yield "utrecht-button-border-radius", values[Part.BUTTON_CORNER]
    if Part.FIELD_CORNER in values:
        yield "basis-form-control-border-radius", values[Part.FIELD_CORNER]
    if Part.FAMILY in values:
        yield "basis-text-font-family-default", f"{values[Part.FAMILY]}, {_OWN_FAMILY}"


def _dark(values: Mapping[Part, str]) -> Iterator[tuple[str, str]]:
    accent, link = values.get(Part.ACCENT), values.get(Part.LINK)
    if accent:
        dark = steps(accent)[1]
        yield from _hue("violet", dark)
        yield "utrecht-button-primary-action-background-color", dark[500]
        yield "utrecht-button-primary-action-color", "var(--voorbeeld-kleuren-wit)"
    if link:
        yield from _hue("blauw", steps(link)[1])
    if Part.HEADING in values:
        yield "basis-heading-color", as_light_as(values[Part.HEADING], DARKEST_HEADING)


def _hue(name: str, colours: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    return ((f"voorbeeld-kleuren-{name}-{step}", colour) for step, colour in colours.items())


def _lines(values: list[tuple[str, str]]) -> str:
    return "".join(f"  --{name}: {value};\n" for name, value in values)

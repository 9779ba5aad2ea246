"""How a municipality looks: logo, one colour, a few of its design tokens, headings of letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from toolkit.domain.colour import ENOUGH, WHITE, colour, contrast, readable

if TYPE_CHECKING:
    from toolkit.domain.letter_headings import Headings

MOST_PIXELS, MOST_REM = 24, 1.5
# What stands on nearly every computer: nothing is fetched, and no file of a font is taken.
_NAMES = (
    *("Arial", "Calibri", "Cambria", "Georgia", "Helvetica", "Roboto", "Segoe UI"),
    *("Source Sans 3", "Tahoma", "Times New Roman", "Trebuchet MS", "Verdana"),
    *("sans-serif", "serif", "system-ui"),
)
FAMILIES: Mapping[str, str] = MappingProxyType(
    {name.lower(): f'"{name}"' if " " in name else name for name in _NAMES}
)
_SIZE = re.compile(r"([0-9]{1,2}(?:\.[0-9]{1,3})?)(px|rem)", re.ASCII)


class Part(StrEnum):
    """What of its look a municipality may choose; nothing else reaches a style sheet."""

    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    LINK = "link"
    HEADING = "heading"
    BUTTON_CORNER = "button_corner"
    FIELD_CORNER = "field_corner"
    FAMILY = "family"


class Unfit(ValueError):
    """A value that a look cannot have.

    ``reason`` is ``colour``, ``size``, ``family``, or ``faint``: then ``apart`` says how far it
    stands apart from white, and ``instead`` what would do. For ``faint_text`` that is measured
    against the button that the text stands on.
    """

    def __init__(self, reason: str, *, apart: float = 0, instead: str = "") -> None:
        super().__init__(reason)
        self.reason, self.apart, self.instead = reason, apart, instead


@dataclass(frozen=True, slots=True)
class Look:
    """Checked values by part, the logo as PNG with its hash, headings; without any it is ours."""

    values: Mapping[Part, str] = field(default_factory=dict)
    logo: bytes = b""
    logo_hash: str = ""
    headings: Headings = field(default_factory=dict)

    @property
    def accent(self) -> str:
        """The one colour that documents take over too."""
        return self.values.get(Part.ACCENT, "")


PLAIN = Look()


def fitting(part: Part, value: str, accent: str = "") -> str:
    """Return a value as it may stand in a style sheet; raise `Unfit`.

    The text on a button is measured against ``accent``, every other colour against white.
    """
    if part is Part.ON_ACCENT:
        return _readable_on(_colour(value), accent)
    return _KINDS[part](value)


def sound(values: Mapping[str, object]) -> Mapping[Part, str]:
    """Return of kept values those that may stand in a style sheet, whoever wrote them down."""
    found: dict[Part, str] = {}
    for part in Part:
        try:
            found[part] = fitting(part, str(values[part]), found.get(Part.ACCENT, ""))
        except (KeyError, Unfit):
            continue
    return found


def _colour(value: str) -> str:
    try:
        return colour(value)
    except ValueError:
        raise Unfit("colour") from None


def _dark(value: str) -> str:
    """Return a colour that can be read on white, and white on it."""
    known = _colour(value)
    apart = contrast(known, WHITE)
    if apart < ENOUGH:
        raise Unfit("faint", apart=apart, instead=readable(known))
    return known


def _readable_on(known: str, accent: str) -> str:
    apart = contrast(known, accent or WHITE)
    if apart < ENOUGH:
        raise Unfit("faint_text", apart=apart, instead=WHITE)
    return known


def _corner(value: str) -> str:
    found = _SIZE.fullmatch(value.strip())
    if found is None or float(found[1]) > (MOST_PIXELS if found[2] == "px" else MOST_REM):
        raise Unfit("size")
    return f"{float(found[1]):g}{found[2]}"


def _family(value: str) -> str:
    """Return the typefaces that we know by name, in their order; the others are on no computer."""
    named = (name.strip().strip("'\"").strip().lower() for name in value[:500].split(","))
    known = list(dict.fromkeys(FAMILIES[name] for name in named if name in FAMILIES))
    if not known:
        raise Unfit("family")
    return ", ".join(known)


_KINDS: Mapping[Part, Callable[[str], str]] = {
    Part.ACCENT: _dark,
    Part.LINK: _dark,
    Part.HEADING: _dark,
    Part.BUTTON_CORNER: _corner,
    Part.FIELD_CORNER: _corner,
    Part.FAMILY: _family,
}

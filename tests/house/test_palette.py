"""Text on the colours of a page can be read, in the light and in the dark."""

import re
from itertools import pairwise, product

import pytest

from tests.house.source import ROOT

PALETTE = (ROOT / "templates/assets/css/screen/palette.css").read_text("utf-8")
COLOUR = re.compile(r"--voorbeeld-kleuren-([a-z]+)(?:-(\d+))?: #([0-9a-f]{6});")
LIGHT, DARK = PALETTE.split("@media screen and (prefers-color-scheme: dark)")
HUES = ("grijs", "violet", "groen", "oranje", "rood")
STEPS = ("50", "100", "200", "300", "400", "500", "600", "700")
WHITE = ("wit", "")
ENOUGH, ENOUGH_FOR_A_BORDER = 4.5, 3.0


def colours(css: str) -> dict[tuple[str, str], float]:
    """Return how light each colour is, from 0 to 1."""
    return {(hue, step): lightness(shade) for hue, step, shade in COLOUR.findall(css)}


def lightness(shade: str) -> float:
    red, green, blue = (linear(int(shade[place : place + 2], 16) / 255) for place in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.fixture(params=(LIGHT, DARK), ids=("light", "dark"))
def shades(request: pytest.FixtureRequest) -> dict[tuple[str, str], float]:
    assert isinstance(request.param, str)
    return colours(request.param)


def test_every_hue_has_every_step(shades: dict[tuple[str, str], float]) -> None:
    assert set(shades) == {WHITE, *product(HUES, STEPS)}


def test_text_can_be_read_on_its_ground(shades: dict[tuple[str, str], float]) -> None:
    grounds = (("grijs", "50"), WHITE)
    plain = [((hue, text), ground) for hue in HUES for text in ("400", "500") for ground in grounds]
    tinted = [((hue, "500"), (hue, ground)) for hue in HUES for ground in ("50", "100")]
    notices = [((hue, "700"), (hue, ground)) for hue in HUES for ground in ("100", "200")]
    bars = [(("violet", "500"), ("grijs", "100")), (("grijs", "400"), ("grijs", "100"))]

    pairs = plain + tinted + notices + bars

    assert [pair for pair in pairs if contrast(shades[pair[0]], shades[pair[1]]) < ENOUGH] == []


def test_a_button_can_be_read(shades: dict[tuple[str, str], float]) -> None:
    pairs = [(WHITE, (hue, step)) for hue in ("violet", "rood") for step in ("500", "600")]

    assert [pair for pair in pairs if contrast(shades[pair[0]], shades[pair[1]]) < ENOUGH] == []


def test_the_border_of_a_field_can_be_seen(shades: dict[tuple[str, str], float]) -> None:
    pairs = [((hue, "400"), (hue, "100")) for hue in HUES]

    weak = [
        pair for pair in pairs if contrast(shades[pair[0]], shades[pair[1]]) < ENOUGH_FOR_A_BORDER
    ]

    assert weak == []


def test_each_step_stands_out_more_than_the_one_before(
    shades: dict[tuple[str, str], float],
) -> None:
    ground = shades["grijs", "50"]
    rows = [[contrast(ground, shades[hue, step]) for step in STEPS[3:]] for hue in HUES]

    assert all(before < after for row in rows for before, after in pairwise(row))

"""Whatever colour a municipality has, its pages can be read, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.house.test_palette import DARK as DARK_CSS
from tests.house.test_palette import LIGHT as LIGHT_CSS
from tests.house.test_palette import colours
from toolkit.domain.colour import ENOUGH, WHITE, contrast, lightness, readable
from toolkit.domain.look import Look, Part
from toolkit.web.look_sheet import DARK, LIGHT, look_sheet, steps

ACCENTS = st.integers(0, 0xFFFFFF).map(lambda number: readable(f"#{number:06x}"))
OURS = {"light": colours(LIGHT_CSS), "dark": colours(DARK_CSS)}


def pairs(own: Mapping[int, str], when: str) -> list[float]:
    """Return how far every pair that carries text stands apart: on our grounds, and on its own."""
    ground = OURS[when]
    grounds = [ground["wit", ""], ground["grijs", "50"]]
    plain = [(lightness(own[step]), light) for step, light in product((400, 500), grounds)]
    bars = [(lightness(own[500]), ground["grijs", "100"])]
    tinted = [(lightness(own[500]), lightness(own[tint])) for tint in (50, 100)]
    notices = [(lightness(own[700]), lightness(own[tint])) for tint in (100, 200)]
    buttons = [(lightness(own[step]), ground["wit", ""]) for step in (500, 600)]
    every = plain + bars + tinted + notices + buttons
    return [(max(pair) + 0.05) / (min(pair) + 0.05) for pair in every]


@given(ACCENTS)
def test_text_in_any_colour_can_be_read(accent: str) -> None:
    """WCAG 1.4.3, for every colour that is let through."""
    light, dark = steps(accent)

    assert contrast(accent, WHITE) >= ENOUGH
    assert min(pairs(light, "light")) >= ENOUGH
    assert min(pairs(dark, "dark")) >= ENOUGH


@pytest.mark.parametrize(("known", "when"), [(LIGHT, "light"), (DARK, "dark")])
def test_the_steps_are_as_light_as_ours(known: Mapping[int, float], when: str) -> None:
    """But for the one in which text is written: that may be as light as can still be read."""
    ours = {step: OURS[when]["violet", str(step)] for step in known}

    apart = {step: abs(ours[step] - light) for step, light in known.items()}

    assert [step for step, found in apart.items() if found > 0.001] == [500] * (when == "light")


def test_a_dark_colour_is_used_as_it_is() -> None:
    assert steps("#154273")[0][500] == "#154273"


def test_without_anything_chosen_there_is_no_sheet() -> None:
    assert look_sheet(Look()) == ""


def test_the_same_values_give_the_same_sheet() -> None:
    values = {Part.LINK: "#154273", Part.FAMILY: "Verdana, sans-serif", Part.FIELD_CORNER: "4px"}

    assert look_sheet(Look(values)) == look_sheet(Look(dict(reversed(values.items()))))

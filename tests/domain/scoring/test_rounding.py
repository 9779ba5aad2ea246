"""A figure is computed exactly and rounded once."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.scoring.rounding import stated
from toolkit.domain.scoring_rules import Rounding

MODES = ("half_up", "down", "up")


def rounding(mode: str = "half_up", digits: int = 1) -> Rounding:
    return Rounding.model_validate({"mode": mode, "digits": str(digits)})


@pytest.mark.parametrize(
    ("mode", "digits", "expected"),
    [
        ("half_up", 1, "33.3"),
        ("up", 1, "33.4"),
        ("down", 1, "33.3"),
        ("half_up", 0, "33"),
        ("up", 0, "34"),
        ("down", 4, "33.3333"),
    ],
)
def test_a_third_is_stated_in_the_digits_asked_for(mode: str, digits: int, expected: str) -> None:
    assert str(stated(100, 3, rounding(mode, digits))) == expected


@pytest.mark.parametrize(("mode", "expected"), [("half_up", "0.3"), ("down", "0.2"), ("up", "0.3")])
def test_a_half_goes_up_unless_it_is_cut_off(mode: str, expected: str) -> None:
    assert str(stated(1, 4, rounding(mode))) == expected


@pytest.mark.parametrize("mode", MODES)
def test_what_needs_no_rounding_stays(mode: str) -> None:
    assert stated(Decimal("37.5"), 1, rounding(mode)) == Decimal("37.5")
    assert stated(3, 3, rounding(mode)) == 1


@given(
    st.integers(0, 10**6),
    st.integers(1, 10**4),
    st.sampled_from(MODES),
    st.integers(0, 4),
)
def test_a_stated_figure_is_less_than_one_step_from_the_exact_one(
    top: int, bottom: int, mode: str, digits: int
) -> None:
    exact, step = Fraction(top, bottom), Fraction(1, 10**digits)

    off = Fraction(stated(top, bottom, rounding(mode, digits))) - exact

    assert LOWEST[mode] * step <= off <= HIGHEST[mode] * step
    assert abs(off) < step


LOWEST = {"half_up": Fraction(-1, 2), "down": Fraction(-1), "up": Fraction(0)}
HIGHEST = {"half_up": Fraction(1, 2), "down": Fraction(0), "up": Fraction(1)}

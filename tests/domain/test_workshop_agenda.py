"""The minutes of a workshop add up, whatever is asked of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.workshop import AgendaPoint
from toolkit.domain.workshop_agenda import TooShort, fitted, shares

WHOLE = st.integers(0, 600)


def a_point(name: str, minutes: int, least: int = 5, grows: int = 0) -> AgendaPoint:
    return AgendaPoint.model_validate(
        {
            "id": name,
            "minutes": minutes,
            "least": least,
            "grows": grows,
            "title": {"nl": "Tekst."},
        }
    )


@st.composite
def agendas(draw: st.DrawFn) -> tuple[list[AgendaPoint], int]:
    """Return some points, with a time that they can do with."""
    rows = draw(st.lists(st.tuples(WHOLE, WHOLE, st.integers(0, 5)), min_size=1, max_size=9))
    points = [a_point(f"p{n}", long, least, grows) for n, (long, least, grows) in enumerate(rows)]
    least = sum(min(point.least, point.minutes) for point in points)
    return points, draw(st.integers(least, least + 700))


@given(agendas())
def test_an_agenda_always_adds_up_to_the_minute(given: tuple[list[AgendaPoint], int]) -> None:
    points, minutes = given

    made = fitted(points, minutes)

    assert sum(point.minutes for point in made) == minutes
    assert all(
        after.minutes >= min(before.least, before.minutes)
        for before, after in zip(points, made, strict=True)
    )


@given(WHOLE, st.lists(st.integers(0, 50), min_size=1, max_size=9))
def test_shares_are_never_less_than_nothing_and_add_up(total: int, weights: list[int]) -> None:
    parts = shares(total, weights)

    assert sum(parts) == total
    assert min(parts) >= 0


def test_time_that_is_over_goes_to_what_grows_in_fives() -> None:
    points = [a_point("a", 15), a_point("b", 60, grows=2), a_point("c", 45, grows=1)]

    made = fitted(points, 150)

    assert [point.minutes for point in made] == [15, 80, 55]


def test_time_that_lacks_comes_from_all_that_can_do_with_less() -> None:
    points = [a_point("a", 15, least=15), a_point("b", 60, least=30), a_point("c", 45, least=30)]

    made = fitted(points, 90)

    assert [point.minutes for point in made] == [15, 40, 35]


def test_less_than_a_workshop_can_do_with_is_refused_with_what_it_needs() -> None:
    points = [a_point("a", 15, least=10), a_point("b", 60, least=30)]

    with pytest.raises(TooShort) as caught:
        fitted(points, 39)

    assert caught.value.least == 40

"""Cards are counted as they are held up; nothing is averaged."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.workshop_counts import CARDS, MOST_IN_A_ROOM, Counts, WrongCounts

SIX = st.tuples(*[st.integers(0, 10)] * 6)
OFFICIAL = st.decimals(0, 4, places=1)


@pytest.mark.parametrize(
    "numbers", [(), (1, 2, 3), (1, 2, 3, 4, 5, 6, 7), (-1, 0, 0, 0, 0, 0), (61, 0, 0, 0, 0, 0)]
)
def test_what_no_room_shows_is_refused(numbers: tuple[int, ...]) -> None:
    with pytest.raises(WrongCounts):
        Counts.of(numbers)


def test_a_full_room_is_counted() -> None:
    assert Counts.of((MOST_IN_A_ROOM, 0, 0, 0, 0, 0)).people == MOST_IN_A_ROOM


def test_who_does_not_know_counts_as_a_person_and_not_as_a_number() -> None:
    counts = Counts.of((1, 0, 2, 0, 0, 3))

    assert (counts.people, counts.unknown, counts.values) == (6, 3, (0, 2))


def test_somebody_a_point_away_differs_and_somebody_half_a_point_away_does_not() -> None:
    counts = Counts.of((2, 1, 0, 4, 5, 3))

    difference = counts.difference(Decimal("1.5"))

    assert (difference.lower, difference.higher) == (2, 9)


def test_a_room_that_agrees_does_not_differ() -> None:
    assert not Counts.of((0, 0, 0, 12, 0, 0)).difference(Decimal(3))


@given(numbers=SIX, official=OFFICIAL)
def test_nobody_is_counted_twice_or_differs_without_a_number(
    numbers: tuple[int, ...], official: Decimal
) -> None:
    counts = Counts.of(numbers)

    difference = counts.difference(official)

    assert difference.lower + difference.higher <= counts.people - counts.unknown


@given(numbers=SIX)
def test_the_values_are_those_that_somebody_shows(numbers: tuple[int, ...]) -> None:
    counts = Counts.of(numbers)

    assert counts.values == tuple(sorted(counts.values))
    assert sum(numbers[value] for value in counts.values) == sum(numbers[:CARDS])

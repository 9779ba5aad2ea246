"""Counts the cards of a room: how many showed 0 to 4, how many a question mark; never a mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

CARDS = 5
"""Cards with a number; one more has a question mark."""
SIGNS = (*map(str, range(CARDS)), "?")
"""What stands on each card, in order."""
MOST_IN_A_ROOM = 60
A_POINT = Decimal(1)


class WrongCounts(ValueError):
    """Not six whole numbers of people, or more people than a room holds."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How many in the room were a point or more below the official answer, and above it."""

    lower: int
    higher: int

    def __bool__(self) -> bool:
        """Return whether anybody was."""
        return bool(self.lower or self.higher)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many people showed each card: 0, 1, 2, 3, 4, and last a question mark."""

    cards: tuple[int, ...]

    def __post_init__(self) -> None:
        """Raise `WrongCounts` for what no room can show."""
        right = len(self.cards) == CARDS + 1 and all(number >= 0 for number in self.cards)
        if not right or sum(self.cards) > MOST_IN_A_ROOM:
            raise WrongCounts(self.cards)

    @classmethod
    def of(cls, numbers: Sequence[int]) -> Counts:
        """Return six numbers as counts; raise `WrongCounts`."""
        return cls(tuple(numbers))

    @property
    def people(self) -> int:
        """How many showed a card."""
        return sum(self.cards)

    @property
    def unknown(self) -> int:
        """How many do not know."""
        return self.cards[CARDS]

    @property
    def values(self) -> tuple[int, ...]:
        """The numbers that somebody showed, the lowest first."""
        return tuple(card for card in range(CARDS) if self.cards[card])

    def difference(self, official: Decimal) -> Difference:
        """Return how many were a point or more away from the official answer."""
        rows = tuple(enumerate(self.cards[:CARDS]))
        return Difference(
            lower=sum(count for card, count in rows if official - card >= A_POINT),
            higher=sum(count for card, count in rows if card - official >= A_POINT),
        )

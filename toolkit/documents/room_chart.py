"""Works out the drawing of what a room showed: a mark a person, in rows, above the six cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.documents.workshop_said import Column

WIDE, ACROSS, STEP, EDGE, BELOW = 50, 3, 13, 8, 34
"""How wide a card is, how many marks stand side by side, how far apart; what is around them."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands under a card, and where; whether a mark under it shows the official answer."""

    x: int
    text: str
    official: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a room showed, ready to draw; nobody can see from it who showed what."""

    width: int
    height: int
    line: int
    marks: tuple[tuple[int, int], ...]
    labels: tuple[Label, ...]


def room_chart(columns: tuple[Column, ...]) -> Drawing:
    """Return the drawing of these columns, as high as the fullest needs."""
    rows = max(1, *(-(-one.count // ACROSS) for one in columns))
    line = EDGE + rows * STEP
    labels = (Label(_middle(place), one.card, one.official) for place, one in enumerate(columns))
    return Drawing(
        width=WIDE * len(columns),
        height=line + BELOW,
        line=line,
        marks=tuple(_marks(columns, line)),
        labels=tuple(labels),
    )


def _marks(columns: tuple[Column, ...], line: int) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(columns):
        for number in range(one.count):
            row, across = divmod(number, ACROSS)
            here = min(ACROSS, one.count - row * ACROSS)
            left = _middle(place) - STEP * (here - 1) // 2
            yield left + across * STEP, line - STEP // 2 - 1 - row * STEP


def _middle(place: int) -> int:
    return place * WIDE + WIDE // 2

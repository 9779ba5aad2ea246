"""Draws what a room shows: a mark for everybody who held up a card, and says it in a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from toolkit.documents.words import MINIMUM
from toolkit.domain.answers import State
from toolkit.domain.question_types import kind_of
from toolkit.domain.scoring.result import Mark
from toolkit.domain.workshop_counts import CARDS, SIGNS, Counts
from toolkit.web.in_words import counted
from toolkit.wording import Wording, capitalise

COLUMN, PITCH, IN_A_ROW, LEAST_ROWS = 220, 50, 4, 3
RADIUS, BELOW = 21, 130


@dataclass(frozen=True, slots=True)
class Column:
    """One card below the marks: its sign, and where it stands."""

    sign: str
    x: int
    people: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The marks in rows above the cards, and the markers of the official answer below them."""

    columns: tuple[Column, ...]
    marks: tuple[tuple[int, int], ...]
    base: int
    markers: tuple[int, ...] = ()
    width: int = COLUMN * len(SIGNS)
    radius: int = RADIUS

    @property
    def height(self) -> int:
        """How high it is, with room for a marker."""
        return self.base + BELOW

    @property
    def spoken(self) -> str:
        """The same as text: each card with how many people."""
        return "; ".join(f"{one.sign}: {one.people}" for one in self.columns)


def spread(counts: Counts, markers: tuple[Decimal, ...] = (), *, unknown: bool = False) -> Spread:
    """Return the drawing of these counts, with a marker at each of these answers.

    ``unknown`` puts one below the question mark.
    """
    rows = max(LEAST_ROWS, *(-(-people // IN_A_ROW) for people in counts.cards))
    base = rows * PITCH
    columns = tuple(
        Column(sign, _middle(Decimal(place)), people)
        for place, (sign, people) in enumerate(zip(SIGNS, counts.cards, strict=True))
    )
    places = (*markers, *((Decimal(CARDS),) if unknown else ()))
    marks = tuple(mark for column in columns for mark in _marks(column, base))
    return Spread(columns, marks, base, tuple(map(_middle, places)))


def spread_said(counts: Counts, words: Wording) -> str:
    """Return from where to where the room goes, and how many do not know; never a mean."""
    said, values = [], counts.values
    if len(values) > 1:
        ends = (words.number(values[0]), words.number(values[-1]))
        said.append(words("From %(low)s to %(high)s.", low=ends[0], high=ends[1]))
    elif values:
        said.append(words("Every number shown is %(number)s.", number=words.number(values[0])))
    if counts.unknown:
        people = capitalise(counted(counts.unknown, words))
        said.append(
            words.plural(
                "%(people)s person does not know.",
                "%(people)s people do not know.",
                counts.unknown,
                people=people,
            )
        )
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class Official:
    """What the municipality answered in the scan: a sentence without functions, and its markers."""

    sentence: str
    markers: tuple[Decimal, ...] = ()
    unknown: bool = False


def official(mark: Mark | None, words: Wording) -> Official:
    """Return how the answer of the municipality is shown to a room: quietly, judging nothing."""
    if mark is None or mark.state in (State.OPEN, State.NOT_APPLICABLE):
        return Official(words("The scan has no answer to this."))
    if mark.state is State.UNKNOWN:
        return Official(words("In the scan nobody knew this."), unknown=True)
    if mark.answer.views:
        kind = kind_of(mark.question)
        points = {kind.points(mark.question, view.value) for view in mark.answer.views}
        sides = tuple(sorted(points))
        numbers = words.joined(map(words.number, sides))
        sentence = words("In the scan people saw this differently: %(numbers)s.", numbers=numbers)
        return Official(sentence, sides)
    if mark.answer.value is None or mark.points is None:
        return Official(words("In the scan this was not asked, and counts as 0."))
    number = words.number(mark.points)
    if mark.minimum is None:
        sentence = words("In the scan the municipality answered: %(number)s.", number=number)
    else:
        sentence = words(
            "In the scan the municipality answered: %(number)s, %(word)s.",
            number=number,
            word=words(MINIMUM[mark.minimum.value]),
        )
    return Official(sentence, (mark.points,))


def _middle(place: Decimal) -> int:
    """Return where a card or an answer between two cards stands."""
    return int(COLUMN * place) + COLUMN // 2


def _marks(column: Column, base: int) -> Iterator[tuple[int, int]]:
    for number in range(column.people):
        row, place = divmod(number, IN_A_ROW)
        here = min(IN_A_ROW, column.people - row * IN_A_ROW)
        left = column.x - PITCH * (here - 1) // 2
        yield left + PITCH * place, base - PITCH * row - PITCH // 2

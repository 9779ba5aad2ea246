"""Knows which answers a condition can meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from toolkit.catalogue.rules.subject import PlacedItem, Subject
from toolkit.domain.answers import Value
from toolkit.domain.conditions import ABSENT, Condition, Look, Reading, items_in
from toolkit.domain.raw_answers import NotAnAnswer, named

MOST_TRIES = 100_000
ONE = Decimal(1)


def takes_word(placed: PlacedItem, word: str, possible: frozenset[str]) -> bool:
    """Return whether an answer can read as ``word``; ``possible`` are the `words_of` it."""
    return _parses(placed, word) if placed.kind.endless else word in possible


def words_of(readings: tuple[Reading, ...]) -> frozenset[str]:
    """Return the words that answers can read as; none when there is no end to them."""
    return frozenset().union(*(reading.words for reading in readings))


def takes_size(placed: PlacedItem, readings: tuple[Reading, ...]) -> bool:
    """Return whether answers have a size, so that ``at_least`` means something."""
    return placed.kind.sized or any(reading.size is not None for reading in readings)


@dataclass(slots=True)
class Tries:
    """Tries answers out, as long as there is patience left."""

    subject: Subject
    left: int = MOST_TRIES

    def can_hold(self, condition: Condition) -> bool:
        """Return whether some answers make the condition true; yes when there are too many."""
        known = self.subject.known
        names = tuple(dict.fromkeys(items_in(condition)))
        if not all(name in known and known[name].understood for name in names):
            return True
        readings = [(*self.subject.readings(name), *self._more(name, condition)) for name in names]
        for answers in product(*readings):
            self.left -= len(names)
            if self.left <= 0 or condition.holds(_look(names, answers)):
                return True
        return False

    def _more(self, name: str, condition: Condition) -> Iterator[Reading]:
        placed = self.subject.known[name]
        if placed.kind.endless:
            values = _named(placed, condition)
            yield from (placed.kind.read(placed.question, value) for value in values)
        yield ABSENT


def _look(names: tuple[str, ...], answers: tuple[Reading, ...]) -> Look:
    return dict(zip(names, answers, strict=True)).__getitem__


def _named(placed: PlacedItem, condition: Condition) -> Iterator[Value]:
    """Yield the answers that the condition itself names, and numbers around them."""
    for _, compares in condition.comparisons():
        if compares.item != placed.item.id:
            continue
        for word in (compares.equals, *(compares.in_ or ())):
            if word is not None and _parses(placed, word):
                yield placed.kind.parse(placed.question, word)
        bounds = (compares.at_least, compares.at_most)
        for size in bounds if placed.kind.sized else ():
            if size is not None:
                near = (size, size + ONE, max(size - ONE, Decimal(0)))
                yield from (number for number in near if _parses(placed, named(number)))


def _parses(placed: PlacedItem, word: str) -> bool:
    try:
        value = placed.kind.parse(placed.question, word)
    except NotAnAnswer:
        return False
    return word in placed.kind.read(placed.question, value).words

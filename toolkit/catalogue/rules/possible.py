"""Knows which answers a condition can meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from toolkit.catalogue.rules.subject import PlacedItem, Subject
from toolkit.domain.answers import Value
from toolkit.domain.conditions import ABSENT, AllOf, AnyOf, Compares, Condition, Look, Not, Reading
from toolkit.domain.question_types import kind_of
from toolkit.domain.raw_answers import NotAnAnswer, named

MOST_TRIES = 100_000
ONE = Decimal(1)
_ENDLESS = frozenset(("number", "text", "date"))


def takes_word(placed: PlacedItem, word: str, possible: frozenset[str]) -> bool:
    """Return whether an answer can read as ``word``; ``possible`` are the `words_of` it."""
    return _parses(placed, word) if placed.item.type in _ENDLESS else word in possible


def words_of(readings: tuple[Reading, ...]) -> frozenset[str]:
    """Return the words that answers can read as; none when there is no end to them."""
    return frozenset().union(*(reading.words for reading in readings))


def takes_size(placed: PlacedItem, readings: tuple[Reading, ...]) -> bool:
    """Return whether answers have a size, so that ``at_least`` means something."""
    return placed.item.type == "number" or any(reading.size is not None for reading in readings)


@dataclass(slots=True)
class Tries:
    """Tries answers out, as long as there is patience left."""

    subject: Subject
    left: int = MOST_TRIES

    def can_hold(self, condition: Condition) -> bool:
        """Return whether some answers make the condition true; yes when there are too many."""
        known = self.subject.known
        names = tuple(dict.fromkeys(condition.items()))
        if not all(name in known and _understood(known[name]) for name in names):
            return True
        readings = [(*self.subject.readings(name), *self._more(name, condition)) for name in names]
        for answers in product(*readings):
            self.left -= len(names)
            if self.left <= 0 or condition.holds(_look(names, answers)):
                return True
        return False

    def _more(self, name: str, condition: Condition) -> Iterator[Reading]:
        placed = self.subject.known[name]
        if placed.item.type in _ENDLESS:
            kind = kind_of(placed.question)
            values = _named(placed, condition)
            yield from (kind.read(placed.question, value) for value in values)
        yield ABSENT


def _look(names: tuple[str, ...], answers: tuple[Reading, ...]) -> Look:
    return dict(zip(names, answers, strict=True)).__getitem__


def _understood(placed: PlacedItem) -> bool:
    return placed.item.type != "scale" or bool(placed.question.scale)


def _named(placed: PlacedItem, condition: Condition) -> Iterator[Value]:
    """Yield the answers that the condition itself names, and numbers around them."""
    for compares in _comparisons(condition):
        if compares.item != placed.item.id:
            continue
        for word in (compares.equals, *(compares.in_ or ())):
            if word is not None and _parses(placed, word):
                yield kind_of(placed.question).parse(placed.question, word)
        bounds = (compares.at_least, compares.at_most)
        for size in bounds if placed.item.type == "number" else ():
            if size is not None:
                near = (size, size + ONE, max(size - ONE, Decimal(0)))
                yield from (number for number in near if _parses(placed, named(number)))


def _comparisons(condition: Condition) -> Iterator[Compares]:
    if isinstance(condition, Compares):
        yield condition
    elif isinstance(condition, Not):
        yield from _comparisons(condition.not_)
    elif isinstance(condition, AnyOf):
        for part in condition.any:
            yield from _comparisons(part)
    elif isinstance(condition, AllOf):
        for part in condition.all:
            yield from _comparisons(part)


def _parses(placed: PlacedItem, word: str) -> bool:
    kind = kind_of(placed.question)
    try:
        value = kind.parse(placed.question, word)
    except NotAnAnswer:
        return False
    return word in kind.read(placed.question, value).words

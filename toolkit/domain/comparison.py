"""Compares two rounds of one municipality: which word each agreement had then, and has now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import MinimumState, Result


class Move(StrEnum):
    """What became of an item of the minimum line."""

    UP = "up"
    KNOWN = "known"
    SAME = "same"
    DOWN = "down"
    NEW = "new"
    GONE = "gone"


_STEPS: Mapping[MinimumState, int] = {
    MinimumState.OPEN: 0,
    MinimumState.UNKNOWN: 0,
    MinimumState.MISSING: 1,
    MinimumState.BEGUN: 2,
    MinimumState.IN_ORDER: 3,
}


@dataclass(frozen=True, slots=True)
class Moved:
    """One item with its word then and now; ``None`` where it was not asked or did not apply."""

    question: Question
    then: MinimumState | None
    now: MinimumState | None

    @property
    def move(self) -> Move:
        """Return what became of it. What nobody knew and somebody knows now is progress."""
        if self.then is None:
            return Move.NEW
        if self.now is None:
            return Move.GONE
        before, after = _STEPS[self.then], _STEPS[self.now]
        if after == before:
            return Move.SAME
        if before == 0:
            return Move.KNOWN
        return Move.UP if after > before else Move.DOWN


@dataclass(frozen=True, slots=True)
class DimensionThenNow:
    """The points of one dimension in two rounds that asked the same questions."""

    name: str
    then: Decimal
    now: Decimal


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since an earlier round; ``same_questions`` says whether figures compare.

    ``unconfirmed`` is how many agreements were left out because nobody confirmed their answer.
    ``corrected`` says that the earlier round is not as it was when this one began from it.
    """

    dated: date | None
    edition: str
    rows: tuple[Moved, ...]
    same_questions: bool
    dimensions: tuple[DimensionThenNow, ...]
    unconfirmed: int = 0
    corrected: bool = False

    @property
    def counts(self) -> Mapping[Move, int]:
        """How many items made each move."""
        found = Counter(row.move for row in self.rows)
        return {move: found[move] for move in Move}

    @property
    def progress(self) -> int:
        """How many items moved up, or are known now."""
        return self.counts[Move.UP] + self.counts[Move.KNOWN]

    @property
    def both(self) -> int:
        """How many items have a word in both rounds."""
        return sum(row.then is not None and row.now is not None for row in self.rows)

    def of(self, move: str) -> tuple[Moved, ...]:
        """Return the items that made this move, in file order."""
        return tuple(row for row in self.rows if row.move == Move(move))


def compare(
    then: Result,
    now: Result,
    *,
    dated: date | None = None,
    unconfirmed: frozenset[str] = frozenset(),
    corrected: bool = False,
) -> Comparison:
    """Return what changed between two results of one questionnaire, maybe of two editions.

    An item that got another id is followed by its ``renamed_from``. Dimensions are compared only
    when both rounds asked the same questions by the same rules, and nothing is unconfirmed: an
    answer that only came along moved nowhere.
    """
    words = {mark.id: mark.minimum for mark in then.marks.values() if mark.minimum is not None}
    rows = [
        Moved(mark.question, words.pop(earlier_id(mark.question, words), None), mark.minimum)
        for mark in now.marks.values()
        if mark.minimum is not None
    ]
    told = [row for row in rows if row.question.id not in unconfirmed]
    gone = [Moved(then.marks[name].question, word, None) for name, word in words.items()]
    same = _same_questions(then, now)
    return Comparison(
        dated=dated,
        edition=then.questionnaire.edition,
        rows=(*told, *gone),
        same_questions=same,
        dimensions=tuple(_dimensions(then, now)) if same and not unconfirmed else (),
        unconfirmed=len(rows) - len(told),
        corrected=corrected,
    )


def earlier_id(question: Question, known: Iterable[str]) -> str:
    """Return the id under which an earlier edition has this question; its own when it has none."""
    names = (question.id, *question.item.renamed_from)
    there = frozenset(known)
    return next((name for name in names if name in there), question.id)


def _same_questions(then: Result, now: Result) -> bool:
    return then.questionnaire.scoring == now.questionnaire.scoring and _asked(then) == _asked(now)


def _asked(result: Result) -> tuple[str | None, frozenset[tuple[str, str | None, Decimal]]]:
    """Return what a round asks of everyone, whatever the answers show."""
    questions = result.questionnaire.questions.values()
    return result.selection, frozenset(
        (question.id, question.item.dimension, question.item.weight)
        for question in questions
        if question.scored
    )


def _dimensions(then: Result, now: Result) -> Iterable[DimensionThenNow]:
    before = then.overall.dimensions
    for name, part in now.overall.dimensions.items():
        points, earlier = part.figure.points, before[name].figure.points
        if points is not None and earlier is not None:
            yield DimensionThenNow(name, earlier, points)

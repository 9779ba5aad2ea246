"""Says what a list of answers that was filled in elsewhere would change in a scan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from toolkit.domain.answers import OPEN, Answer, Answers, State, Value, View
from toolkit.domain.raw_answers import written

LENGTH = 16


@dataclass(frozen=True, slots=True)
class Filled:
    """An answer as it was filled in, and the print of the answer that stood there before."""

    item: str
    answer: Answer
    over: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What one answer would become; ``moved`` says that somebody changed it in the meantime."""

    item: str
    before: Answer
    after: Answer
    moved: bool


def print_of(answer: Answer) -> str:
    """Return a short print of an answer: the same for the same state, value and texts."""
    value = "" if answer.value is None else written(answer.value)
    views = [(written(view.value), view.function, view.reason) for view in answer.views]
    said = repr((str(answer.state), value, views, answer.reason, answer.note))
    return sha256(said.encode()).hexdigest()[:LENGTH]


def differences(answers: Answers, filled: Iterable[Filled]) -> tuple[Difference, ...]:
    """Return what would change: only what somebody touched in the list.

    Evidence stays with the answer; it is one of the region as long as it says what that said.
    """
    found = []
    for one in filled:
        before = answers.get(one.item, OPEN)
        same = print_of(one.answer)
        if same not in (one.over, print_of(before)):
            regional = before.regional and _says(one.answer) == _says(before)
            after = replace(one.answer, evidence=before.evidence, regional=regional)
            found.append(Difference(one.item, before, after, print_of(before) != one.over))
    return tuple(found)


def _says(answer: Answer) -> tuple[State, Value | None, tuple[View, ...]]:
    return answer.state, answer.value, answer.views

"""Which questions are somebody's own: given by hand, passed on to them, or first for their function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.domain.answers import OPEN, Answers, State
from toolkit.domain.find_out import first_to_ask
from toolkit.domain.progress import Progress, progress
from toolkit.domain.questionnaire import Question


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody's own questions in file order, and the others of which they may know something.

    ``passed`` are the roles that questions wait for by now, by item; ``once`` are the questions
    that this person answers for several municipalities at once.
    """

    function: str
    questions: tuple[Question, ...]
    others: tuple[Question, ...]
    passed: Mapping[str, str]
    answers: Answers
    once: frozenset[str] = frozenset()

    @property
    def here(self) -> tuple[Question, ...]:
        """The questions that this person answers in this scan alone."""
        return tuple(one for one in self.questions if one.id not in self.once)

    def elsewhere(self, item: str) -> str:
        """Return the role that an open question was passed on to; the empty one when it was not."""
        role = self.passed.get(item, "")
        is_open = self.answers.get(item, OPEN).state is State.OPEN
        return role if is_open and role != self.function else ""

    @property
    def open(self) -> tuple[str, ...]:
        """The ids of the questions that still wait for this person."""
        return tuple(
            one.id
            for one in self.questions
            if self.answers.get(one.id, OPEN).state is State.OPEN and not self.elsewhere(one.id)
        )

    @property
    def open_here(self) -> tuple[str, ...]:
        """The ids of those that wait for an answer in this scan alone."""
        return tuple(item for item in self.open if item not in self.once)

    @property
    def progress(self) -> Progress:
        """How far the questions of this scan alone are, whoever answered them."""
        return progress(self.here, self.answers)


def own_questions(
    asked: Iterable[Question],
    function: str,
    handed: frozenset[str],
    passed: Mapping[str, str],
    answers: Answers,
    once: frozenset[str] = frozenset(),
) -> Own:
    """Return the questions of somebody with this function; those of no function are nobody's."""
    scored = tuple(question for question in asked if question.scored)
    own = tuple(
        one
        for one in scored
        if one.id in handed or (function and function in (first_to_ask(one), passed.get(one.id)))
    )
    rest = tuple(one for one in scored if one not in own)
    known = tuple(
        one for one in rest if function and function in one.item.who and one.id not in once
    )
    return Own(function, own, known, passed, answers, once)

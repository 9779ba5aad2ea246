"""Counts how far a scan is: what is asked, answered, unknown, and who is needed. Never a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from toolkit.domain.answers import OPEN, Answers, State
from toolkit.domain.find_out import first_to_ask
from toolkit.domain.questionnaire import Question

MINUTES_A_QUESTION = 4


@dataclass(frozen=True, slots=True)
class Progress:
    """How many questions are asked and in which state they are."""

    asked: int
    answered: int
    unknown: int
    not_applicable: int

    @property
    def said(self) -> int:
        """How many questions got an answer of any kind."""
        return self.answered + self.unknown + self.not_applicable

    @property
    def open(self) -> int:
        """How many questions nobody has answered yet."""
        return self.asked - self.said

    @property
    def minutes(self) -> int:
        """How many minutes the open questions take, at four minutes each."""
        return self.open * MINUTES_A_QUESTION

    @property
    def complete(self) -> bool:
        """Whether something is asked and all of it got an answer."""
        return self.asked > 0 and not self.open


def progress(questions: Iterable[Question], answers: Answers) -> Progress:
    """Return how far these questions are."""
    states = Counter(answers.get(question.id, OPEN).state for question in questions)
    return Progress(
        asked=states.total(),
        answered=states[State.ANSWERED],
        unknown=states[State.UNKNOWN],
        not_applicable=states[State.NOT_APPLICABLE],
    )


def needed(questions: Iterable[Question]) -> Mapping[str, int]:
    """Return how many questions name each role first, the most named role first."""
    first = Counter(filter(None, map(first_to_ask, questions)))
    return dict(first.most_common())

"""What is to be found out: questions that nobody knew or that were passed on, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Question

MINUTES_ALONE = 2
"""How long somebody takes for a question alone; together, people talk about it."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known about one question: its state, since when, and whom it was passed on to."""

    state: State
    changed: datetime | None = None
    role: str = ""
    asked: datetime | None = None
    settled: datetime | None = None

    @property
    def waits(self) -> bool:
        """Whether it was passed on, and nobody has ticked it off."""
        return self.asked is not None and self.settled is None

    @property
    def answered_since(self) -> bool:
        """Whether an answer came after it was passed on; one that was there before is none."""
        if self.state is not State.ANSWERED or self.changed is None or self.asked is None:
            return False
        return self.waits and self.changed > self.asked

    @property
    def to_find_out(self) -> bool:
        """Whether somebody should still ask; an answer of later undoes a tick."""
        if self.waits:
            return True
        if self.state is not State.UNKNOWN:
            return False
        return self.settled is None or (self.changed is not None and self.changed > self.settled)


@dataclass(frozen=True, slots=True)
class ToAsk:
    """One question to find out, since when, and whether it was answered after that."""

    question: Question
    since: datetime | None
    answered_since: bool


def first_to_ask(question: Question) -> str:
    """Return the role that the questionnaire names first; the empty one where it names nobody."""
    return next(iter(question.item.who), "")


def to_pass_on(state: State | None, chosen: str, *, pressed: bool) -> str:
    """Return the chosen role when the question goes there: nobody knew it, or that was asked for."""
    return chosen if pressed or state is State.UNKNOWN else ""


def by_role(rows: Iterable[tuple[Question, Known]]) -> Mapping[str, tuple[ToAsk, ...]]:
    """Return what is to be found out by the role to ask; the empty one where nobody is named.

    That is whom it was passed on to, else who answers first according to the questionnaire.
    Questions stay in their order; the role that is asked most comes first.
    """
    found: dict[str, tuple[ToAsk, ...]] = {}
    for question, known in rows:
        if known.to_find_out:
            role = known.role if known.waits else first_to_ask(question)
            since = known.asked if known.waits else known.changed
            row = ToAsk(question, since, known.answered_since)
            found[role] = (*found.get(role, ()), row)
    return dict(sorted(found.items(), key=lambda group: (not group[0], -len(group[1]))))


def minutes_alone(questions: int) -> int:
    """Return about how many minutes so many questions take, in steps of five."""
    return max(5, round(questions * MINUTES_ALONE / 5) * 5)

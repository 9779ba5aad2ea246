"""Keeps two answers to one question, each with the function that gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from toolkit.domain.access import Action
from toolkit.domain.answers import Answer, Value, View, answered, disputed
from toolkit.domain.questionnaire import Question
from toolkit.services.open_scan import Opened
from toolkit.services.save_answer import NoSuchQuestion
from toolkit.storage import accounts


@dataclass(frozen=True, slots=True)
class Said:
    """How functions are called, and what stands where nobody gave a function or a reason."""

    functions: Mapping[str, str]
    colleague: str
    no_reason: str

    def view(self, value: Value, function: str, reason: str) -> View:
        """Return one side; a side has a function and a reason, or says that they are missing."""
        return View(value, self.functions.get(function, self.colleague), reason or self.no_reason)


@dataclass(frozen=True, slots=True)
class Side:
    """One side as somebody begins to fill it in; what nobody said yet is empty."""

    value: Value | None = None
    function: str = ""
    reason: str = ""


def sides_of(connection: Connection, scan: Opened, item: str) -> tuple[Question, Side, Side]:
    """Return a question with the two sides to begin with: what stands there, and one's own.

    Raises `NoSuchQuestion` for one that this scan does not ask in a theme, `NotAllowed`, `NotNow`.
    """
    question = scan.asks(item)
    if question is None or not question.groups:
        raise NoSuchQuestion(item)
    scan.require(Action.ANSWER)
    kept = scan.answer(item)
    if kept.answer.views:
        first, second = (Side(one.value, one.function, one.reason) for one in kept.answer.views)
        return question, first, second
    mine = Side(function=scan.actor.function)
    if kept.answer.value is None:
        return question, mine, Side()
    theirs = accounts.function_of(connection, kept.account or "")
    given = Side(kept.answer.value, theirs, kept.answer.note)
    return question, given, Side() if kept.account == scan.actor.account else mine


def settled(before: Answer, side: int, said: Said) -> Answer | None:
    """Return the answer on which people agree after all; nothing when they did not disagree.

    Its reason becomes the explanation, unless there is one; the history keeps both sides.
    """
    if side not in range(len(before.views)):
        return None
    chosen = before.views[side]
    reason = "" if chosen.reason == said.no_reason else chosen.reason
    return replace(answered(chosen.value), note=before.note or reason, evidence=before.evidence)


def both_sides(
    connection: Connection, scan: Opened, question: Question, mine: Answer, said: Said
) -> Answer:
    """Return the answer that holds both that of a colleague, as it is now, and mine.

    Mine alone comes back when there are no two values that differ; explanations become reasons.
    """
    theirs = scan.answer(question.id)
    value = theirs.answer.value
    if value is None or mine.value is None or value == mine.value:
        return mine
    function = accounts.function_of(connection, theirs.account or "")
    sides = (
        said.view(value, function, theirs.answer.note),
        said.view(mine.value, scan.actor.function, mine.note),
    )
    return replace(disputed(*sides), evidence=theirs.answer.evidence)

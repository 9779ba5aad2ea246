"""Keeps two answers to one question, each with the function that gave it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from toolkit.domain.answers import Answer, Value, View, disputed
from toolkit.domain.questionnaire import Question
from toolkit.services.open_scan import Opened
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

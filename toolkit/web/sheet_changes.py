"""What a workbook would change, as a page shows it and as its form brings it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.domain.answers import Answer
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import NotAnAnswer
from toolkit.services.fill_in_sheets import LookedThrough
from toolkit.services.open_scan import Opened
from toolkit.services.save_answer import Conflict, Given
from toolkit.storage.answer_json import answer_from, kept
from toolkit.storage.answers import KeptAnswer
from toolkit.storage.ids import new_id
from toolkit.web import guard
from toolkit.web.guard import Found
from toolkit.web.parts import parts
from toolkit.web.sealed import seal, unseal

LARGEST_SEALED = 700_000
"""A form may hold a little more; the words of a whole scan, packed, are less."""
YES = "yes"


@dataclass(frozen=True, slots=True)
class Change:
    """What one answer would become, over which version.

    ``moved`` says that somebody changed it after the workbook was made: it is taken only when
    that is chosen. ``found`` is what has to be looked at before it is kept.
    """

    question: Question
    before: KeptAnswer
    after: Answer
    moved: bool
    found: Found | None

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.question.id


def changes_of(looked: LookedThrough) -> tuple[Change, ...]:
    """Return what a workbook would change, in the order of the questions."""
    questions = looked.scan.questionnaire.questions
    found = {one.item: one for one in looked.differences}
    return tuple(
        _change(looked.scan, questions[item], found[item].after, moved=found[item].moved)
        for item in questions
        if item in found
    )


def changes_between(scan: Opened, conflicts: Iterable[Conflict]) -> tuple[Change, ...]:
    """Return what was not kept because a colleague answered while somebody looked."""
    return tuple(
        _change(
            scan.having({one.given.item: one.theirs}),
            scan.questionnaire.questions[one.given.item],
            one.given.answer,
            moved=True,
        )
        for one in conflicts
    )


def sealed(scan: Opened, changes: tuple[Change, ...]) -> str:
    """Return the changes for the form, tied to this person and this scan."""
    rows = [[one.id, kept(one.after), one.before.version, one.moved] for one in changes]
    return seal({"request": new_id(), "rows": rows}, _about(scan))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The answers to keep, and how many of the workbook are left out."""

    given: tuple[Given, ...]
    left: int


def chosen(scan: Opened, sent: Mapping[str, str]) -> Chosen | None:
    """Return what to keep; `None` when the form is not one of ours for this scan."""
    brought = unseal(sent.get("changes", ""), _about(scan))
    if not isinstance(brought, Mapping):
        return None
    request = str(brought["request"])
    rows = tuple(_rows(scan, brought["rows"]))
    given = tuple(
        Given(item, after, version, f"{request}-{item}")
        for item, after, version, moved in rows
        if (not moved or sent.get(f"take-{item}") == YES)
        and _may_be_kept(scan, item, after, sent.get(f"sure-{item}", ""))
    )
    return Chosen(given, len(rows) - len(given))


def _rows(scan: Opened, rows: Iterable[list[object]]) -> Iterator[tuple[str, Answer, int, bool]]:
    for item, answer, version, moved in rows:
        question = scan.questionnaire.questions.get(str(item))
        if question is not None and isinstance(answer, Mapping) and isinstance(version, int):
            try:
                after = answer_from(answer, question)
            except NotAnAnswer:
                continue
            yield question.id, after, version, bool(moved)


def _may_be_kept(scan: Opened, item: str, after: Answer, sure: str) -> bool:
    found = guard.look(after, scan.answer(item).answer, parts().library)
    return found is None or found.unless_kept(sure) is None


def _change(scan: Opened, question: Question, after: Answer, *, moved: bool) -> Change:
    before = scan.answer(question.id)
    found = guard.look(after, before.answer, parts().library)
    return Change(question, before, after, moved, found)


def _about(scan: Opened) -> str:
    return f"sheet\0{scan.actor.account}\0{scan.assessment.id}"

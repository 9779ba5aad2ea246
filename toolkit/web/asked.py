"""One question as a page shows it: its words, the answer so far, what was sent just now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.documents.spoken import spoken
from toolkit.domain.answers import Answer, State
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.services.open_scan import Opened
from toolkit.storage.answer_json import raw
from toolkit.storage.answers import KeptAnswer
from toolkit.storage.ids import new_id
from toolkit.web.forms.answer_form import (
    DISPUTED,
    NOT_APPLICABLE,
    NOTHING,
    UNKNOWN,
    AnswerForm,
)
from toolkit.web.guard import Found
from toolkit.web.keeping import Turn
from toolkit.wording import Wording, capitalise

_TEXTS = ("note", "reason", "evidence", "ask")
_NO_ERRORS: Mapping[str, Sequence[str]] = dict.fromkeys(_TEXTS, ())
SPECIAL = {State.UNKNOWN: UNKNOWN, State.NOT_APPLICABLE: NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Filled:
    """What the controls of a question hold."""

    values: tuple[str, ...] = ()
    note: str = ""
    reason: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question with its controls.

    ``theirs`` is a colleague's answer that came in between, ``found`` what has to be looked at
    before it is kept, ``asked_of`` the role that the question was passed on to.
    """

    question: Question
    number: int
    kept: KeptAnswer
    version: int
    request: str
    filled: Filled
    choices: tuple[tuple[str, str], ...]
    apart: tuple[tuple[str, str], ...]
    errors: Sequence[str] = ()
    errors_of: Mapping[str, Sequence[str]] = field(default_factory=lambda: _NO_ERRORS)
    theirs: KeptAnswer | None = None
    found: Found | None = None
    asked_of: str = ""
    unsaved: bool = False

    @property
    def id(self) -> str:
        """The id of the item, which is its anchor too."""
        return self.question.id

    @property
    def unfolded(self) -> bool:
        """Whether something stands in what is usually folded away."""
        filled = self.filled.note or self.filled.evidence
        return bool(filled or self.errors_of["note"] or self.errors_of["evidence"])

    @property
    def complaints(self) -> tuple[str, ...]:
        """Everything that is wrong with what was sent."""
        return (*self.errors, *(error for errors in self.errors_of.values() for error in errors))


def asked(
    scan: Opened,
    question: Question,
    words: Wording,
    *,
    number: int = 0,
    turn: Turn | None = None,
    asked_of: str = "",
) -> Asked:
    """Return a question as it is shown: with the answer so far, or with what was refused."""
    kept = scan.answer(question.id)
    return asked_over(kept, question, words, number=number, turn=turn, asked_of=asked_of)


def asked_over(
    kept: KeptAnswer,
    question: Question,
    words: Wording,
    *,
    number: int = 0,
    turn: Turn | None = None,
    asked_of: str = "",
) -> Asked:
    """Return a question as it is shown over an answer: with that, or with what was refused.

    What was refused keeps its version, so that nothing is ever written over an answer that
    somebody did not choose to replace. Its request stays the same, but for a conflict: there
    that request may have been carried out with another answer.
    """
    shown = Asked(
        question=question,
        number=number,
        kept=kept,
        version=kept.version,
        request=new_id(),
        filled=_held(kept.answer),
        choices=choices(question, words),
        apart=_apart(question, kept.answer, words),
        asked_of=asked_of,
    )
    return shown if turn is None or turn.status == 200 else _refused(shown, turn)


def wrong_in(rows: Iterable[Asked], words: Wording) -> tuple[tuple[str, str], ...]:
    """Return what keeps answers from being saved, each with the id of the place to go to."""
    return tuple(pair for row in rows for pair in _wrong(row, words))


def _wrong(row: Asked, words: Wording) -> Iterator[tuple[str, str]]:
    yield from ((row.id, error) for error in row.errors)
    for name, errors in row.errors_of.items():
        yield from ((f"{row.id}-{name}", error) for error in errors)
    if row.theirs:
        yield row.id, words("A colleague answered this in the meantime")
    if row.found:
        yield row.id, words("Look at this text before it is saved")


def _refused(shown: Asked, turn: Turn) -> Asked:
    form = turn.form
    if turn.given is not None:
        return replace(shown, errors_of=_errors(form))
    again = form.request if turn.theirs is None else ""
    return replace(
        shown,
        version=form.of_page,
        request=again or shown.request,
        filled=_sent(form),
        errors=tuple(str(one) for one in form.value.errors),
        errors_of=_errors(form),
        theirs=turn.theirs,
        found=turn.found,
        unsaved=True,
    )


def said(answer: Answer, question: Question, words: Wording) -> str:
    """Return an answer in one line, whatever its state."""
    if answer.value is not None:
        return capitalise(spoken(answer.value, question, words))
    if answer.views:
        return words("Disputed")
    states = {
        State.UNKNOWN: words("I do not know"),
        State.NOT_APPLICABLE: words("Does not apply here"),
    }
    return states.get(answer.state, words("Still open"))


def choices(question: Question, words: Wording) -> tuple[tuple[str, str], ...]:
    """Return the answers to choose from, as they are sent and as they are said."""
    if question.item.type == "multi_choice":
        options = question.item.options
        return tuple((option.id, words.text(option.label)) for option in options)
    values = kind_of(question).values(question)
    return tuple((str(raw(value)), capitalise(spoken(value, question, words))) for value in values)


def _apart(question: Question, answer: Answer, words: Wording) -> tuple[tuple[str, str], ...]:
    rows = [(UNKNOWN, words("I do not know"))]
    if question.item.not_applicable is not None:
        rows.append((NOT_APPLICABLE, words("Does not apply here")))
    if answer.views:
        rows.append((DISPUTED, words("Leave our disagreement as it stands")))
    if question.item.type != "multi_choice":
        rows.append((NOTHING, words("Take this answer back")))
    return tuple(rows)


def _held(answer: Answer) -> Filled:
    if answer.views:
        values: tuple[str, ...] = (DISPUTED,)
    elif answer.value is not None:
        written = raw(answer.value)
        values = tuple(written) if isinstance(written, list) else (written,)
    else:
        values = (SPECIAL[answer.state],) if answer.state in SPECIAL else ()
    return Filled(values, answer.note, answer.reason, "\n".join(answer.evidence))


def _sent(form: AnswerForm) -> Filled:
    texts = (form.note.data or "", form.reason.data or "", form.evidence.data or "")
    return Filled(form.value.data, *texts)


def _errors(form: AnswerForm) -> Mapping[str, Sequence[str]]:
    return {name: tuple(str(one) for one in form[name].errors) for name in _TEXTS}

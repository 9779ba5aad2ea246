"""One question as a page shows it: its words, the answer so far, what was sent just now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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
from toolkit.wording import Wording, capitalise

_NO_ERRORS: Mapping[str, Sequence[str]] = {"note": (), "reason": (), "evidence": ()}
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
    """One question with its controls; ``theirs`` is a colleague's answer that came in between."""

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
    asked_of: str = ""

    @property
    def id(self) -> str:
        """The id of the item, which is its anchor too."""
        return self.question.id

    @property
    def unfolded(self) -> bool:
        """Whether something stands in what is usually folded away."""
        filled = self.filled.note or self.filled.evidence
        return bool(filled or self.errors_of["note"] or self.errors_of["evidence"])


def asked(
    scan: Opened,
    question: Question,
    words: Wording,
    *,
    number: int = 0,
    sent: AnswerForm | None = None,
    theirs: KeptAnswer | None = None,
) -> Asked:
    """Return a question as it is shown: with the answer so far, or with what was just sent."""
    kept = scan.answer(question.id)
    form = sent if sent is not None and sent.was_sent else None
    return Asked(
        question=question,
        number=number,
        kept=kept,
        version=kept.version if theirs or form is None else form.seen,
        request=new_id() if theirs or form is None else str(form.request_id.data),
        filled=_sent(form) if form is not None else _held(kept.answer),
        choices=choices(question, words),
        apart=_apart(question, kept.answer, words),
        errors=tuple(form.value.errors) if form is not None else (),
        errors_of=_errors(form) if form is not None else _NO_ERRORS,
        theirs=theirs,
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
    if answer.state is not State.OPEN:
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
    fields = {"note": form.note, "reason": form.reason, "evidence": form.evidence}
    return {name: tuple(str(one) for one in field.errors) for name, field in fields.items()}

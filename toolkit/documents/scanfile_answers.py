"""Understands the answers in a scan file with the help of the questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.documents.scanfile_model import AnswerForm, Given, ViewForm
from toolkit.domain.answers import Answer, State, Value, View
from toolkit.domain.problems import Place
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.raw_answers import NotAnAnswer
from toolkit.reading.shape import MOST_FAULTS, Fault, nearest, quoted

Form = str | tuple[str, ...] | AnswerForm


@dataclass(slots=True)
class AnswerReader:
    """Reads answers one by one; what cannot be understood is collected in ``faults``."""

    questionnaire: Questionnaire
    faults: list[Fault] = field(default_factory=list)

    @property
    def tired(self) -> bool:
        """Whether so much is wrong that the rest is left unread."""
        return len(self.faults) >= MOST_FAULTS

    def read(self, forms: Mapping[str, Form], place: Place) -> Iterator[tuple[str, Answer]]:
        """Yield the answers that could be understood, by item."""
        for name, form in forms.items():
            if self.tired:
                return
            question = self._question(name, (*place, name))
            answer = self._answer(question, _opened(form), (*place, name)) if question else None
            if question is not None and answer is not None:
                yield question.id, answer

    def item(self, name: str, place: Place) -> None:
        """Check that there is an item with this id."""
        if not self.tired:
            self._question(name, place)

    def _question(self, name: str, place: Place) -> Question | None:
        found = self.questionnaire.questions.get(name)
        if found is None:
            self.faults.append(self._stranger(name, place))
        elif place[0] == "intake" and found.groups:
            self.faults.append(Fault("not_intake", place, {"name": name}))
        return found

    def _stranger(self, name: str, place: Place) -> Fault:
        questions = self.questionnaire.questions
        for question in questions.values():
            if name in question.item.renamed_from:
                return Fault("item_renamed", place, {"name": name, "now": question.id})
        if any(item.id == name for item in self.questionnaire.all_items()):
            return Fault("item_retired", place, {"name": name})
        likely = nearest(name, tuple(questions))
        return Fault("item_unknown", place, {"name": quoted(name), "nearest": likely})

    def _answer(self, question: Question, form: AnswerForm, place: Place) -> Answer | None:
        before = len(self.faults)
        self.faults += _contradictions(question, form, place)
        given = self._value(question, form.value, (*place, "value"))
        views = self._views(question, form.disputed, (*place, "disputed"))
        if len(self.faults) > before:
            return None
        return Answer(
            _state(form),
            value=given,
            views=views,
            reason=form.not_applicable or "",
            note=form.note,
            evidence=form.evidence,
            regional=form.regional,
            left_open=form.left_open,
        )

    def _views(
        self, question: Question, forms: tuple[ViewForm, ...], place: Place
    ) -> tuple[View, ...]:
        found = (self._view(question, view, (*place, n)) for n, view in enumerate(forms))
        views = tuple(view for view in found if view is not None)
        if len(views) == 2 and views[0].value == views[1].value:
            self.faults.append(Fault("views_same", place))
        return views

    def _view(self, question: Question, form: ViewForm, place: Place) -> View | None:
        value = self._value(question, form.value, (*place, "value"))
        return None if value is None else View(value, form.function, form.reason)

    def _value(self, question: Question, given: Given | None, place: Place) -> Value | None:
        if given is None:
            return None
        try:
            return kind_of(question).parse(question, given)
        except NotAnAnswer as refused:
            self.faults.append(_refusal(question, refused, place))
            return None


def _opened(form: Form) -> AnswerForm:
    if isinstance(form, AnswerForm):
        return form
    return AnswerForm(unknown=True) if form == "unknown" else AnswerForm(value=form)


def _state(form: AnswerForm) -> State:
    if form.value is not None or form.disputed:
        return State.ANSWERED
    if form.not_applicable is not None:
        return State.NOT_APPLICABLE
    return State.UNKNOWN if form.unknown or form.left_open else State.OPEN


def _contradictions(question: Question, form: AnswerForm, place: Place) -> Iterator[Fault]:
    said = {
        "value": form.value is not None,
        "unknown": form.unknown,
        "not_applicable": form.not_applicable is not None,
        "disputed": bool(form.disputed),
    }
    names = [name for name, given in said.items() if given]
    if len(names) > 1:
        yield Fault("answer_twice", place, {"names": ", ".join(names)})
    if form.disputed and len(form.disputed) != 2:
        yield Fault("two_views", (*place, "disputed"))
    if form.not_applicable is not None and question.item.not_applicable is None:
        yield Fault("always_applies", (*place, "not_applicable"), {"name": question.id})
    if form.not_applicable == "":
        yield Fault("reason_missing", (*place, "not_applicable"))
    if form.left_open and any(name != "unknown" for name in names):
        yield Fault("left_open_answered", (*place, "left_open"))


def _refusal(question: Question, refused: NotAnAnswer, place: Place) -> Fault:
    given = (
        refused.given if isinstance(refused.given, str) else ", ".join(dict.fromkeys(refused.given))
    )
    details = {
        "name": question.id,
        "given": quoted(given),
        "allowed": ", ".join(refused.allowed),
        "nearest": nearest(given, refused.allowed) if refused.code == "unknown_option" else "",
    }
    return Fault(f"answer_{refused.code}", place, details)

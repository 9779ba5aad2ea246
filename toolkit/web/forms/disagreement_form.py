"""The form of a disagreement: two answers to one question, each with a function and a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from re import fullmatch

from werkzeug.datastructures import MultiDict
from wtforms import StringField, TextAreaField

from toolkit.domain.answers import Answer, Value, View, disputed
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import NotAnAnswer
from toolkit.services.disagree import Said, Side
from toolkit.storage.answer_json import raw
from toolkit.web import guard
from toolkit.web.forms.answer_form import NO_VERSION, REQUEST, complaint, value_of
from toolkit.web.forms.fields import RawField
from toolkit.web.forms.kept_form import KeptForm
from toolkit.wording import N_, Wording

NO_REASON_YET = N_("No reason given yet.")
NO_ANSWER = N_("Give both answers: this one is still missing.")
NO_FUNCTION = N_("Choose which function gives this answer.")
SAME = N_("Both answers are the same. Choose two that differ, or go back.")
NAMES = ("first", "second")


class DisagreementForm(KeptForm):
    """What two functions answer. What stood there before is offered to begin with."""

    subject = "disagreement"
    looked_at = ()

    first_value = RawField()
    first_function = StringField()
    first_reason = TextAreaField()
    second_value = RawField()
    second_function = StringField()
    second_reason = TextAreaField()
    request_id = StringField()

    @classmethod
    def of(
        cls,
        sides: tuple[Side, Side],
        version: int,
        sent: MultiDict[str, str] | None = None,
    ) -> DisagreementForm:
        """Return the form with what is known of both sides, or with what was sent."""
        texts: dict[str, str] = {}
        for name, side in zip(NAMES, sides, strict=True):
            texts |= {f"{name}_function": side.function, f"{name}_reason": side.reason}
        form = cls.holding(texts, version, sent)
        if sent is None:
            form.first_value.data, form.second_value.data = (_raw(side.value) for side in sides)
        return form

    @property
    def request(self) -> str:
        """The id of the request, or nothing when that was damaged."""
        sent = self.request_id.data or ""
        return sent if fullmatch(REQUEST, sent) else ""

    def read(
        self, question: Question, before: Answer, functions: Mapping[str, str], words: Wording
    ) -> Answer | None:
        """Return the answer that holds both; nothing when something is wrong, which stands in the fields.

        ``functions`` are the ones to choose from, as they are sent and as they are called. An
        explanation that stood beside one answer is by now the reason of that answer.
        """
        sound = self.sound(words)
        views = [self._view(name, question, functions, words) for name in NAMES]
        if not self.request:
            self.first_value.errors = (words(NO_VERSION),)
            return None
        first, second = views
        if not sound or first is None or second is None:
            return None
        if first.value == second.value:
            self.second_value.errors = (words(SAME),)
            return None
        note = "" if before.value is not None else before.note
        return replace(disputed(first, second), note=note, evidence=before.evidence)

    def looked_over(self, answer: Answer, before: Answer, library: Library) -> bool:
        """Return whether nothing new in it has to be looked at before it is kept."""
        found = guard.look(answer, before, library)
        self.found = found.unless_kept(self.sure.data) if found is not None else None
        return self.found is None

    def _view(
        self, name: str, question: Question, functions: Mapping[str, str], words: Wording
    ) -> View | None:
        field, chosen = self[f"{name}_value"], self.written(f"{name}_function")
        function = functions.get(chosen, "")
        if not function:
            self[f"{name}_function"].errors = (words(NO_FUNCTION),)
        if not any(value.strip() for value in field.data):
            field.errors = (words(NO_ANSWER),)
            return None
        try:
            value = value_of(question, field.data)
        except NotAnAnswer as refused:
            field.errors = (complaint(question, refused, words),)
            return None
        return View(value, function, self.written(f"{name}_reason")) if function else None


def said_by(library: Library, words: Wording) -> Said:
    """Return how functions are called, and what stands where nobody gave a function or a reason."""
    functions = {role.id: words.text(role.label) for role in library.roles}
    return Said(functions, words("a colleague"), words(NO_REASON_YET))


def functions_for(
    sides: tuple[Side, Side], said: Said
) -> tuple[tuple[Side, Side], Mapping[str, str]]:
    """Return both sides ready for the form, and the functions to choose from.

    A function in words of its own, as a file brought it along, may stay. A reason that only says
    that there is none yet is left open.
    """
    ids = {label: name for name, label in said.functions.items()}
    first, second = (
        replace(
            side,
            function=ids.get(side.function, side.function),
            reason="" if side.reason == said.no_reason else side.reason,
        )
        for side in sides
    )
    own = {
        one.function: one.function
        for one in (first, second)
        if one.function and one.function not in said.functions
    }
    return (first, second), {**said.functions, **own}


def _raw(value: Value | None) -> tuple[str, ...]:
    written = "" if value is None else raw(value)
    return (written,) if isinstance(written, str) else tuple(written)

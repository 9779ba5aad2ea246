"""Carries answers from one round to the next, also to a newer edition of the questionnaire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from toolkit.domain.answers import Answer, Answers, State, Value
from toolkit.domain.comparison import earlier_id
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.raw_answers import NotAnAnswer, chosen, written


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """What a newer edition asks otherwise; ``gone`` are questions of the older one.

    ``reworded`` are questions whose words, or the words of whose answers, are not the same.
    """

    added: tuple[Question, ...]
    gone: tuple[Question, ...]
    reworded: tuple[Question, ...]

    @property
    def none(self) -> bool:
        """Whether every question is the same."""
        return not (self.added or self.gone or self.reworded)


def carried(old: Questionnaire, new: Questionnaire, answers: Answers) -> Answers:
    """Return the answers that still fit, by the ids of the newer edition, for people to confirm.

    What nobody filled in is not carried, nor an answer that the question cannot take any more.
    """
    found = (
        (question.id, _carry(old.questions[before], question, answers[before]))
        for question in new.questions.values()
        if (before := earlier_id(question, old.questions)) in answers and before in old.questions
    )
    return {item: answer for item, answer in found if answer is not None}


def changes(old: Questionnaire, new: Questionnaire) -> EditionChanges:
    """Return what the newer edition asks otherwise."""
    known = old.questions
    before: Mapping[str, Question] = {
        name: known[earlier]
        for name, question in new.questions.items()
        if (earlier := earlier_id(question, known)) in known
    }
    kept = {question.id for question in before.values()}
    return EditionChanges(
        added=tuple(one for name, one in new.questions.items() if name not in before),
        gone=tuple(one for name, one in known.items() if name not in kept),
        reworded=tuple(
            new.questions[name]
            for name, one in before.items()
            if _says(one) != _says(new.questions[name])
        ),
    )


def _says(question: Question) -> tuple[object, ...]:
    item = question.item
    labels = tuple((option.id, option.label) for option in item.options)
    return item.type, item.question, question.level_words, labels


def _carry(old: Question, new: Question, answer: Answer) -> Answer | None:
    if answer.state is State.OPEN or answer.left_open:
        return None
    if answer.state is State.NOT_APPLICABLE:
        return answer if new.item.not_applicable is not None else None
    if answer.state is State.UNKNOWN:
        return answer
    if old.item.type != new.item.type or _steps(old) != _steps(new):
        return None
    return _with_values(new, answer)


def _steps(question: Question) -> tuple[object, ...]:
    return tuple(level.value for level in question.scale)


def _with_values(question: Question, answer: Answer) -> Answer | None:
    """Return the answer with what the question still knows of it."""
    if answer.views:
        values = [_value(question, view.value) for view in answer.views]
        views = tuple(
            replace(view, value=value)
            for view, value in zip(answer.views, values, strict=True)
            if value is not None
        )
        return replace(answer, views=views) if len(views) == len(answer.views) else None
    value = _value(question, answer.value) if answer.value is not None else None
    return replace(answer, value=value) if value is not None else None


def _value(question: Question, value: Value) -> Value | None:
    """Return the value as the question takes it; options that are gone are left out."""
    raw = written(value)
    if question.item.type == "multi_choice":
        options = {option.id for option in question.item.options}
        raw = tuple(name for name in chosen(value) if name in options)
    try:
        return kind_of(question).parse(question, raw)
    except NotAnAnswer:
        return None

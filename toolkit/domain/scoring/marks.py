"""Gives each scored item that shows its state, with what it counts for."""

from collections.abc import Iterator
from decimal import Decimal

from toolkit.domain.answers import OPEN, Answer, Answers, State
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.result import Mark, MinimumState
from toolkit.domain.scoring_rules import CountAs, Scoring
from toolkit.domain.visibility import Shown, Visibility

ZERO = Decimal(0)

Counts = tuple[Decimal | None, Decimal | None, Decimal | None]
LEFT_OUT: Counts = (None, None, None)
IMPLIED: Counts = (ZERO, ZERO, ZERO)


def marks_of(visibility: Visibility, answers: Answers) -> Iterator[Mark]:
    """Yield a mark for each scored item that is asked or implied, in file order."""
    questionnaire = visibility.questionnaire
    for question in questionnaire.questions.values():
        if question.scored and visibility.exists(question):
            shown = visibility.of(question)
            if shown.shown or shown.implied_by:
                yield _mark(questionnaire, question, answers.get(question.id, OPEN), shown)


def minimum_word(
    questionnaire: Questionnaire, question: Question, answer: Answer
) -> MinimumState | None:
    """Return the word that an answer gives an item of the minimum line, if it is one."""
    if not questionnaire.on_the_line(question):
        return None
    maximum = kind_of(question).maximum(question)
    points, _, _ = _counts(question, answer, maximum, questionnaire.scoring)
    return _minimum_state(questionnaire, question, answer.state, points)


def _mark(questionnaire: Questionnaire, question: Question, answer: Answer, shown: Shown) -> Mark:
    maximum = kind_of(question).maximum(question)
    state: State | None
    if shown.implied_by:
        answer, state, counts = OPEN, None, IMPLIED
    else:
        state, counts = answer.state, _counts(question, answer, maximum, questionnaire.scoring)
    points, cautious, known = counts
    return Mark(
        question=question,
        answer=answer,
        state=state,
        maximum=maximum,
        points=points,
        cautious=cautious,
        known=known,
        minimum=_minimum_state(questionnaire, question, state, points),
        implied_by=shown.implied_by,
    )


def _counts(question: Question, answer: Answer, maximum: Decimal, rules: Scoring) -> Counts:
    """Return the points of the answer, then what counts in the cautious and the known figure."""
    if answer.state is State.ANSWERED:
        given = _given(question, answer)
        return min(given), min(given), max(given)
    if answer.state is State.UNKNOWN:
        return None, ZERO if rules.unknown == "zero" else None, None
    if answer.state is State.OPEN:
        return None, ZERO if rules.unanswered == "zero" else None, None
    if isinstance(rules.not_applicable, CountAs):
        counted = min(rules.not_applicable.points, maximum)
        return None, counted, counted
    return LEFT_OUT


def _given(question: Question, answer: Answer) -> tuple[Decimal, ...]:
    values = tuple(view.value for view in answer.views) or (answer.value,)
    kind = kind_of(question)
    return tuple(kind.points(question, value) for value in values if value is not None)


def _minimum_state(
    questionnaire: Questionnaire, question: Question, state: State | None, points: Decimal | None
) -> MinimumState | None:
    """Return the word for an item of the minimum line.

    ``None`` for an item of another level, or one that does not apply; without its own bound,
    what passes is in order.
    """
    gate = questionnaire.scoring.gate
    if gate is None or not questionnaire.on_the_line(question):
        return None
    if points is not None:
        if points < gate.pass_:
            return MinimumState.MISSING
        in_order = gate.in_order if gate.in_order is not None else gate.pass_
        return MinimumState.IN_ORDER if points >= in_order else MinimumState.BEGUN
    if state is State.UNKNOWN:
        return MinimumState.UNKNOWN
    return MinimumState.OPEN if state is State.OPEN else None

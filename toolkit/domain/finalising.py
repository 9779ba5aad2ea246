"""Makes answers final: what was left blank becomes unknown, so that a blank never pays."""

from toolkit.domain.answers import OPEN, Answer, Answers, State
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.visibility import Visibility

LEFT_OPEN = Answer(State.UNKNOWN, left_open=True)


def finalised(
    questionnaire: Questionnaire, answers: Answers, *, selection: str | None = None
) -> Answers:
    """Return the answers with every scored item that shows and is open marked as left open.

    Items outside the short round, intake questions and hidden items stay as they are.
    """
    chosen = questionnaire.selection(selection) if selection is not None else None
    visibility = Visibility(questionnaire, answers, chosen)
    blank = {
        question.id: LEFT_OPEN
        for question in questionnaire.questions.values()
        if question.scored
        and visibility.exists(question)
        and visibility.of(question).shown
        and answers.get(question.id, OPEN).state is State.OPEN
    }
    return {**answers, **blank}

"""Makes answers final: what was left blank becomes unknown, so that a blank never pays."""

from dataclasses import replace

from toolkit.domain.answers import OPEN, Answers, State
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.visibility import Visibility


def finalised(
    questionnaire: Questionnaire, answers: Answers, *, selection: str | None = None
) -> Answers:
    """Return the answers with every scored item that shows and is open marked as left open.

    Its note stays. Items outside the short round, intake questions and hidden items stay as
    they are.
    """
    chosen = questionnaire.selection(selection) if selection is not None else None
    visibility = Visibility(questionnaire, answers, chosen)
    blank = {
        question.id: replace(answer, state=State.UNKNOWN, left_open=True)
        for question in questionnaire.questions.values()
        if question.scored
        and visibility.exists(question)
        and visibility.of(question).shown
        and (answer := answers.get(question.id, OPEN)).state is State.OPEN
    }
    return {**answers, **blank}

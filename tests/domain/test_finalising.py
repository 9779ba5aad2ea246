"""Leaving a question blank never pays."""

from tests.builders import a_questionnaire, an_intake_item, an_item, given
from toolkit.domain.answers import UNKNOWN, Answer, State
from toolkit.domain.finalising import finalised

QUESTIONNAIRE = a_questionnaire(
    an_item("answered"),
    an_item("blank", weight="2"),
    an_item("unknown"),
    an_item("words", type="text", dimension=None),
    an_item("hidden", show_if={"item": "harbour", "equals": "yes"}),
    intake=[an_intake_item("harbour"), an_intake_item("border")],
    selections=[{"id": "core", "title": {"nl": "Kort"}, "weight": "2"}],
)
ANSWERS = given({"harbour": "no", "answered": 4, "unknown": UNKNOWN})


def test_what_stays_open_becomes_unknown_with_a_mark_of_its_own() -> None:
    final = finalised(QUESTIONNAIRE, ANSWERS)

    assert (final["blank"].state, final["blank"].left_open) == (State.UNKNOWN, True)
    assert final["unknown"] == UNKNOWN


def test_what_was_answered_hidden_or_never_scored_stays_as_it_was() -> None:
    final = finalised(QUESTIONNAIRE, ANSWERS)

    assert {**final} == {**ANSWERS, "blank": Answer(State.UNKNOWN, left_open=True)}


def test_a_short_round_closes_only_its_own_items() -> None:
    answers = given({"harbour": "no"})

    assert set(finalised(QUESTIONNAIRE, answers, selection="core")) == {"harbour", "blank"}
    assert set(finalised(QUESTIONNAIRE, answers)) == {"harbour", "answered", "blank", "unknown"}

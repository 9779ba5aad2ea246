"""What a questionnaire knows of itself."""

from tests.builders import GATE, TEXT, a_group, a_questionnaire, an_intake_item, an_item

PASSPORT = {"owner": "x", "published": "2026-11-21", "status": "trial"}


def test_the_minimum_line_is_what_counts_at_the_level_of_the_gate() -> None:
    questionnaire = a_questionnaire(
        an_item("a"),
        an_item("b", level="deepening"),
        an_item("c", type="text", dimension=None),
        intake=[an_intake_item("d")],
        levels=["minimum", "deepening"],
        scoring={"gate": GATE},
    )

    asked = questionnaire.questions.values()

    assert [part.id for part in asked if questionnaire.on_the_line(part)] == ["a"]


def test_without_a_gate_there_is_no_minimum_line() -> None:
    questionnaire = a_questionnaire(an_item("a"))

    assert not questionnaire.on_the_line(questionnaire.questions["a"])


def test_a_phrase_that_is_not_there_is_nothing() -> None:
    questionnaire = a_questionnaire(an_item("a"), phrases={"closing": TEXT})

    assert questionnaire.phrase("closing") == questionnaire.phrases["closing"]
    assert questionnaire.phrase("opening") is None


def test_content_counts_as_reviewed_when_somebody_looked_at_it() -> None:
    looked_at = {**PASSPORT, "reviewed_by": ["x"]}

    assert a_questionnaire(an_item("a"), passport=looked_at).reviewed
    assert not a_questionnaire(an_item("a"), passport=PASSPORT).reviewed
    assert not a_questionnaire(an_item("a")).reviewed


def test_a_retired_item_is_not_asked() -> None:
    gone = a_group("g", an_item("a"), an_item("b", retired="true"))

    assert list(a_questionnaire(gone).questions) == ["a"]

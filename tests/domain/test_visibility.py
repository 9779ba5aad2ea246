"""Which questions show, and what the answers to hidden ones are worth: nothing."""

import pytest

from tests.builders import (
    Given,
    a_questionnaire,
    an_intake_item,
    an_item,
    disagreement,
    scored,
)
from toolkit.domain.answers import OPEN, UNKNOWN, not_applicable
from toolkit.domain.questionnaire import Questionnaire

NOT_HERE = not_applicable("none here")
HARBOUR = {"item": "harbour", "equals": "yes"}


def by_intake(**rest: object) -> Questionnaire:
    """Return a questionnaire where ``ships`` shows only in a municipality with a harbour."""
    return a_questionnaire(
        an_item("ships", show_if=HARBOUR, **rest),
        an_item("streets"),
        intake=[an_intake_item("harbour")],
    )


def follow_up(**rest: object) -> Questionnaire:
    """Return a questionnaire where ``detail`` shows from 2 points on, and counts as 0 before."""
    return a_questionnaire(
        an_item("plan"),
        an_item("detail", show_if={"item": "plan", "at_least": "2"}, when_hidden="zero", **rest),
        scoring={"gate": {"level": "minimum", "pass": "2", "in_order": "3"}},
    )


@pytest.mark.parametrize("harbour", ["yes", OPEN, UNKNOWN])
def test_an_item_shows_while_its_condition_is_true_or_undecided(harbour: Given) -> None:
    result = scored(by_intake(), harbour=harbour, ships=4, streets=0)

    assert list(result.marks) == ["ships", "streets"]
    assert result.hidden == ()
    assert result.overall.cautious.share == 50


@pytest.mark.parametrize("harbour", ["no", NOT_HERE])
def test_the_answer_to_a_hidden_item_sleeps(harbour: Given) -> None:
    result = scored(by_intake(), harbour=harbour, ships=4, streets=0)

    assert list(result.marks) == ["streets"]
    assert result.hidden == ("ships",)
    assert result.overall.cautious.share == 0
    assert result.overall.counts.asked == 1


def test_a_sleeping_answer_wakes_when_the_item_shows_again() -> None:
    answers: dict[str, Given] = {"ships": 4, "streets": 0}
    asleep = scored(by_intake(), harbour="no", **answers)

    awake = scored(by_intake(), harbour="yes", **answers)

    assert asleep.overall.cautious.share == 0
    assert awake.overall.cautious.share == 50


def test_what_hangs_on_a_hidden_item_is_hidden_too() -> None:
    questionnaire = a_questionnaire(
        an_item("crew", show_if={"item": "kind", "equals": "yes"}),
        intake=[an_intake_item("harbour"), an_intake_item("kind", show_if=HARBOUR)],
    )

    result = scored(questionnaire, harbour="no", kind="yes", crew=4)

    assert result.hidden == ("kind", "crew")
    assert result.marks == {}


def test_a_follow_up_on_a_low_answer_counts_as_zero_unasked() -> None:
    result = scored(follow_up(), plan=1, detail=4)

    mark = result.marks["detail"]
    assert (mark.state, mark.implied_by) == (None, ("plan",))
    assert [mark.points, mark.cautious, mark.known, mark.maximum] == [0, 0, 0, 4]
    assert result.overall.counts.asked == result.overall.counts.answered == 1
    assert result.overall.cautious.share == result.overall.known_share == 12.5
    assert result.overall.below_minimum == ("plan", "detail")
    assert result.hidden == ()


def test_a_follow_up_is_asked_from_its_bound_on() -> None:
    result = scored(follow_up(), plan=2)

    assert result.overall.counts.open == 1
    assert result.overall.cautious.share == 50


def test_a_follow_up_on_what_does_not_apply_does_not_count() -> None:
    result = scored(follow_up(), plan=NOT_HERE, detail=4)

    assert list(result.marks) == ["plan"]
    assert result.hidden == ("detail",)
    assert result.overall.cautious.share is None


def test_a_follow_up_on_what_the_intake_hides_does_not_count() -> None:
    questionnaire = a_questionnaire(
        an_item("ships", show_if=HARBOUR),
        an_item("crew", show_if={"item": "ships", "at_least": "2"}, when_hidden="zero"),
        an_item("streets"),
        intake=[an_intake_item("harbour")],
    )

    result = scored(questionnaire, harbour="no", ships=0, streets=4)

    assert list(result.marks) == ["streets"]
    assert result.overall.cautious.share == 100


def test_a_chain_of_follow_ups_names_the_answer_that_caused_it() -> None:
    questionnaire = a_questionnaire(
        an_item("last", show_if={"item": "next", "at_least": "2"}, when_hidden="zero"),
        an_item("next", show_if={"item": "plan", "at_least": "2"}, when_hidden="zero"),
        an_item("plan"),
    )

    result = scored(questionnaire, plan=1, next=4, last=4)

    assert result.marks["last"].implied_by == ("plan",)
    assert str(result.overall.cautious.share) == "8.3"


def test_only_the_answers_that_decide_are_named_as_cause() -> None:
    questionnaire = a_questionnaire(
        an_item("plan"),
        an_item("money"),
        an_item(
            "detail",
            show_if={"all": [{"item": name, "at_least": "2"} for name in ("plan", "money")]},
            when_hidden="zero",
        ),
    )

    assert scored(questionnaire, plan=1).marks["detail"].implied_by == ("plan",)
    assert scored(questionnaire, plan=1, money=1).marks["detail"].implied_by == ("plan", "money")
    assert scored(questionnaire, plan=NOT_HERE, money=1).marks["detail"].implied_by == ("money",)


def test_a_disagreement_decides_nothing() -> None:
    result = scored(follow_up(), plan=disagreement(0, 1))

    assert result.marks["detail"].implied_by == ()
    assert result.overall.counts.open == 1


def test_a_circle_of_conditions_ends() -> None:
    questionnaire = a_questionnaire(
        an_item("a", show_if={"item": "b", "at_least": "2"}, when_hidden="zero"),
        an_item("b", show_if={"item": "a", "at_least": "2"}, when_hidden="zero"),
    )

    assert set(scored(questionnaire, a=4, b=4).marks) == {"a", "b"}

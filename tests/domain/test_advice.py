"""What to do next, most urgent first."""

import pytest

from tests.builders import (
    Given,
    Raw,
    a_questionnaire,
    an_advice,
    an_item,
    disagreement,
    scored,
    some_options,
)
from toolkit.domain.answers import OPEN, UNKNOWN, not_applicable

BOTH: Raw = {"low": an_advice(), "mid": an_advice("S")}
RULES = {"priority": {"minimum": "4", "quick": "1"}}
GATE = {"level": "deepening", "pass": "2"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (0, ["a.low"]),
        (1, ["a.low"]),
        (2, ["a.mid"]),
        (3, ["a.mid"]),
        (4, []),
        (UNKNOWN, []),
        (OPEN, []),
        (not_applicable("none here"), []),
        (disagreement(4, 1), ["a.low"]),
        (disagreement(3, 4), ["a.mid"]),
    ],
)
def test_an_answer_asks_for_the_advice_of_its_step(answer: Given, expected: list[str]) -> None:
    result = scored(a_questionnaire(an_item("a", advice=BOTH)), a=answer)

    assert [point.id for point in result.advice] == expected


@pytest.mark.parametrize(
    ("option", "expected"), [("none", "low"), ("some", "low"), ("half", "mid"), ("most", "mid")]
)
def test_low_is_under_half_of_the_maximum_of_the_item_itself(option: str, expected: str) -> None:
    options = some_options(none="0", some="4.9", half="5", most="9", all="10")
    item = an_item("a", type="choice", options=options, advice=BOTH)

    result = scored(a_questionnaire(item), a=option)

    assert [point.step for point in result.advice] == [expected]


def test_an_item_that_counts_as_zero_unasked_gives_no_advice_of_its_own() -> None:
    hangs = {"show_if": {"item": "a", "at_least": "2"}, "when_hidden": "zero"}
    questionnaire = a_questionnaire(an_item("a", advice=BOTH), an_item("b", advice=BOTH, **hangs))

    assert [point.id for point in scored(questionnaire, a=1).advice] == ["a.low"]


def test_an_item_without_advice_for_its_step_gives_none() -> None:
    result = scored(a_questionnaire(an_item("a", advice={"low": an_advice()})), a=3)

    assert result.advice == ()


def test_a_priority_is_what_is_missing_times_weight_with_what_urgency_adds() -> None:
    questionnaire = a_questionnaire(
        an_item("plain", level="deepening", weight="2", advice=BOTH),
        an_item("minimum", weight="2", advice=BOTH),
        an_item("quick", weight="2", advice=BOTH),
        scoring=RULES,
    )

    result = scored(questionnaire, plain=1, minimum=1, quick=3)

    assert {point.id: int(point.priority) for point in result.advice} == {
        "minimum.low": 10,
        "quick.mid": 7,
        "plain.low": 6,
    }


def test_the_level_of_the_gate_is_the_urgent_one() -> None:
    questionnaire = a_questionnaire(
        an_item("first", advice=BOTH),
        an_item("second", level="deepening", advice=BOTH),
        scoring={**RULES, "gate": GATE},
    )

    result = scored(questionnaire, first=0, second=0)

    assert [(point.id, int(point.priority)) for point in result.advice] == [
        ("second.low", 8),
        ("first.low", 4),
    ]


def test_equal_priorities_stand_in_file_order() -> None:
    names = ("zebra", "apple", "mango")
    questionnaire = a_questionnaire(*[an_item(name, advice=BOTH) for name in names])

    result = scored(questionnaire, apple=0, mango=0, zebra=0)

    assert [point.id for point in result.advice] == ["zebra.low", "apple.low", "mango.low"]


def test_the_same_advice_comes_once_where_its_most_urgent_item_puts_it() -> None:
    questionnaire = a_questionnaire(
        an_item("a", advice={"low": "c.mid"}),
        an_item("b", weight="2", advice=BOTH),
        an_item("c", weight="3", advice={"low": "c.mid", "mid": an_advice()}),
    )

    result = scored(questionnaire, a=0, b=0, c=1)

    assert [(point.id, point.items, point.step) for point in result.advice] == [
        ("c.mid", ("a", "c"), "mid"),
        ("b.low", ("b",), "low"),
    ]
    assert [point.priority for point in result.advice] == [9, 8]


def test_an_advice_may_be_borrowed_from_an_item_that_is_no_longer_asked() -> None:
    questionnaire = a_questionnaire(
        an_item("a", advice={"low": "old.low"}), an_item("old", retired="true", advice=BOTH)
    )

    assert [point.id for point in scored(questionnaire, a=0).advice] == ["old.low"]


def test_an_advice_that_leads_nowhere_is_left_out() -> None:
    questionnaire = a_questionnaire(
        an_item("a", advice={"low": "b.low"}),
        an_item("b", advice={"low": "a.low"}),
        an_item("c", advice={"low": "nowhere.low"}),
    )

    assert scored(questionnaire, a=0, b=0, c=0).advice == ()


def test_an_advice_that_is_named_is_found_where_it_is_written() -> None:
    questionnaire = a_questionnaire(
        an_item("a", advice=BOTH), an_item("b", advice={"low": "a.mid"})
    )

    (found,) = scored(questionnaire, b=0).advice

    assert found.advice == questionnaire.questions["a"].item.advice["mid"]

"""Conditions are three-valued: true, false, or undecided."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from toolkit.domain.conditions import ABSENT, UNDECIDED, Condition, Reading, Truth, items_in

ADAPTER: TypeAdapter[Condition] = TypeAdapter(Condition)
READINGS = {
    "yes": Reading(frozenset({"yes"})),
    "three": Reading(frozenset({"3"}), Decimal(3)),
    "sectors": Reading(frozenset({"ports", "border"})),
    "hidden": ABSENT,
    "open": UNDECIDED,
}
TRUE = {"item": "yes", "equals": "yes"}
FALSE = {"item": "yes", "equals": "no"}
OPEN = {"item": "open", "equals": "yes"}
FROM_LEAST_TO_MOST = (False, None, True)
NAMED = {True: TRUE, False: FALSE, None: OPEN}


def look(item: str) -> Reading:
    return READINGS[item]


def holds(raw: object) -> Truth:
    return ADAPTER.validate_python(raw).holds(look)


@pytest.mark.parametrize(
    ("comparison", "expected"),
    [
        ({"item": "yes", "equals": "yes"}, True),
        ({"item": "yes", "equals": "no"}, False),
        ({"item": "yes", "in": ["no", "yes"]}, True),
        ({"item": "sectors", "equals": "ports"}, True),
        ({"item": "sectors", "in": ["delivery"]}, False),
        ({"item": "three", "at_least": "3"}, True),
        ({"item": "three", "at_least": "3.1"}, False),
        ({"item": "three", "at_most": "3"}, True),
        ({"item": "three", "at_most": "2.9"}, False),
        ({"item": "yes", "at_least": "0"}, False),
        ({"item": "yes", "at_most": "9"}, False),
    ],
)
def test_a_comparison_looks_at_the_answer(comparison: object, expected: Truth) -> None:
    assert holds(comparison) is expected


@pytest.mark.parametrize(
    "comparison",
    [{"equals": "yes"}, {"in": ["yes"]}, {"at_least": "0"}, {"at_most": "9"}],
)
def test_what_nobody_decided_is_undecided_what_is_hidden_is_false(
    comparison: dict[str, object],
) -> None:
    assert holds({"item": "open", **comparison}) is None
    assert holds({"item": "hidden", **comparison}) is False


@pytest.mark.parametrize("parts", list(product([True, False, None], repeat=3)))
def test_any_is_true_when_one_is_undecided_when_one_may_be(parts: tuple[Truth, ...]) -> None:
    most = max(parts, key=FROM_LEAST_TO_MOST.index)

    assert holds({"any": [NAMED[part] for part in parts]}) is most


@pytest.mark.parametrize("parts", list(product([True, False, None], repeat=3)))
def test_all_is_false_when_one_is_undecided_when_one_may_be(parts: tuple[Truth, ...]) -> None:
    least = min(parts, key=FROM_LEAST_TO_MOST.index)

    assert holds({"all": [NAMED[part] for part in parts]}) is least


def test_not_turns_an_answer_around() -> None:
    assert holds({"not": TRUE}) is False
    assert holds({"not": FALSE}) is True
    assert holds({"not": OPEN}) is None


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=5))
def test_not_any_is_all_not(parts: list[Truth]) -> None:
    inside = [NAMED[part] for part in parts]

    assert holds({"not": {"any": inside}}) is holds({"all": [{"not": part} for part in inside]})


def test_a_condition_names_every_item_it_looks_at() -> None:
    condition = ADAPTER.validate_python({"any": [TRUE, {"all": [OPEN, {"not": FALSE}]}]})

    assert list(items_in(condition)) == ["yes", "open", "yes"]


def test_a_comparison_is_found_at_its_place_in_the_file() -> None:
    condition = ADAPTER.validate_python({"any": [TRUE, {"all": [OPEN, {"not": FALSE}]}]})

    places = [place for place, _ in condition.comparisons(("show_if",))]

    assert places == [
        ("show_if", "any", 0),
        ("show_if", "any", 1, "all", 0),
        ("show_if", "any", 1, "all", 1, "not"),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        {"item": "yes"},
        {"item": "yes", "equals": "a", "in": ["b"]},
        {"item": "yes", "equals": "a", "wrong": "b"},
        {"any": []},
        {"item": "yes", "at_least": "much"},
        {"any": [TRUE], "all": [TRUE]},
        {},
    ],
)
def test_a_condition_that_says_nothing_or_too_much_is_refused(raw: object) -> None:
    with pytest.raises(ValidationError):
        ADAPTER.validate_python(raw)

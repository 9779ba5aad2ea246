"""Questionnaires of other shapes score by the same rules."""

from decimal import Decimal

import pytest

from tests.builders import (
    TEXT,
    Given,
    Raw,
    a_group,
    a_questionnaire,
    an_item,
    scored,
    some_options,
)
from toolkit.domain.answers import UNKNOWN, not_applicable
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.trace import explain

QUARTERS = [{"value": value, "label": TEXT} for value in ("0", "0.25", "0.5", "1")]
PERCENT = [{"value": str(value), "label": TEXT} for value in range(0, 101, 5)]


def maturity_model() -> Questionnaire:
    """Two practices of three levels; a practice is the sum, a function the mean."""
    practices = [
        a_group(
            practice,
            *[
                a_group(
                    f"{practice}_{level}",
                    an_item(f"{practice}_{level}.a", scale="quarters", dimension="policy"),
                    an_item(f"{practice}_{level}.b", scale="quarters", dimension="policy"),
                )
                for level in (1, 2, 3)
            ],
            method="sum_of_children",
        )
        for practice in ("strategy", "education")
    ]
    return a_questionnaire(
        a_group("governance", *practices, method="mean_of_children"),
        scales={"policy": QUARTERS, "quarters": QUARTERS},
        scoring={"method": "mean_of_children", "rounding": {"digits": "2"}},
    )


def test_a_practice_is_the_sum_of_its_levels_each_the_mean_of_two_streams() -> None:
    answers: dict[str, Given] = {
        "strategy_1.a": 1,
        "strategy_1.b": Decimal("0.5"),
        "strategy_2.a": Decimal("0.5"),
        "strategy_2.b": Decimal("0.25"),
        "strategy_3.a": 0,
        "strategy_3.b": 0,
        "education_1.a": Decimal("0.25"),
        "education_1.b": 0,
        "education_2.a": UNKNOWN,
    }

    result = scored(maturity_model(), **answers)

    practice, other = result.groups["strategy"].cautious, result.groups["education"].cautious
    assert [practice.points, practice.maximum] == [Decimal("1.13"), 3]
    assert practice.share == Decimal("37.5")
    assert [other.points, other.maximum] == [Decimal("0.13"), 2]
    assert result.groups["governance"].cautious.points == Decimal("0.63")
    assert result.overall.cautious.share == Decimal("25.00")


def weighted_tree(method: str, part_method: str, mode: str = "down") -> Questionnaire:
    """A 0-100 tree: two parts of weight 70 and 30, with weighted questions of 0 to 100."""
    return a_questionnaire(
        a_group(
            "first",
            an_item("a", weight="3"),
            an_item("b", weight="2"),
            an_item("c", weight="2"),
            weight="70",
            method=part_method,
        ),
        a_group("second", an_item("d"), an_item("e"), weight="30", method=part_method),
        scales={"policy": PERCENT},
        scoring={"method": method, "rounding": {"digits": "0", "mode": mode}},
    )


TREE_ANSWERS = {"a": 50, "b": 75, "c": 25, "d": 100, "e": 95}


@pytest.mark.parametrize(
    ("method", "points", "maximum", "share"),
    [
        ("mean", 60, 100, 60),  # (150 + 150 + 50 + 100 + 95) / 9 = 60.55
        ("sum", 545, 900, 60),
        ("mean_of_children", 64, 100, 64),  # (70 x 50 + 30 x 97.5) / 100 = 64.25
        ("sum_of_children", 6425, 10000, 64),
        ("min_of_children", 50, 100, 50),
    ],
)
def test_a_weighted_tree_of_0_to_100_is_combined_by_its_method_with_truncation(
    method: str, points: int, maximum: int, share: int
) -> None:
    result = scored(weighted_tree(method, "mean"), **TREE_ANSWERS)

    figure = result.overall.cautious
    assert [figure.points, figure.maximum, figure.share] == [points, maximum, share]
    assert result.groups["second"].cautious.share == 97


def test_a_mean_of_sums_weighs_the_sums() -> None:
    result = scored(weighted_tree("mean_of_children", "sum"), **TREE_ANSWERS)

    first, figure = result.groups["first"].cautious, result.overall.cautious
    assert [first.points, first.maximum, first.share] == [350, 700, 50]
    assert [figure.points, figure.maximum, figure.share] == [303, 550, 55]


def test_truncation_never_cuts_off_what_was_only_lost_on_the_way() -> None:
    thirds = [
        a_group(f"g{n}", an_item(f"g{n}.a"), an_item(f"g{n}.b", weight="2")) for n in range(3)
    ]
    questionnaire = a_questionnaire(
        *thirds, scoring={"method": "sum_of_children", "rounding": {"mode": "down"}}
    )

    result = scored(
        questionnaire, **{f"g{n}.{item}": int(item == "a") for n in range(3) for item in "ab"}
    )

    assert result.groups["g0"].cautious.points == Decimal("0.3")
    assert result.overall.cautious.points == 1


@pytest.mark.parametrize(
    ("carry", "points", "share"), [("exact", "1.4", "33.4"), ("rounded", "1.4", "35.0")]
)
def test_results_rounded_up_at_every_group_may_be_carried_rounded(
    carry: str, points: str, share: str
) -> None:
    groups = [
        a_group(f"g{n}", *[an_item(f"g{n}.{item}") for item in "abc"], method="mean_of_children")
        for n in range(2)
    ]
    rules = {
        "method": "mean_of_children",
        "rounding": {"mode": "up", "digits": "1", "carry": carry},
    }

    result = scored(
        a_questionnaire(*groups, scoring=rules),
        **{"g0.a": 4, "g0.b": 0, "g0.c": 0, "g1.a": 4, "g1.b": 0, "g1.c": 0},
    )

    assert result.groups["g0"].cautious.points == Decimal("1.4")
    assert result.groups["g0"].cautious.share == Decimal("33.4")
    assert result.overall.cautious.points == Decimal(points)
    assert result.overall.cautious.share == Decimal(share)


@pytest.mark.parametrize(
    ("target", "share"), [("3", Decimal("87.5")), ("0", 50), ("2.5", Decimal("81.3"))]
)
def test_what_does_not_apply_may_count_at_a_target_value(target: str, share: Decimal | int) -> None:
    questionnaire = a_questionnaire(
        an_item("a"), an_item("b"), scoring={"not_applicable": {"as": target}}
    )

    overall = scored(questionnaire, a=4, b=not_applicable("none here")).overall

    assert overall.cautious.share == overall.known_share == share
    assert overall.counts.not_applicable == 1


def test_the_weakest_child_decides_the_first_on_a_tie() -> None:
    questionnaire = a_questionnaire(
        a_group("wide", an_item("wide.a", scale="wide")),
        a_group("small", an_item("small.a")),
        scales={
            "policy": [{"value": str(n), "label": TEXT} for n in range(5)],
            "wide": [{"value": str(n), "label": TEXT} for n in range(9)],
        },
        scoring={"method": "min_of_children"},
    )

    tie = scored(questionnaire, **{"wide.a": 4, "small.a": 2}).overall.cautious
    weak = scored(questionnaire, **{"wide.a": 4, "small.a": 1}).overall.cautious

    assert [tie.points, tie.maximum, tie.share] == [4, 8, 50]
    assert [weak.points, weak.maximum, weak.share] == [1, 4, 25]


THIRD = a_group("third", an_item("a", type="choice", options=some_options(some="10", all="30")))
TENTH = a_group("tenth", an_item("b", type="choice", options=some_options(some="3.33", all="10")))


@pytest.mark.parametrize(("parts", "maximum"), [((THIRD, TENTH), 30), ((TENTH, THIRD), 10)])
def test_shares_that_are_printed_the_same_are_a_tie(parts: tuple[Raw, ...], maximum: int) -> None:
    """33.33 and 33.30 both print as 33.3: the reader cannot tell, so the first in the file counts."""
    questionnaire = a_questionnaire(*parts, scoring={"method": "min_of_children"})

    figure = scored(questionnaire, a="some", b="some").overall.cautious

    assert [figure.maximum, figure.share] == [maximum, Decimal("33.3")]


def test_the_weakest_child_is_found_by_its_printed_share_also_where_points_are_carried() -> None:
    """A third prints as 33.3 while its carried points, 1.3 of 4, would be 32.5."""
    third = a_group("third", an_item("a"), an_item("b"), an_item("c"))
    less = a_group("less", an_item("d", type="choice", options=some_options(some="33", all="100")))
    rules = {"method": "min_of_children", "rounding": {"carry": "rounded"}}

    result = scored(a_questionnaire(third, less, scoring=rules), a=4, b=0, c=0, d="some")

    assert result.groups["third"].cautious.share == Decimal("33.3")
    assert result.overall.cautious.share == 33


def test_the_weakest_item_decides_where_a_group_holds_items() -> None:
    group = a_group("g", an_item("a"), an_item("b"), an_item("c"), method="min_of_children")

    result = scored(a_questionnaire(group), a=3, b=1, c=UNKNOWN)

    assert result.groups["g"].cautious.points == 0
    assert result.groups["g"].known_share == 25


@pytest.mark.parametrize(
    ("method", "points"),
    [("mean", 2), ("mean_of_children", 2), ("sum", 6), ("sum_of_children", 6)],
)
def test_items_are_the_children_of_the_group_that_holds_them(method: str, points: int) -> None:
    group = a_group("g", an_item("a", weight="2"), an_item("b"), method=method)

    assert scored(a_questionnaire(group), a=3, b=0).groups["g"].cautious.points == points


def test_a_mean_ignores_group_weights_where_a_mean_of_children_uses_them() -> None:
    parts = (
        a_group("heavy", an_item("a"), weight="9"),
        a_group("light", an_item("b"), an_item("c"), weight="1"),
    )

    flat = scored(a_questionnaire(*parts), a=4, b=1, c=1)
    nested = scored(a_questionnaire(*parts, scoring={"method": "mean_of_children"}), a=4, b=1, c=1)

    assert flat.overall.cautious.share == 50
    assert nested.overall.cautious.share == Decimal("92.5")


def test_groups_are_combined_at_any_depth() -> None:
    deep = a_group("deep", a_group("deeper", a_group("deepest", an_item("a"), an_item("b"))))

    result = scored(a_questionnaire(deep, a_group("flat", an_item("c"))), a=4, b=2, c=0)

    shares = {name: group.cautious.share for name, group in result.groups.items()}
    assert shares == {"deep": 75, "deeper": 75, "deepest": 75, "flat": 0}
    assert list(shares) == ["deep", "deeper", "deepest", "flat"]
    assert result.overall.cautious.share == 50


def test_items_of_different_maxima_each_count_for_their_own() -> None:
    questionnaire = a_questionnaire(
        an_item("a", type="statement"),
        an_item("b", type="choice", options=some_options(none="0", all="10")),
    )

    figure = scored(questionnaire, a=3, b="none").overall.cautious

    assert [figure.points, figure.maximum] == [Decimal("1.5"), Decimal("6.5")]
    assert figure.share == Decimal("23.1")
    assert explain(scored(questionnaire, a=3, b="none")).most == 13

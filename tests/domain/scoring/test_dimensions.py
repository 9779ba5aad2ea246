"""On paper, in practice, from the child's view: three figures with what lies between them."""

from decimal import Decimal

import pytest

from tests.builders import Given, Raw, a_group, a_questionnaire, an_item, scored
from toolkit.domain.answers import UNKNOWN, not_applicable
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import Figure, Gap

PHRASES: list[Raw] = [
    {"high": ["policy"], "low": "practice", "by": "1.0", "phrase": "paper_policy"},
    {"high": ["practice"], "low": "policy", "by": "1.0", "phrase": "unsecured_practice"},
    {"high": ["policy", "practice"], "low": "child", "by": "1.0", "phrase": "child_unseen"},
]


def three(each: int = 2) -> Questionnaire:
    """Return a questionnaire with ``each`` items in each dimension: ``policy0``, ``policy1``, …"""
    items = [
        an_item(f"{dimension}{number}", dimension=dimension)
        for dimension in ("policy", "practice", "child")
        for number in range(each)
    ]
    return a_questionnaire(*items, dimension_gaps=PHRASES)


def pairs(policy: int, practice: int, child: int) -> dict[str, Given]:
    """Return two equal answers for each dimension."""
    worth = {"policy": policy, "practice": practice, "child": child}
    return {f"{name}{number}": points for name, points in worth.items() for number in range(2)}


def test_each_dimension_is_the_weighted_mean_of_its_own_items() -> None:
    questionnaire = a_questionnaire(
        an_item("a", weight="3"), an_item("b"), an_item("c", dimension="child")
    )

    found = scored(questionnaire, a=4, b=UNKNOWN, c=not_applicable("none")).overall.dimensions

    assert found["policy"].figure == Figure(Decimal(3), Decimal(4), Decimal(75))
    assert (found["policy"].asked, found["policy"].answered) == (2, 1)
    assert found["child"].figure == Figure()
    assert (found["child"].asked, found["child"].answered) == (1, 0)


def test_a_dimension_is_a_mean_also_where_the_group_is_a_sum() -> None:
    questionnaire = a_questionnaire(a_group("g", an_item("a"), an_item("b"), method="sum"))

    group = scored(questionnaire, a=4, b=2).groups["g"]

    assert group.cautious.points == 6
    assert group.dimensions["policy"].figure.points == 3


def test_every_group_names_every_dimension_in_the_order_of_the_scales() -> None:
    questionnaire = a_questionnaire(
        a_group("g", an_item("a", dimension="child")), a_group("h", an_item("b"))
    )

    result = scored(questionnaire, a=4, b=2)

    assert list(result.overall.dimensions) == ["policy", "child"]
    assert list(result.groups["g"].dimensions) == ["policy", "child"]
    assert result.groups["g"].dimensions["policy"].asked == 0


@pytest.mark.parametrize(
    ("answers", "phrases"),
    [
        (pairs(3, 2, 2), ["paper_policy"]),
        (pairs(2, 3, 2), ["unsecured_practice"]),
        (pairs(3, 3, 2), ["child_unseen"]),
        (pairs(4, 3, 2), ["paper_policy", "child_unseen"]),
        (pairs(4, 2, 2), ["paper_policy"]),
        (pairs(2, 2, 2), []),
    ],
)
def test_a_gap_shows_where_one_side_lies_far_enough_below_every_other(
    answers: dict[str, Given], phrases: list[str]
) -> None:
    assert [gap.phrase for gap in scored(three(), **answers).overall.gaps] == phrases


def test_a_gap_looks_at_the_figures_as_they_are_printed() -> None:
    items = [an_item("a"), an_item("b"), an_item("c", dimension="practice", weight="10")]
    questionnaire = a_questionnaire(
        *items, an_item("d", dimension="practice", weight="11"), dimension_gaps=PHRASES[:1]
    )

    found = scored(questionnaire, a=2, b=1, c=1, d=0).overall

    assert found.dimensions["practice"].figure.points == Decimal("0.5")
    assert [gap.phrase for gap in found.gaps] == ["paper_policy"]


@pytest.mark.parametrize(
    ("second", "gaps"),
    [
        ({"policy1": 4}, (Gap(("policy",), "practice", "paper_policy", enough=False),)),
        (
            {"policy1": 4, "practice1": 0},
            (Gap(("policy",), "practice", "paper_policy", enough=True),),
        ),
        (
            {"policy1": 4, "practice1": UNKNOWN},
            (Gap(("policy",), "practice", "paper_policy", enough=False),),
        ),
    ],
)
def test_a_gap_says_whether_each_side_rests_on_two_answers(
    second: dict[str, Given], gaps: tuple[Gap, ...]
) -> None:
    assert scored(three(), policy0=4, practice0=0, **second).overall.gaps == gaps


def test_a_side_without_any_answer_shows_no_gap() -> None:
    result = scored(three(), policy0=4, policy1=4, practice0=UNKNOWN, practice1=UNKNOWN)

    assert result.overall.dimensions["practice"].figure.points is None
    assert result.overall.gaps == ()


def test_a_gap_on_a_dimension_that_is_not_asked_shows_nothing() -> None:
    only_paper = a_questionnaire(an_item("a"), an_item("b"), dimension_gaps=PHRASES)

    assert scored(only_paper, a=4, b=4).overall.gaps == ()


def test_a_scale_that_no_item_uses_is_no_dimension() -> None:
    only_paper = a_questionnaire(an_item("a"), an_item("b"))

    result = scored(only_paper, a=4, b=4)

    assert "child" in only_paper.scales
    assert tuple(result.overall.dimensions) == ("policy",)

"""Every figure can be worked out again from its explanation."""

from decimal import Decimal

import pytest

from tests.builders import Raw, a_group, a_questionnaire, an_item, scored
from toolkit.domain.answers import UNKNOWN, not_applicable
from toolkit.domain.scoring.result import Figure
from toolkit.domain.scoring.trace import explain


def test_an_explanation_lists_what_counts_with_what_does_not() -> None:
    questionnaire = a_questionnaire(
        an_item("given", weight="2"),
        an_item("unknown"),
        an_item("nowhere"),
        an_item("blank"),
        an_item("implied", show_if={"item": "given", "at_least": "4"}, when_hidden="zero"),
    )

    result = scored(questionnaire, given=3, unknown=UNKNOWN, nowhere=not_applicable("none"))

    explanation = explain(result, "theme")
    rows = explanation.rows
    assert [(row.id, row.why, row.counted) for row in rows] == [
        ("given", "answered", True),
        ("unknown", "unknown", True),
        ("nowhere", "not_applicable", False),
        ("blank", "open", False),
        ("implied", "implied", True),
    ]
    assert [row.product for row in rows] == [6, 0, None, None, 0]
    assert [explanation.total, explanation.most, explanation.weight] == [6, 16, 4]


def test_the_figure_over_what_is_known_has_its_own_explanation() -> None:
    result = scored(a_questionnaire(an_item("a"), an_item("b")), a=3, b=UNKNOWN)

    cautious, known = explain(result), explain(result, which="known")

    assert (cautious.figure.share, known.figure.share) == (Decimal("37.5"), Decimal(75))
    assert [row.counted for row in known.rows] == [True, False]
    assert known.figure.share == result.overall.known_share


TWO_GROUPS = (
    a_group("one", an_item("a"), an_item("b"), an_item("c"), weight="2"),
    a_group("two", an_item("d")),
    a_group("three", an_item("e")),
)


@pytest.mark.parametrize(("carry", "points"), [("exact", "1.3333"), ("rounded", "1.3000")])
def test_a_method_over_children_is_explained_by_groups(carry: str, points: str) -> None:
    rules: Raw = {"method": "mean_of_children", "rounding": {"carry": carry}, "coverage": "0.1"}
    result = scored(
        a_questionnaire(*TWO_GROUPS, scoring=rules), a=4, b=0, c=0, d=not_applicable("")
    )

    explanation = explain(result)

    assert [(row.id, row.why) for row in explanation.rows] == [
        ("one", "group"),
        ("two", "nothing"),
        ("three", "too_little"),
    ]
    assert round(explanation.rows[0].points or Decimal(0), 4) == Decimal(points)
    assert explanation.weight == 2


@pytest.mark.parametrize(
    "method", ["mean", "sum", "mean_of_children", "sum_of_children", "min_of_children"]
)
def test_every_group_is_explained_as_it_is_scored(method: str) -> None:
    result = scored(
        a_questionnaire(*TWO_GROUPS, scoring={"method": method}), a=4, b=UNKNOWN, c=1, d=3, e=2
    )

    explained = {group: explain(result, group).figure for group in result.groups}

    assert explain(result).figure == result.overall.cautious
    assert explained == {group: score.cautious for group, score in result.groups.items()}


def test_the_exact_share_stands_beside_the_stated_one() -> None:
    result = scored(a_questionnaire(an_item("a"), an_item("b"), an_item("c")), a=4, b=4, c=0)

    explanation = explain(result)

    assert str(explanation.exact).startswith("66.6666666")
    assert str(explanation.figure.share) == "66.7"


def test_where_there_is_no_score_nothing_is_stated() -> None:
    result = scored(a_questionnaire(an_item("a"), scoring={"coverage": "1"}))

    explanation = explain(result)

    assert explanation.figure == Figure()
    assert explanation.exact is None
    assert explanation.weight == 0


def test_a_short_round_has_no_figure_to_explain() -> None:
    questionnaire = a_questionnaire(
        an_item("a"), selections=[{"id": "core", "title": {"nl": "Kort"}}]
    )

    assert explain(scored(questionnaire, "core", a=4)).figure == Figure()


def test_a_group_that_does_not_exist_is_not_explained() -> None:
    with pytest.raises(KeyError):
        explain(scored(a_questionnaire(an_item("a"))), "elsewhere")

"""The example that the scoring rules are explained with, to the digit."""

from decimal import Decimal

from tests.builders import BANDS, GATE, a_questionnaire, an_advice, an_item, scored
from toolkit.domain.answers import UNKNOWN
from toolkit.domain.scoring.result import MinimumState, Result
from toolkit.domain.scoring.trace import explain

RULES = {
    "coverage": "0.5",
    "bands": BANDS,
    "gate": GATE,
    "priority": {"minimum": "4", "quick": "1"},
}


def the_example(*, mid_effort: str = "M") -> Result:
    """Item A: minimum, weight 3, value 1. B: deepening, weight 2, value 3. C: unknown."""
    questionnaire = a_questionnaire(
        an_item("a", weight="3", advice={"low": an_advice("S"), "mid": an_advice()}),
        an_item("b", weight="2", level="deepening", advice={"mid": an_advice(mid_effort)}),
        an_item("c", weight="1", advice={"low": an_advice()}),
        scoring=RULES,
    )
    return scored(questionnaire, a=1, b=3, c=UNKNOWN)


def test_the_cautious_score_is_37_5_percent_called_begin() -> None:
    overall = the_example().overall

    assert str(overall.cautious.share) == "37.5"
    assert (overall.cautious.points, overall.cautious.maximum) == (Decimal("1.5"), Decimal(4))
    assert (overall.band, overall.uncapped_band) == ("begin", "begin")


def test_the_score_over_what_is_known_is_45_percent() -> None:
    assert the_example().overall.known_share == 45


def test_a_stands_under_the_minimum_line_while_c_is_to_be_found_out() -> None:
    result = the_example()

    assert result.overall.below_minimum == ("a",)
    assert result.overall.minimum_unknown == result.find_out == ("c",)
    assert result.minimum_states[MinimumState.MISSING] == 1
    assert result.minimum_states[MinimumState.UNKNOWN] == 1


def test_the_priorities_are_14_with_2_or_3() -> None:
    calm, quick = the_example().advice, the_example(mid_effort="S").advice

    assert [(point.id, point.priority) for point in calm] == [
        ("a.low", Decimal(14)),
        ("b.mid", Decimal(2)),
    ]
    assert [(point.id, point.priority) for point in quick] == [
        ("a.low", Decimal(14)),
        ("b.mid", Decimal(3)),
    ]


def test_the_trace_shows_nine_of_twentyfour_points() -> None:
    explanation = explain(the_example())

    assert [row.weight for row in explanation.rows] == [3, 2, 1]
    assert [row.points for row in explanation.rows] == [1, 3, 0]
    assert [row.product for row in explanation.rows] == [3, 6, 0]
    assert [explanation.total, explanation.most, explanation.weight] == [9, 24, 6]
    assert explanation.exact == Decimal("37.5")

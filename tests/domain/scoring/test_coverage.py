"""Too few answers are no ground for a score."""

from decimal import Decimal

import pytest

from tests.builders import BANDS, GATE, a_questionnaire, an_advice, an_item, scored
from toolkit.domain.answers import UNKNOWN, not_applicable
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import Figure

RULES = {"coverage": "0.5", "bands": BANDS, "gate": GATE}
ADVICE = {"low": an_advice()}
FIVE = [an_item(name, advice=ADVICE) for name in "abcde"]


def five(**rules: object) -> Questionnaire:
    return a_questionnaire(*FIVE, scoring={**RULES, **rules})


def test_exactly_the_coverage_asked_is_enough() -> None:
    result = scored(five(), a=1, b=UNKNOWN, c=not_applicable("none here"))

    assert result.overall.coverage == Decimal("0.5")
    assert result.overall.enough
    assert result.overall.cautious.share == Decimal("12.5")


def test_coverage_is_never_rounded_up_to_enough() -> None:
    seven = a_questionnaire(*[an_item(f"i{n}") for n in range(7)], scoring={"coverage": "0.4286"})

    assert not scored(seven, i1=1, i2=1, i3=1).overall.enough


def test_below_the_coverage_there_is_no_figure_band_or_level() -> None:
    overall = scored(five(), a=4, b=4).overall

    assert not overall.enough
    assert overall.cautious == Figure()
    assert (overall.known_share, overall.band, overall.uncapped_band) == (None, None, None)
    assert overall.level_reached is None
    assert overall.dimensions["policy"].figure == Figure()


def test_below_the_coverage_counts_minimum_line_advice_with_what_to_find_out_stay() -> None:
    result = scored(five(), a=0, b=UNKNOWN)

    assert (result.overall.counts.answered, result.overall.counts.unknown) == (1, 1)
    assert result.overall.below_minimum == ("a",)
    assert result.overall.minimum_unknown == result.find_out == ("b",)
    assert [point.id for point in result.advice] == ["a.low"]
    assert result.overall.dimensions["policy"].answered == 1


def test_where_nothing_applies_there_is_no_coverage_to_fall_short_of() -> None:
    nothing = not_applicable("none here")

    overall = scored(five(), a=nothing, b=nothing, c=nothing, d=nothing, e=nothing).overall

    assert overall.coverage is None
    assert overall.enough
    assert overall.cautious == Figure()


@pytest.mark.parametrize(("method", "share"), [("mean", 50), ("mean_of_children", 0)])
def test_a_group_with_too_few_answers_has_no_score_for_its_parent(method: str, share: int) -> None:
    thin = {"id": "thin", "title": {"nl": "Dun"}, "items": [*FIVE[:3]]}
    full = {"id": "full", "title": {"nl": "Vol"}, "items": [FIVE[3]]}
    questionnaire = a_questionnaire(thin, full, scoring={**RULES, "method": method})

    result = scored(questionnaire, a=4, d=0)

    assert result.groups["thin"].cautious.share is None
    assert result.overall.cautious.share == share

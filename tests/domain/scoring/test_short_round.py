"""A short round asks a selection, and says nothing about the rest."""

import pytest

from tests.builders import (
    BANDS,
    GATE,
    a_group,
    a_questionnaire,
    an_advice,
    an_intake_item,
    an_item,
    scored,
)
from toolkit.domain.answers import UNKNOWN
from toolkit.domain.scoring.result import Figure, MinimumState
from toolkit.domain.scoring.score import NoSuchSelection

ADVICE = {"low": an_advice()}
QUESTIONNAIRE = a_questionnaire(
    a_group(
        "one",
        an_item("heavy", weight="3", advice=ADVICE),
        an_item("light", advice=ADVICE),
        an_item("deep", weight="3", level="deepening", advice=ADVICE),
    ),
    a_group(
        "two",
        an_item("voice", weight="3", dimension="child"),
        an_item(
            "follow",
            weight="3",
            show_if={"item": "light", "at_least": "2"},
            when_hidden="zero",
        ),
        an_item("ships", weight="3", show_if={"item": "harbour", "equals": "yes"}),
    ),
    a_group("three", an_item("other")),
    intake=[an_intake_item("harbour")],
    selections=[{"id": "core", "title": {"nl": "Kort"}, "level": "minimum", "weight": "3"}],
    scoring={"bands": BANDS, "gate": GATE},
    contradictions=[
        {"id": "outside", "text": {"nl": "?"}, "when": {"item": "light", "at_least": "0"}},
        {"id": "inside", "text": {"nl": "?"}, "when": {"item": "heavy", "at_most": "1"}},
    ],
)
ROUND = scored(
    QUESTIONNAIRE, "core", heavy=1, light=0, deep=0, voice=4, follow=UNKNOWN, harbour="no", other=4
)


def test_items_outside_the_selection_do_not_exist() -> None:
    assert list(ROUND.marks) == ["heavy", "voice", "follow"]
    assert ROUND.hidden == ("ships",)
    assert ROUND.overall.counts.asked == 3
    assert ROUND.groups["three"].counts.asked == 0
    assert [point.id for point in ROUND.advice] == ["heavy.low"]


def test_an_answer_outside_the_selection_decides_nothing() -> None:
    assert ROUND.marks["follow"].implied_by == ()
    assert ROUND.find_out == ("follow",)
    assert ROUND.contradictions == ("inside",)


@pytest.mark.parametrize("group", [ROUND.overall, *ROUND.groups.values()])
def test_no_group_has_a_figure_band_or_level(group: object) -> None:
    assert getattr(group, "cautious", None) == Figure()
    names = ("known_share", "band", "uncapped_band", "level_reached")
    assert [getattr(group, name) for name in names] == [None] * 4


def test_the_five_words_with_the_picture_of_the_whole_remain() -> None:
    assert ROUND.minimum_states[MinimumState.MISSING] == 1
    assert ROUND.groups["one"].below_minimum == ("heavy",)
    assert ROUND.overall.dimensions["child"].figure.share == 100
    assert ROUND.groups["two"].dimensions["child"].figure == Figure()
    assert ROUND.groups["two"].dimensions["child"].answered == 1


def test_the_answers_carry_over_into_the_full_round() -> None:
    full = scored(QUESTIONNAIRE, heavy=1, light=2, deep=0, voice=4, follow=4, harbour="no", other=4)

    assert full.overall.cautious.share is not None
    assert full.selection is None
    assert set(full.marks) > set(ROUND.marks)


def test_a_round_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NoSuchSelection) as caught:
        scored(QUESTIONNAIRE, "long")

    assert caught.value.selection == "long"

"""Each state counts for what the rules of the questionnaire say."""

from decimal import Decimal

import pytest

from tests.builders import a_questionnaire, an_item, disagreement, scored
from toolkit.domain.answers import OPEN, UNKNOWN, Answer, not_applicable
from toolkit.domain.scoring.result import Counts

NOT_HERE = not_applicable("there is none here")
TWO = (an_item("a"), an_item("b"))


def shares(other: Answer | int, **rules: object) -> tuple[Decimal | None, Decimal | None]:
    """Return the cautious and the known share when one item is worth 2 of 4."""
    overall = scored(a_questionnaire(*TWO, scoring=rules), a=2, b=other).overall
    return overall.cautious.share, overall.known_share


@pytest.mark.parametrize(
    ("other", "rules", "expected"),
    [
        (4, {}, (75, 75)),
        (UNKNOWN, {}, (25, 50)),
        (UNKNOWN, {"unknown": "exclude"}, (50, 50)),
        (NOT_HERE, {}, (50, 50)),
        (NOT_HERE, {"not_applicable": {"as": "3"}}, (Decimal("62.5"), Decimal("62.5"))),
        (NOT_HERE, {"not_applicable": {"as": "9"}}, (75, 75)),
        (OPEN, {}, (50, 50)),
        (OPEN, {"unanswered": "zero"}, (25, 50)),
        (OPEN, {"unanswered": "withhold"}, (None, None)),
        (disagreement(1, 4), {}, (Decimal("37.5"), 75)),
        (disagreement(4, 1), {}, (Decimal("37.5"), 75)),
    ],
)
def test_a_state_counts_as_the_rules_say(
    other: Answer | int, rules: dict[str, object], expected: tuple[Decimal | int | None, ...]
) -> None:
    assert shares(other, **rules) == expected


def test_every_visible_scored_item_is_in_exactly_one_state() -> None:
    items = [an_item(name) for name in "abcde"]

    result = scored(a_questionnaire(*items), a=1, b=UNKNOWN, c=NOT_HERE, d=disagreement(1, 2))

    assert result.overall.counts == Counts(answered=2, unknown=1, not_applicable=1, open=1)
    assert result.overall.counts.asked == len(result.marks) == 5


def test_an_item_that_is_not_scored_never_counts() -> None:
    free = an_item("b", type="text", dimension=None)
    retired = an_item("c", retired="true")

    result = scored(a_questionnaire(an_item("a"), free, retired), a=2, b="words", c=4)

    assert list(result.marks) == ["a"]
    assert result.overall.cautious.share == 50


def test_withholding_goes_up_but_not_sideways() -> None:
    questionnaire = a_questionnaire(
        {"id": "one", "title": {"nl": "Eén"}, "items": [an_item("a")]},
        {"id": "two", "title": {"nl": "Twee"}, "items": [an_item("b")]},
        scoring={"unanswered": "withhold"},
    )

    result = scored(questionnaire, a=4)

    assert result.groups["one"].cautious.share == 100
    assert result.groups["two"].cautious.share is None
    assert result.overall.cautious.share is None
    assert (result.groups["one"].enough, result.overall.enough) == (True, False)


@pytest.mark.parametrize("other", [OPEN, NOT_HERE])
def test_nothing_scored_is_no_score(other: Answer) -> None:
    overall = scored(a_questionnaire(*TWO), a=other, b=other).overall

    assert overall.cautious.points is None
    assert overall.cautious.share is None
    assert overall.known_share is None
    assert overall.band is None


def test_only_unknown_answers_leave_nothing_that_is_known() -> None:
    overall = scored(a_questionnaire(*TWO), a=UNKNOWN, b=UNKNOWN).overall

    assert overall.cautious.share == 0
    assert overall.known_share is None


def test_an_item_on_which_nothing_can_be_earned_gives_no_share() -> None:
    empty = an_item("a", type="choice", options=[{"id": "x", "label": {"nl": "x"}, "points": "0"}])

    overall = scored(a_questionnaire(empty), a="x").overall

    assert (overall.cautious.points, overall.cautious.share) == (Decimal(0), None)

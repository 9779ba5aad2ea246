"""Bands, the minimum line that caps them, the ladder of levels."""

from decimal import Decimal

import pytest

from tests.builders import BANDS, GATE, a_group, a_questionnaire, an_item, disagreement, scored
from toolkit.domain.answers import OPEN, UNKNOWN, Answer, not_applicable
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import MinimumState

NOT_HERE = not_applicable("none here")
RULES = {"bands": BANDS, "gate": GATE}


def percent(items: int = 1) -> Questionnaire:
    """Return a questionnaire whose scale is 0 to 100, so that points are shares."""
    scale = [{"value": str(value), "label": {"nl": "x"}} for value in range(101)]
    return a_questionnaire(
        *[an_item(f"i{n}", level="deepening") for n in range(items)],
        scales={"policy": scale},
        scoring=RULES,
    )


@pytest.mark.parametrize(
    ("share", "band"),
    [
        (0, "not_yet"),
        (24, "not_yet"),
        (25, "begin"),
        (49, "begin"),
        (50, "underway"),
        (74, "underway"),
        (75, "in_order"),
        (90, "example"),
        (100, "example"),
    ],
)
def test_a_share_is_called_after_the_highest_bound_it_reaches(share: int, band: str) -> None:
    assert scored(percent(), i0=share).overall.band == band


def test_the_band_looks_at_the_share_as_it_is_printed() -> None:
    almost = scored(percent(20), i0=99, **{f"i{n}": 100 for n in range(1, 15)})
    weighted = a_questionnaire(
        an_item("a", weight="999"), an_item("b", weight="1001"), scoring={"bands": BANDS}
    )

    found = scored(weighted, a=4, b=0).overall

    assert almost.overall.cautious.share == Decimal("99.9")
    assert (found.cautious.share, found.band) == (Decimal(50), "underway")


def test_the_band_is_that_of_the_cautious_share() -> None:
    questionnaire = a_questionnaire(an_item("a"), an_item("b"), scoring={"bands": BANDS})

    overall = scored(questionnaire, a=4, b=UNKNOWN).overall

    assert (overall.known_share, overall.band) == (Decimal(100), "underway")


def test_a_share_under_the_first_bound_has_no_band() -> None:
    questionnaire = a_questionnaire(an_item("a"), scoring={"bands": BANDS[1:]})

    assert scored(questionnaire, a=0).overall.band is None


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (0, MinimumState.MISSING),
        (1, MinimumState.MISSING),
        (2, MinimumState.BEGUN),
        (3, MinimumState.IN_ORDER),
        (4, MinimumState.IN_ORDER),
        (UNKNOWN, MinimumState.UNKNOWN),
        (OPEN, MinimumState.OPEN),
        (NOT_HERE, None),
        (disagreement(1, 4), MinimumState.MISSING),
        (disagreement(4, 2), MinimumState.BEGUN),
    ],
)
def test_an_item_of_the_minimum_line_ends_as_one_word(
    answer: int | Answer, state: MinimumState | None
) -> None:
    questionnaire = a_questionnaire(an_item("a"), an_item("deep", level="deepening"), scoring=RULES)

    result = scored(questionnaire, a=answer, deep=0)

    assert result.marks["a"].minimum is state
    assert result.marks["deep"].minimum is None
    assert sum(result.minimum_states.values()) == (state is not None)
    assert list(result.minimum_states) == list(MinimumState)


def test_without_its_own_bound_what_passes_is_in_order() -> None:
    gate = {"level": "minimum", "pass": "2"}
    questionnaire = a_questionnaire(an_item("a"), scoring={"gate": gate})

    assert scored(questionnaire, a=2).marks["a"].minimum is MinimumState.IN_ORDER


@pytest.mark.parametrize(
    ("weak", "band", "below", "unknown"),
    [
        (1, "underway", ("weak",), ()),
        (UNKNOWN, "underway", (), ("weak",)),
        (2, "example", (), ()),
        (OPEN, "example", (), ()),
        (NOT_HERE, "example", (), ()),
    ],
)
def test_a_group_with_something_missing_or_unknown_is_never_called_in_order(
    weak: int | Answer, band: str, below: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    strong = an_item("strong", weight="100")
    questionnaire = a_questionnaire(strong, an_item("weak"), scoring=RULES)

    overall = scored(questionnaire, strong=4, weak=weak).overall

    assert (overall.band, overall.uncapped_band) == (band, "example")
    assert (overall.below_minimum, overall.minimum_unknown) == (below, unknown)


def test_the_cap_holds_for_the_group_itself_with_all_around_it() -> None:
    questionnaire = a_questionnaire(
        a_group("fine", an_item("a", weight="99")), a_group("weak", an_item("b")), scoring=RULES
    )

    result = scored(questionnaire, a=4, b=1)

    assert result.groups["fine"].band == "example"
    assert result.groups["weak"].band == "begin"
    assert (result.overall.uncapped_band, result.overall.band) == ("example", "underway")


def test_the_cap_never_lifts_a_band() -> None:
    assert scored(a_questionnaire(an_item("a"), scoring=RULES), a=0).overall.band == "not_yet"


LADDER = a_questionnaire(
    an_item("one", level="first"),
    an_item("two", level="second"),
    an_item("other", level="second"),
    an_item("four", level="fourth"),
    levels=["first", "second", "third", "fourth"],
    scoring={"gate": {"level": "first", "pass": "2"}, "unanswered": "exclude"},
)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"one": 2, "two": 2, "other": 2, "four": 2}, "fourth"),
        ({"one": 2, "two": 2, "other": 2, "four": 1}, "second"),
        ({"one": 2, "two": 2, "other": NOT_HERE, "four": 0}, "second"),
        ({"one": 2, "two": NOT_HERE, "other": NOT_HERE, "four": 0}, "first"),
        ({"one": 2, "two": NOT_HERE, "other": NOT_HERE, "four": 4}, "fourth"),
        ({"one": 2, "two": UNKNOWN, "other": 4, "four": 4}, "first"),
        ({"one": 2, "two": 4, "four": 4}, "first"),
        ({"one": 1, "two": 4, "other": 4, "four": 4}, None),
        ({}, None),
    ],
)
def test_a_level_is_reached_with_all_below_it(
    answers: dict[str, int | Answer], level: str | None
) -> None:
    assert scored(LADDER, **answers).overall.level_reached == level


def test_without_a_gate_there_is_no_ladder_or_cap() -> None:
    result = scored(a_questionnaire(an_item("a"), scoring={"bands": BANDS}), a=4)

    assert result.overall.level_reached is None
    assert result.marks["a"].minimum is None
    assert set(result.minimum_states.values()) == {0}

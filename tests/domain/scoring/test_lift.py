"""The few answers that would lift a group one band, the minimum line first."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.builders import BANDS, GATE, Given, a_group, a_questionnaire, an_item, scored
from toolkit.domain.answers import UNKNOWN, answered, not_applicable
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.lift import Lift, LiftStep, _Trial, lift
from toolkit.domain.scoring.score import score

DEEP = {"level": "deepening"}


def some_items(count: int = 6, **rest: object) -> Questionnaire:
    items = [an_item(f"i{number}", **rest) for number in range(count)]
    return a_questionnaire(*items, scoring={"bands": BANDS, "gate": GATE})


def found(questionnaire: Questionnaire, **answers: Given) -> Lift:
    lifted = lift(scored(questionnaire, **answers))
    assert lifted is not None
    return lifted


def test_the_answer_that_adds_most_comes_first_no_further_than_needed() -> None:
    questionnaire = a_questionnaire(
        an_item("small", **DEEP), an_item("large", weight="4", **DEEP), scoring={"bands": BANDS}
    )

    lifted = found(questionnaire, small=0, large=1)

    assert (lifted.start, lifted.target, lifted.reached) == ("not_yet", "begin", True)
    assert [(step.item, step.points, step.value) for step in lifted.steps] == [
        ("large", Decimal(1), Decimal(2))
    ]
    assert lifted.share == 40


def test_answers_that_do_the_same_are_tried_once(monkeypatch: pytest.MonkeyPatch) -> None:
    questionnaire = some_items(300, **DEEP)
    tried: list[tuple[LiftStep, ...]] = []
    share = _Trial.after

    def after(trial: _Trial, *steps: LiftStep) -> Fraction:
        tried.append(steps)
        return share(trial, *steps)

    monkeypatch.setattr(_Trial, "after", after)
    lifted = found(questionnaire, **dict.fromkeys(questionnaire.questions, 1))

    assert [step.item for step in lifted.steps] == ["i0", "i1", "i2", "i3", "i4"]
    assert len(tried) < 40


def test_what_the_minimum_line_demands_comes_first() -> None:
    questionnaire = a_questionnaire(
        an_item("deep", weight="9", **DEEP),
        an_item("missing"),
        an_item("unknown"),
        scoring={"bands": BANDS, "gate": GATE},
    )

    lifted = found(questionnaire, deep=3, missing=1, unknown=UNKNOWN)

    assert [(step.item, step.worth, step.demanded) for step in lifted.steps] == [
        ("unknown", Decimal(2), True),
        ("missing", Decimal(2), True),
        ("deep", Decimal(4), False),
    ]
    assert (lifted.start, lifted.target, lifted.reached) == ("underway", "in_order", True)


def test_a_capped_group_is_lifted_by_its_minimum_line_alone() -> None:
    questionnaire = a_questionnaire(
        an_item("weak"), an_item("strong", weight="20"), scoring={"bands": BANDS, "gate": GATE}
    )

    lifted = found(questionnaire, weak=1, strong=4)

    assert [step.item for step in lifted.steps] == ["weak"]
    assert (lifted.start, lifted.target, lifted.reached) == ("underway", "in_order", True)


def test_the_steps_lead_where_they_say_when_scored_again() -> None:
    questionnaire = some_items(level="deepening")
    result = scored(questionnaire, **{f"i{number}": 1 for number in range(6)})

    lifted = lift(result)

    assert lifted is not None
    changed = {step.item: answered(step.value) for step in lifted.steps}
    again = score(questionnaire, {**result.answers, **changed}).overall
    assert (again.band, again.cautious.share) == (lifted.target, lifted.share)


def test_more_than_five_answers_are_too_many() -> None:
    lifted = found(some_items(40, **DEEP), **{f"i{number}": 0 for number in range(40)})

    assert len(lifted.steps) == 5
    assert not lifted.reached


def test_a_minimum_line_that_demands_more_than_five_is_where_to_begin() -> None:
    lifted = found(some_items(8), **{f"i{number}": 1 for number in range(8)})

    assert [step.demanded for step in lifted.steps] == [True] * 5
    assert not lifted.reached


@pytest.mark.parametrize(
    "answers",
    [{"i0": 4, "i1": 4}, {"i0": not_applicable("none"), "i1": not_applicable("none")}],
)
def test_the_highest_band_or_none_at_all_is_not_lifted(answers: dict[str, Given]) -> None:
    assert lift(scored(some_items(2, **DEEP), **answers)) is None


def test_each_group_has_its_own_way_up() -> None:
    questionnaire = a_questionnaire(
        a_group("one", an_item("a", **DEEP)),
        a_group("two", an_item("b", **DEEP)),
        scoring={"bands": BANDS},
    )

    lifted = lift(scored(questionnaire, a=1, b=3), "two")

    assert lifted is not None
    assert [step.item for step in lifted.steps] == ["b"]
    assert (lifted.id, lifted.target) == ("two", "example")


def test_what_a_step_makes_appear_counts_as_unknown() -> None:
    questionnaire = a_questionnaire(
        an_item("plan", **DEEP),
        an_item("detail", show_if={"item": "plan", "at_least": "2"}, when_hidden="zero", **DEEP),
        scoring={"bands": BANDS},
    )

    lifted = found(questionnaire, plan=1)

    assert lifted.reached
    assert lifted.share == 25


def test_the_weakest_group_is_the_one_to_lift() -> None:
    questionnaire = a_questionnaire(
        a_group("one", an_item("a", weight="9", **DEEP)),
        a_group("two", an_item("b", **DEEP)),
        scoring={"bands": BANDS, "method": "min_of_children"},
    )

    assert [step.item for step in found(questionnaire, a=2, b=1).steps] == ["b"]


def test_a_questionnaire_without_bands_lifts_nothing() -> None:
    assert lift(scored(a_questionnaire(an_item("a")), a=1)) is None

"""Whatever an advisor changes in a workshop, every minute has its place."""

from collections.abc import Callable
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.workshops import example, proposed
from toolkit.catalogue import library
from toolkit.domain.fields import Text
from toolkit.domain.workshop_agenda import FIRST, LAST
from toolkit.domain.workshop_change import (
    fitted_again,
    left_out,
    point_added,
    point_moved,
    point_removed,
    with_minutes,
)
from toolkit.domain.workshop_phases import phase_kept, phase_moved, phase_removed
from toolkit.domain.workshop_plan import Plan, PlannedPhase, PlannedPoint
from toolkit.domain.workshop_proposal import Wishes
from toolkit.domain.workshop_whole import WontFit

TEXTS = library().workshop
OWN = Text({"nl": "Eigen tekst"})
Change = Callable[[Plan], Plan]


def a_plan(minutes: int = 240) -> Plan:
    return proposed(example(), Wishes(minutes)).plan


def a_phase(name: str, minutes: int) -> PlannedPhase:
    return PlannedPhase(id=name, title=OWN, story=OWN, discuss=(OWN,), minutes=minutes)


def lengths(plan: Plan) -> dict[str, int]:
    return {point.id: point.minutes for point in plan.agenda}


def tried(plan: Plan, change: Change) -> Plan:
    """Return the plan after a change, or as it was when that will not fit."""
    try:
        return change(plan)
    except WontFit:
        return plan


def changes() -> st.SearchStrategy[Change]:
    """Anything that a button of the agenda can do, to a point or phase that is there or not."""
    points = st.sampled_from([point.id for point in a_plan(480).agenda] + ["own_1", "own_2"])
    phases = st.sampled_from([phase.id for phase in a_plan().phases] + ["own_1", "own_2"])
    minutes, by = st.integers(1, 600), st.sampled_from([-1, 1])
    return st.one_of(
        st.builds(lambda name, by: lambda plan: point_moved(plan, name, by), points, by),
        st.builds(lambda name: lambda plan: point_removed(plan, name, TEXTS), points),
        st.builds(
            lambda name, length: (
                lambda plan: point_added(
                    plan, PlannedPoint(id=name, title=OWN, minutes=length), TEXTS
                )
            ),
            points,
            minutes,
        ),
        st.builds(
            lambda name, length, total: (
                lambda plan: fitted_again(plan, {name: length}, total, TEXTS)
            ),
            points,
            minutes,
            minutes,
        ),
        st.builds(
            lambda name, length: (
                lambda plan: with_minutes(
                    plan, {name: length}, plan.minutes - lengths(plan).get(name, length) + length
                )
            ),
            points,
            minutes,
        ),
        st.builds(lambda name, by: lambda plan: phase_moved(plan, name, by), phases, by),
        st.builds(lambda name: lambda plan: phase_removed(plan, name), phases),
        st.builds(
            lambda name, length: lambda plan: phase_kept(plan, a_phase(name, length)),
            phases,
            minutes,
        ),
    )


@given(st.sampled_from([120, 240, 241, 480]), st.lists(changes(), max_size=12))
def test_after_any_changes_every_minute_has_its_place(minutes: int, pressed: list[Change]) -> None:
    plan = reduce(tried, pressed, a_plan(minutes))

    assert sum(lengths(plan).values()) == plan.minutes
    assert sum(phase.minutes for phase in plan.phases) == sum(
        lengths(plan).get(name, 0) for name in (FIRST, LAST)
    )
    assert sum(p.minutes for p in plan.first_phases) == lengths(plan).get(FIRST, 0)
    assert all(phase.minutes > 0 for phase in plan.phases)
    assert [name for name in lengths(plan) if name in (FIRST, LAST)] != [LAST, FIRST]


def test_what_was_typed_stays_and_the_rest_is_divided_again() -> None:
    plan = fitted_again(a_plan(), {"break": 25}, 240, TEXTS)

    assert lengths(plan)["break"] == 25
    assert plan.minutes == 240
    assert lengths(plan)[FIRST] < lengths(a_plan())[FIRST]


def test_a_workshop_can_be_made_longer_by_dividing_it_again() -> None:
    plan = fitted_again(a_plan(), {}, 300, TEXTS)

    assert plan.minutes == 300
    assert lengths(plan)["break"] == lengths(a_plan())["break"]


def test_what_leaves_too_little_for_the_rest_says_how_much_that_needs() -> None:
    with pytest.raises(WontFit) as refused:
        fitted_again(a_plan(), {"break": 200}, 240, TEXTS)

    assert (refused.value.code, refused.value.given) == ("too_short", 40)
    assert refused.value.least > 40


def test_minutes_that_do_not_add_up_say_what_they_are_and_had_to_be() -> None:
    with pytest.raises(WontFit) as refused:
        with_minutes(a_plan(), {"break": lengths(a_plan())["break"] + 15}, 240)

    assert (refused.value.code, refused.value.given) == ("agenda_minutes", 255)
    assert refused.value.wanted == 240


def test_phases_have_their_share_of_the_new_minutes_of_their_part() -> None:
    before = a_plan()
    longer = {FIRST: lengths(before)[FIRST] + 30, LAST: lengths(before)[LAST] - 30}

    plan = with_minutes(before, longer, 240)

    assert sum(phase.minutes for phase in plan.first_phases) == longer[FIRST]
    assert [p.id for p in plan.first_phases] == [p.id for p in before.first_phases]


def test_a_part_of_the_story_that_goes_is_told_in_the_other_part() -> None:
    plan = point_removed(a_plan(), LAST, TEXTS)

    assert len(plan.first_phases) == len(plan.phases) == 6
    assert plan.minutes == 240


def test_a_part_of_the_story_that_comes_back_stands_before_the_last() -> None:
    without = point_removed(a_plan(), FIRST, TEXTS)
    back = next(point for point in left_out(without, TEXTS) if point.id == FIRST)

    plan = point_added(without, back, TEXTS)

    assert [n for n in lengths(plan) if n in (FIRST, LAST)] == [FIRST, LAST]
    assert len(plan.first_phases) == 3


def test_the_story_stays_in_order() -> None:
    plan = point_moved(a_plan(), FIRST, 1)

    with pytest.raises(WontFit, match="story_order"):
        point_moved(plan, FIRST, 1)


def test_a_phase_that_goes_across_the_break_takes_the_minutes_of_its_place() -> None:
    before = a_plan()

    plan = phase_moved(before, "report", 1)

    assert [phase.id for phase in plan.phases][2:4] == ["protection", "report"]
    assert [phase.minutes for phase in plan.phases] == [p.minutes for p in before.phases]


def test_a_longer_phase_takes_its_minutes_from_its_own_side_of_the_break() -> None:
    before = a_plan()
    first = before.phases[0].model_copy(update={"minutes": before.phases[0].minutes + 5})

    plan = phase_kept(before, first)

    assert plan.phases[0].minutes == first.minutes
    assert plan.phases[3:] == before.phases[3:]


def test_a_phase_that_is_too_long_says_how_long_it_may_be() -> None:
    before = a_plan()
    whole = lengths(before)[FIRST]

    with pytest.raises(WontFit) as refused:
        phase_kept(before, before.phases[0].model_copy(update={"minutes": whole}))

    assert (refused.value.code, refused.value.most) == ("phase_long", whole - 2)


def test_a_story_that_says_something_else_is_put_to_the_organisation_again() -> None:
    agreed = a_plan().changed(consent="agreed")
    longer = agreed.phases[0].model_copy(update={"minutes": agreed.phases[0].minutes + 5})

    assert phase_kept(agreed, longer).agreed
    assert not phase_kept(agreed, longer.model_copy(update={"story": OWN})).agreed
    assert not phase_kept(agreed, a_phase("own_1", 5)).agreed
    assert not phase_removed(agreed, "weighing").agreed
    assert not phase_moved(agreed, "weighing", 1).agreed
    assert phase_moved(agreed, agreed.phases[0].id, -1).agreed


def test_the_last_phase_of_a_part_cannot_go() -> None:
    plan = a_plan()
    left = phase_removed(phase_removed(plan, "signal"), "weighing")
    two = phase_removed(phase_removed(left, "protection"), "justice")

    with pytest.raises(WontFit, match="phases_few"):
        phase_removed(two, "recovery")

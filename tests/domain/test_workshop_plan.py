"""A plan can be changed in every part, and is whole or not at all."""

from datetime import date, timedelta

import pytest

from tests.domain.workshops import example, proposed
from toolkit.catalogue import library
from toolkit.domain.workshop_plan import CallLine, Plan
from toolkit.domain.workshop_route import DeadEnd, route_card

DAY = date(2026, 12, 18)


def a_plan() -> Plan:
    return proposed(example()).plan


def dead_ends(plan: Plan, day: date = DAY) -> dict[int, DeadEnd]:
    lines = route_card(plan, library(), day)
    return {line.number: line.dead_end for line in lines if line.dead_end}


def test_a_plan_goes_into_text_and_comes_back_the_same() -> None:
    plan = a_plan()

    assert Plan.model_validate_json(plan.model_dump_json()) == plan


def test_a_phase_may_have_a_story_and_questions_of_its_own() -> None:
    first, *rest = a_plan().phases
    own = first.model_copy(update={"story": first.title, "discuss": (first.title,)})

    plan = a_plan().changed(phases=(own, *rest))

    assert plan.phases[0].discuss == (first.title,)


def test_points_may_be_put_in_another_order() -> None:
    points = a_plan().agenda

    assert a_plan().changed(agenda=points[::-1]).agenda == points[::-1]


@pytest.mark.parametrize("minutes", [239, 241])
def test_minutes_that_do_not_add_up_are_refused(minutes: int) -> None:
    with pytest.raises(ValueError, match="does not go together"):
        a_plan().changed(minutes=minutes)


def test_phases_that_take_another_time_than_the_agenda_gives_are_refused() -> None:
    first, *rest = a_plan().phases
    longer = first.model_copy(update={"minutes": first.minutes + 5})

    with pytest.raises(ValueError, match="does not go together"):
        a_plan().changed(phases=(longer, *rest))


def test_a_phase_that_stands_there_twice_is_refused() -> None:
    first, second, *rest = a_plan().phases
    same = second.model_copy(update={"id": first.id})

    with pytest.raises(ValueError, match="does not go together"):
        a_plan().changed(phases=(first, same, *rest))


def test_only_a_plain_yes_of_the_supporting_organisation_is_consent() -> None:
    assert not a_plan().agreed
    assert not a_plan().changed(consent="adapt").agreed
    assert a_plan().changed(consent="agreed").agreed


def test_a_place_that_nobody_filled_in_is_a_dead_end_and_so_is_what_leads_there() -> None:
    assert dead_ends(a_plan()) == {
        3: DeadEnd.NOT_FILLED_IN,
        4: DeadEnd.NOT_FILLED_IN,
        5: DeadEnd.LEADS_TO_ONE,
    }


def test_a_card_that_is_filled_in_has_no_dead_end() -> None:
    words = (CallLine(line=3, words="elke dag, 020"), CallLine(line=4, words="030"))

    plan = a_plan().changed(route=words)

    assert dead_ends(plan) == {}
    assert route_card(plan, library(), DAY)[2].words == "elke dag, 020"


def test_a_number_past_its_date_is_to_be_checked_first() -> None:
    later = DAY + timedelta(days=3650)

    assert dead_ends(a_plan(), later)[2] is DeadEnd.TO_CHECK

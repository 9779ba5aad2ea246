"""A room goes through its steps in order; what the municipality answered never comes first."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.workshops import example, proposed
from toolkit.domain.workshop_plan import Plan
from toolkit.domain.workshop_room import (
    Kind,
    NotInOrder,
    Room,
    Shows,
    Way,
    at,
    minutes_of,
    moved,
    steps,
    went_to,
)

NOW = datetime(2027, 1, 14, 9, tzinfo=UTC)
PLAN = proposed(example()).plan
EVERY = steps(PLAN)
CARDS = next(step for step in EVERY if step.kind is Kind.CARDS)
WAYS = st.lists(st.tuples(st.sampled_from(Way), st.booleans()), max_size=60)


def after(room: Room, way: Way, *, counted: bool, now: datetime = NOW) -> Room:
    """Return where the room is afterwards; where it was, when that cannot be."""
    try:
        return moved(room, way, EVERY, counted=counted, now=now)
    except NotInOrder:
        return room


def walked(walk: list[tuple[Way, bool]], room: Room) -> list[Room]:
    rooms = [room]
    for way, counted in walk:
        rooms.append(after(rooms[-1], way, counted=counted))
    return rooms


def at_cards(shows: Shows = Shows.QUESTION) -> Room:
    return Room(place=CARDS.place, shows=shows, since=NOW)


def test_every_place_stands_there_once() -> None:
    places = [step.place for step in EVERY]

    assert len(set(places)) == len(places) > 30


def test_the_outcome_is_three_pictures_and_the_questions_of_a_phase_come_one_by_one() -> None:
    places = [step.place for step in EVERY]

    assert places[:7] == [
        "welcome",
        "outcome.minimum",
        "outcome.views",
        "outcome.unknown",
        "signal.story",
        "signal.discuss.1",
        "signal.discuss.2",
    ]
    assert places[-3:] == ["second_round", "actions", "closing"]


def test_a_workshop_from_a_name_opens_with_its_questions() -> None:
    plan = proposed(None).plan

    kinds = [step.kind for step in steps(plan)][1 : 1 + len(plan.opening)]

    assert len(kinds) > 5
    assert set(kinds) == {Kind.CARDS}


def test_a_room_whose_place_is_gone_begins_at_the_first_step() -> None:
    assert at(Room(place="no-such-step"), EVERY) == 0


def test_first_the_cards_then_the_room_then_the_official_answer() -> None:
    shown = moved(at_cards(), Way.SHOW, EVERY, counted=True, now=NOW)
    revealed = moved(shown, Way.REVEAL, EVERY, counted=True, now=NOW)

    assert (shown.shows, revealed.shows) == (Shows.ROOM, Shows.OFFICIAL)
    assert moved(revealed, Way.HIDE, EVERY, counted=True, now=NOW).shows is Shows.QUESTION


@pytest.mark.parametrize(
    ("room", "way", "counted"),
    [
        (at_cards(), Way.SHOW, False),
        (at_cards(), Way.REVEAL, True),
        (Room(), Way.SHOW, True),
        (Room(), Way.AGREE, True),
        (Room(), Way.RETURN, True),
    ],
)
def test_nothing_is_shown_before_its_turn(room: Room, way: Way, *, counted: bool) -> None:
    with pytest.raises(NotInOrder):
        moved(room, way, EVERY, counted=counted, now=NOW)


def test_after_an_agreement_the_room_is_back_where_it_was() -> None:
    room = at_cards(Shows.OFFICIAL)

    agreeing = moved(room, Way.AGREE, EVERY, counted=True, now=NOW + timedelta(minutes=5))

    assert agreeing.place == "actions"
    assert moved(agreeing, Way.RETURN, EVERY, counted=True, now=NOW) == room


def test_the_clock_goes_on_within_a_phase_and_begins_anew_at_the_next() -> None:
    room = went_to(Room(), "signal.story", EVERY, now=NOW)
    later = NOW + timedelta(minutes=3)

    within = went_to(room, "signal.discuss.2", EVERY, now=later)
    beyond = went_to(room, "weighing.story", EVERY, now=later)

    assert (within.since, beyond.since) == (NOW, later)


def test_a_place_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotInOrder):
        went_to(Room(), "no-such-step", EVERY, now=NOW)


def test_the_ends_are_walls() -> None:
    last = Room(place=EVERY[-1].place, since=NOW)

    assert moved(last, Way.ON, EVERY, counted=False, now=NOW).place == last.place
    assert moved(Room(), Way.BACK, EVERY, counted=False, now=NOW).place == EVERY[0].place


def test_a_step_has_the_minutes_of_its_phase_or_of_its_point() -> None:
    minutes = {step.point: minutes_of(step, PLAN) for step in EVERY if not step.phase}

    assert minutes_of(CARDS, PLAN) == PLAN.phases[0].minutes
    assert minutes["break"] == 15


@given(walk=WAYS)
def test_whatever_is_pressed_the_official_answer_follows_the_room(
    walk: list[tuple[Way, bool]],
) -> None:
    rooms = walked(walk, at_cards())

    revealed = [
        before.shows
        for before, room in pairwise(rooms)
        if room.shows is Shows.OFFICIAL and before.place == room.place
    ]
    assert Shows.QUESTION not in revealed


@given(walk=WAYS)
def test_whatever_is_pressed_the_room_is_at_one_of_its_steps(walk: list[tuple[Way, bool]]) -> None:
    rooms = walked(walk, at_cards())

    assert {room.place for room in rooms} <= {step.place for step in EVERY}
    assert [
        room for room in rooms if room.shows is not Shows.QUESTION and "cards" not in room.place
    ] == []


@given(walk=WAYS)
def test_a_room_is_kept_as_plain_values(walk: list[tuple[Way, bool]]) -> None:
    room = walked(walk, at_cards())[-1]

    assert Room.model_validate(room.model_dump(mode="json")) == room


def test_a_plan_that_changes_keeps_the_places_of_what_stays() -> None:
    shorter: Plan = PLAN.changed(
        phases=(
            PLAN.phases[0].model_copy(update={"discuss": PLAN.phases[0].discuss[:1]}),
            *PLAN.phases[1:],
        )
    )
    room = Room(place="weighing.story", since=NOW)

    assert steps(shorter)[at(room, steps(shorter))].place == "weighing.story"

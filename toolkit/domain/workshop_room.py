"""Where a room is in its workshop: what it looks at now, and what has been shown of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from toolkit.domain.fields import Model
from toolkit.domain.workshop_agenda import FIRST, LAST, OPENING, OUTCOME
from toolkit.domain.workshop_plan import Plan, PlannedPhase

AGREEING, ROUND = "actions", "second_round"
PICTURES = ("minimum", "views", "unknown")
"""The outcome in three pictures, one at a time."""


class Kind(StrEnum):
    """What a room does at one step."""

    POINT = "point"
    OUTCOME = "outcome"
    STORY = "story"
    DISCUSS = "discuss"
    CARDS = "cards"
    AGREE = "agree"


class Shows(StrEnum):
    """How much the room sees of a question by cards; one after the other, never skipped."""

    QUESTION = "question"
    ROOM = "room"
    OFFICIAL = "official"


class Way(StrEnum):
    """Where the facilitator wants to go."""

    ON = "on"
    BACK = "back"
    SHOW = "show"
    REVEAL = "reveal"
    HIDE = "hide"
    AGREE = "agree"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the room looks at: a point of the agenda, or one question in a phase.

    ``place`` names it for good, also when the plan is changed: ``signal.discuss.2``. ``number``
    is that of a question to discuss in its phase or of a picture of the outcome, from 0.
    """

    place: str
    kind: Kind
    point: str
    phase: str = ""
    number: int = 0
    item: str = ""


class Room(Model):
    """Where the room is: at the step with this place, which shows so much, since then.

    ``left`` is the question by cards that it left to write down an agreement, to come back to.
    """

    place: str = ""
    shows: Shows = Shows.QUESTION
    since: datetime | None = None
    left: Room | None = None


class NotInOrder(ValueError):
    """The room cannot go there from where it is: first the cards, then the official answer."""


def steps(plan: Plan) -> tuple[Step, ...]:
    """Return everything that a room looks at, in order."""
    return tuple(_steps(plan))


def at(room: Room, every: Sequence[Step]) -> int:
    """Return at which step a room is, from 0; the first when its place is no longer there."""
    places = [step.place for step in every]
    return places.index(room.place) if room.place in places else 0


def moved(room: Room, way: Way, every: Sequence[Step], *, counted: bool, now: datetime) -> Room:
    """Return where the room is after this; raise `NotInOrder`.

    ``counted``: whether the cards of the question at hand are counted, without which there is
    nothing to show. Going on keeps its clock within a point of the agenda.
    """
    here = at(room, every)
    step = every[here]
    if way in (Way.AGREE, Way.RETURN):
        return _to_agree(room, step, every, now) if way is Way.AGREE else _back_from(room, way)
    if way in (Way.ON, Way.BACK):
        there = every[max(0, min(len(every) - 1, here + (1 if way is Way.ON else -1)))]
        return _arrived(room, step, there, now)
    allowed = {
        Way.SHOW: step.kind is Kind.CARDS and counted,
        Way.REVEAL: room.shows is not Shows.QUESTION and step.kind is Kind.CARDS,
        Way.HIDE: step.kind is Kind.CARDS,
    }
    if not allowed[way]:
        raise NotInOrder(way)
    shows = {Way.SHOW: Shows.ROOM, Way.REVEAL: Shows.OFFICIAL, Way.HIDE: Shows.QUESTION}[way]
    return room.model_copy(update={"place": step.place, "shows": shows})


def went_to(room: Room, place: str, every: Sequence[Step], *, now: datetime) -> Room:
    """Return the room at the step with this place; raise `NotInOrder` for one that is not there."""
    there = next((step for step in every if step.place == place), None)
    if there is None:
        raise NotInOrder(place)
    return _arrived(room, every[at(room, every)], there, now)


def minutes_of(step: Step, plan: Plan) -> int:
    """Return how long a step may take: that of its phase, else of its point of the agenda."""
    for phase in plan.phases:
        if phase.id == step.phase:
            return phase.minutes
    return next((point.minutes for point in plan.agenda if point.id == step.point), 0)


def _to_agree(room: Room, step: Step, every: Sequence[Step], now: datetime) -> Room:
    there = next((one for one in every if one.kind is Kind.AGREE), None)
    if there is None or step.kind is not Kind.CARDS:
        raise NotInOrder(Way.AGREE)
    left = room.model_copy(update={"place": step.place, "left": None})
    return _arrived(room, step, there, now).model_copy(update={"left": left})


def _back_from(room: Room, way: Way) -> Room:
    if room.left is None:
        raise NotInOrder(way)
    return room.left


def _arrived(room: Room, before: Step, there: Step, now: datetime) -> Room:
    same = (before.point, before.phase) == (there.point, there.phase)
    since = room.since if same and room.since else now
    return Room(place=there.place, since=since)


def _steps(plan: Plan) -> Iterator[Step]:
    first = plan.first_phases
    rest = plan.phases[len(first) :]
    for point in plan.agenda:
        name = point.id
        if name == OPENING:
            for item in plan.opening:
                yield _cards(name, item)
        elif name in (FIRST, LAST):
            for phase in first if name == FIRST else rest:
                yield from _of_phase(name, phase)
        elif name == OUTCOME:
            for number, picture in enumerate(PICTURES):
                place = f"{name}.{picture}"
                yield Step(place=place, kind=Kind.OUTCOME, point=name, number=number)
        else:
            kind = Kind.AGREE if name == AGREEING else Kind.POINT
            yield Step(place=name, kind=kind, point=name)


def _of_phase(point: str, phase: PlannedPhase) -> Iterator[Step]:
    yield Step(place=f"{phase.id}.story", kind=Kind.STORY, point=point, phase=phase.id)
    for number in range(len(phase.discuss)):
        yield Step(
            place=f"{phase.id}.discuss.{number + 1}",
            kind=Kind.DISCUSS,
            point=point,
            phase=phase.id,
            number=number,
        )
    for item in phase.cards:
        yield _cards(point, item, phase.id)


def _cards(point: str, item: str, phase: str = "") -> Step:
    return Step(
        place=f"{phase or point}.cards.{item}",
        kind=Kind.CARDS,
        point=point,
        phase=phase,
        item=item,
    )

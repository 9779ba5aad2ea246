"""Holds the room of a workshop: where it is, its cards, its notebook, and what it parks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256

from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import Mark
from toolkit.domain.workshop_counts import Counts
from toolkit.domain.workshop_outcome import DISSENT
from toolkit.domain.workshop_room import (
    Room,
    Shows,
    Step,
    Way,
    at,
    minutes_of,
    moved,
    steps,
    went_to,
)
from toolkit.services.agree import five_lines
from toolkit.services.open_workshop import Held
from toolkit.storage import workshop_room, workshops
from toolkit.storage.assessments import NotFound
from toolkit.storage.workshop_room import NOTHING_YET, Agreement, KeptWords, Parked

MOST_PARKED = 60
A_MINUTE = 60


class RoomMoved(Exception):
    """The room was moved in another window in the meantime; nothing was written."""


class TextChanged(Exception):
    """A text was changed in another window; ``theirs`` is what stands there now."""

    def __init__(self, theirs: KeptWords) -> None:
        super().__init__()
        self.theirs = theirs


class TooManyParked(Exception):
    """There are as many questions for later as there may be."""


@dataclass(frozen=True)
class View:
    """A room as it is now; what nobody asks for is not read."""

    held: Held

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Everything that the room looks at; a question that is no longer there is left out."""
        every = steps(self.held.plan)
        return tuple(one for one in every if not one.item or self.held.question(one.item))

    @property
    def room(self) -> Room:
        """Where the room is."""
        return self.held.room

    @cached_property
    def number(self) -> int:
        """At which step, from 0."""
        return at(self.room, self.steps)

    @property
    def step(self) -> Step:
        """The step at hand."""
        return self.steps[self.number]

    @property
    def following(self) -> Step | None:
        """The step after it."""
        return next(iter(self.steps[self.number + 1 :]), None)

    @property
    def question(self) -> Question | None:
        """The question by cards at hand."""
        return self.held.question(self.step.item) if self.step.item else None

    @cached_property
    def counts(self) -> Mapping[str, Counts]:
        """What was counted, by question."""
        return workshop_room.counts_of(self.held.connection, self.held.id)

    @property
    def counted(self) -> Counts | None:
        """What was counted of the question at hand."""
        return self.counts.get(self.step.item)

    @property
    def shows(self) -> Shows:
        """How much the room sees of it; without counts there is nothing more to see."""
        return self.room.shows if self.counted is not None else Shows.QUESTION

    @property
    def may_reveal(self) -> bool:
        """Whether there is a scan that may have an answer."""
        return self.held.scan is not None

    @property
    def official(self) -> Mark | None:
        """What the municipality answered; raises `NotAsKept` and `OnePersonOnly`."""
        return self.held.official(self.step.item)

    @cached_property
    def notes(self) -> Mapping[str, KeptWords]:
        """The notebook."""
        return workshop_room.notes_of(self.held.connection, self.held.id)

    @cached_property
    def words(self) -> Mapping[str, KeptWords]:
        """What the report says."""
        return workshop_room.words_of(self.held.connection, self.held.id)

    @property
    def note_place(self) -> str:
        """Where the notebook holds what is written now: the phase, else the point of the agenda."""
        return self.step.phase or self.step.point

    @property
    def note(self) -> KeptWords:
        """What was written there."""
        return self.notes.get(self.note_place, NOTHING_YET)

    def dissent(self, item: str) -> KeptWords:
        """Return who saw a question otherwise, and what they see."""
        return self.words.get(DISSENT + item, NOTHING_YET)

    @cached_property
    def parked(self) -> tuple[Parked, ...]:
        """The questions for later."""
        return workshop_room.parked_in(self.held.connection, self.held.id)

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """The five lines of what is agreed."""
        return five_lines(self.held)

    @property
    def by_cards(self) -> tuple[Question, ...]:
        """Every question that goes by cards, each once."""
        items = dict.fromkeys(one.item for one in self.steps if one.item)
        return tuple(filter(None, map(self.held.question, items)))

    @property
    def minutes(self) -> int:
        """How long the phase or point at hand may take."""
        return minutes_of(self.step, self.held.plan)

    def seconds_left(self, now: datetime) -> int | None:
        """Return what is left of that; below 0 it is over, and before the clock runs unknown."""
        if self.room.since is None:
            return None
        return self.minutes * A_MINUTE - int((now - self.room.since).total_seconds())

    @property
    def mark(self) -> str:
        """A few signs that differ as soon as a screen would show something else."""
        kept = self.held.kept
        seen = (kept.room_version, kept.version, self.counts, self.agreements)
        return sha256(repr(seen).encode()).hexdigest()[:16]


def go(held: Held, way: Way, *, seen: int, now: datetime) -> None:
    """Move the room; raises `RoomMoved` over another version than the current, and `NotInOrder`."""
    view = View(held)
    counted = view.counted is not None
    _put(held, moved(held.room, way, view.steps, counted=counted, now=now), seen)


def jump(held: Held, place: str, *, seen: int, now: datetime) -> None:
    """Move the room to a step; raises as `go`."""
    _put(held, went_to(held.room, place, View(held).steps, now=now), seen)


def count(held: Held, given: Mapping[str, Counts], *, now: datetime) -> None:
    """Keep counts of questions that go by cards, all of them or none; raise `NotFound`."""
    known = {question.id for question in View(held).by_cards}
    if not known.issuperset(given):
        raise NotFound(held.id)
    for item, counts in given.items():
        workshop_room.put_counts(held.connection, held.id, item, counts, at=now)


def write_note(held: Held, place: str, text: str, *, seen: int, now: datetime) -> None:
    """Keep a page of the notebook; raise `TextChanged`, and `NotFound` for no page of it."""
    if place not in {step.phase or step.point for step in View(held).steps}:
        raise NotFound(held.id)
    put = workshop_room.put_note
    if not put(held.connection, held.id, place, text, seen=seen, at=now):
        found = workshop_room.notes_of(held.connection, held.id)
        raise TextChanged(found.get(place, NOTHING_YET))


def write_dissent(held: Held, item: str, text: str, *, seen: int, now: datetime) -> None:
    """Keep who saw a question otherwise; raises as `write_note`."""
    if item not in {question.id for question in View(held).by_cards}:
        raise NotFound(held.id)
    put, place = workshop_room.put_words, DISSENT + item
    if not put(held.connection, held.id, place, text, seen=seen, at=now):
        found = workshop_room.words_of(held.connection, held.id)
        raise TextChanged(found.get(place, NOTHING_YET))


def park(held: Held, text: str, *, now: datetime) -> None:
    """Keep a question for later, with the step at which it came up; raise `TooManyParked`."""
    view = View(held)
    if len(view.parked) >= MOST_PARKED:
        raise TooManyParked
    workshop_room.park(held.connection, held.id, view.step.place, text, at=now)


def take_up(held: Held, name: str) -> None:
    """Take a parked question away; raise `NotFound`."""
    if name not in {one.id for one in View(held).parked}:
        raise NotFound(name)
    workshop_room.take_up(held.connection, held.id, name)


def _put(held: Held, room: Room, seen: int) -> None:
    data = room.model_dump(mode="json")
    if not workshops.put_room(held.connection, held.id, data, seen=seen):
        raise RoomMoved

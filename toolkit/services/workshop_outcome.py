"""Gathers what a workshop brought, and keeps what its report says in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from toolkit.domain.days import day_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.workshop_counts import Counts
from toolkit.domain.workshop_outcome import (
    DISSENT,
    EXPERT,
    HAPPENS,
    LEARNED,
    Agreed,
    Brought,
    Happens,
    Shown,
    by_cards,
    differing_first,
)
from toolkit.domain.workshop_plan import PlannedPhase
from toolkit.services.open_workshop import Held
from toolkit.storage import workshop_room, workshops
from toolkit.storage.workshop_room import NOTHING_YET, Agreement, KeptWords, Parked


class WordsChanged(Exception):
    """Texts were changed in another window in the meantime; nothing was written.

    ``theirs`` is what stands there now, by place.
    """

    def __init__(self, theirs: Mapping[str, KeptWords]) -> None:
        super().__init__(tuple(theirs))
        self.theirs = theirs


@dataclass(frozen=True)
class Outcome:
    """What a workshop brought, as whoever holds it sees it."""

    held: Held

    @cached_property
    def words(self) -> Mapping[str, KeptWords]:
        """What is kept at every place where something can be written, in order.

        Who saw a question otherwise can be written once it was counted.
        """
        kept = workshop_room.words_of(self.held.connection, self.held.id)
        return {place: kept.get(place, NOTHING_YET) for place in self._places(kept)}

    @cached_property
    def asked(self) -> Mapping[str, tuple[Question, PlannedPhase | None]]:
        """The questions by cards in the order of the room, then those counted before a change."""
        planned = by_cards(self.held.plan)
        every = {**planned, **{name: None for name in self.counts if name not in planned}}
        found = ((name, self.held.question(name)) for name in every)
        return {name: (question, every[name]) for name, question in found if question is not None}

    @cached_property
    def counts(self) -> Mapping[str, Counts]:
        """What the room showed on the day, by question."""
        return workshop_room.counts_of(self.held.connection, self.held.id)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """The questions that were counted, first where somebody was a point or more away."""
        return differing_first(self._shown())

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """What was agreed, in order."""
        every = workshop_room.agreements_of(self.held.connection, self.held.id)
        return tuple(one for one in every if one.what)

    @cached_property
    def parked(self) -> tuple[Parked, ...]:
        """The questions for later."""
        return workshop_room.parked_in(self.held.connection, self.held.id)

    def brought(self, day: date) -> Brought:
        """Return everything that the report says; ``day`` where the workshop has none yet."""
        held, words = self.held, self.words
        seats = {seat.id: seat.label for seat in held.library.workshop.seats}
        there = tuple(seats[name] for name in held.plan.coming if name in seats)
        seen = held.kept.expert_saw is not None
        return Brought(
            plan=held.plan,
            day=held.kept.day or day,
            there=there,
            phases=tuple(
                Happens(phase, words[HAPPENS + phase.id].text) for phase in held.plan.phases
            ),
            shown=self.shown,
            agreed=tuple(map(self._agreed, self.agreements)),
            parked=tuple(one.text for one in self.parked),
            learned=words[LEARNED].text,
            expert=words[EXPERT].text if seen else "",
        )

    def _shown(self) -> Iterator[Shown]:
        for name, (question, phase) in self.asked.items():
            if name in self.counts:
                dissent = self.words[DISSENT + name].text
                official = self.held.official(name)
                yield Shown(question, phase, self.counts[name], official, dissent)

    def _agreed(self, one: Agreement) -> Agreed:
        question = self.held.question(one.item)
        action = bool(one.action)
        return Agreed(one.what, one.who, one.due, question, one.child_notices, action)

    @cached_property
    def choices(self) -> Mapping[str, Question]:
        """The questions that an agreement may be about: those by cards, then those of the scan."""
        source = self.held.source
        asked = source.opened.asked.values() if source else ()
        scored = {one.id: one for one in asked if one.scored}
        return {name: question for name, (question, _) in self.asked.items()} | scored

    def _places(self, kept: Mapping[str, KeptWords]) -> tuple[str, ...]:
        phases = (HAPPENS + phase.id for phase in self.held.plan.phases)
        questions = (DISSENT + name for name in self.asked if name in self.counts)
        before = (n for n, one in kept.items() if one.text and n.startswith((HAPPENS, DISSENT)))
        return tuple(dict.fromkeys((*phases, *questions, *before, LEARNED, EXPERT)))


def keep_words(outcome: Outcome, said: Mapping[str, KeptWords], *, at: datetime) -> None:
    """Keep texts by place, each over the version that was seen; all of them, or `WordsChanged`.

    What is the same as what is kept is left alone. New words of the second round have not been
    seen by the supporting organisation.
    """
    held, known = outcome.held, outcome.words
    new = {
        place: one
        for place, one in said.items()
        if place in known and one.text != known[place].text
    }
    theirs = {place: known[place] for place in new if new[place].version != known[place].version}
    if theirs:
        raise WordsChanged(theirs)
    for place, one in new.items():
        put = workshop_room.put_words
        put(held.connection, held.id, place, one.text, seen=one.version, at=at)
    if EXPERT in new:
        workshops.expert_saw(held.connection, held.id, None)


def organisation_saw(outcome: Outcome, *, seen: int, at: datetime) -> None:
    """Write down that the supporting organisation has seen the words of the second round.

    Raises `WordsChanged` when these are not the words of that version, or there are none.
    """
    current = outcome.words[EXPERT]
    if not current.text or current.version != seen:
        raise WordsChanged({EXPERT: current})
    workshops.expert_saw(outcome.held.connection, outcome.held.id, day_of(at))

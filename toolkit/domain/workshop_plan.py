"""What a workshop will be: everything of the proposal that its advisor can change."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from toolkit.domain.fields import (
    Edition,
    Flag,
    ItemId,
    Kebab,
    Model,
    Name,
    Prose,
    Text,
    Whole,
    apart,
)
from toolkit.domain.workshop_agenda import FIRST, LAST

Consent = Literal["not_asked", "agreed", "adapt", "other_story"]
MOST_PHASES, MOST_QUESTIONS = 12, 12


class PlannedPhase(Model):
    """One part of the story, what to talk about there, and which questions go by cards."""

    id: Name
    title: Text
    story: Text
    discuss: tuple[Text, ...] = Field(min_length=1, max_length=MOST_QUESTIONS)
    cards: tuple[ItemId, ...] = ()
    minutes: Whole


class PlannedPoint(Model):
    """One point of the agenda."""

    id: Name
    title: Text
    minutes: Whole


class Story(Model):
    """The case as it is told: from a scenario, or the advisor's own."""

    scenario: Kebab | None = None
    title: Text
    form: Text
    age: Prose
    summary: Text
    crc: tuple[Whole, ...] = ()
    roles: tuple[Text, ...] = ()
    good_response: tuple[Text, ...] = ()
    pitfalls: tuple[Text, ...] = ()


class CallLine(Model):
    """What the municipality wrote in an open place of the card “wie belt wie”."""

    line: Whole
    words: Prose


class Plan(Model):
    """A workshop, ready to hold; whole or not at all: every minute has its place.

    ``consent`` is what the supporting organisation said, ``coming`` are the chairs that are
    taken. Nobody's name stands in it.
    """

    questionnaire: Kebab
    edition: Edition
    municipality: Prose
    fictional: Flag = False
    minutes: Whole
    story: Story | None
    themes: tuple[Name, ...]
    opening: tuple[ItemId, ...] = ()
    agenda: tuple[PlannedPoint, ...] = Field(min_length=1)
    phases: tuple[PlannedPhase, ...] = Field(default=(), max_length=MOST_PHASES)
    seats: tuple[Name, ...]
    coming: tuple[Name, ...] = ()
    route: tuple[CallLine, ...] = ()
    consent: Consent = "not_asked"

    @model_validator(mode="after")
    def _adds_up(self) -> Plan:
        if sum(point.minutes for point in self.agenda) != self.minutes:
            raise apart("agenda_minutes")
        for names in (self._names(self.agenda), self._names(self.phases), self.seats):
            if len(set(names)) != len(names):
                raise apart("twice_in_plan")
        if self.phases and not self._phases_fit():
            raise apart("phase_minutes")
        return self

    @property
    def agreed(self) -> bool:
        """Whether the supporting organisation agreed, so that hand-outs may go round."""
        return self.consent == "agreed"

    @property
    def scenario(self) -> str | None:
        """The case that the story comes from; none without a story, or with one of somebody's own."""
        return self.story.scenario if self.story else None

    @property
    def first_phases(self) -> tuple[PlannedPhase, ...]:
        """The phases before the break."""
        minutes, found = self._length(FIRST), []
        for phase in self.phases:
            if minutes <= 0:
                break
            found.append(phase)
            minutes -= phase.minutes
        return tuple(found)

    def changed(self, **parts: object) -> Plan:
        """Return the plan with other parts; raise `ValueError` when it is no longer whole."""
        return Plan.model_validate({**dict(self), **parts})

    def _phases_fit(self) -> bool:
        first = sum(phase.minutes for phase in self.first_phases)
        told = sum(phase.minutes for phase in self.phases)
        return first == self._length(FIRST) and told == first + self._length(LAST)

    def _length(self, name: str) -> int:
        return sum(point.minutes for point in self.agenda if point.id == name)

    @staticmethod
    def _names(parts: tuple[PlannedPoint, ...] | tuple[PlannedPhase, ...]) -> tuple[str, ...]:
        return tuple(part.id for part in parts)

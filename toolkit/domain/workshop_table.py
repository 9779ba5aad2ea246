"""Says who must be in the room for a scenario, and who is still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from toolkit.domain.fields import Text
from toolkit.domain.questionnaire import Question
from toolkit.domain.workshop import Scenario, Seat, WorkshopTexts
from toolkit.domain.workshop_findings import Finding

MOST = 14


@dataclass(frozen=True, slots=True)
class SeatNeeded:
    """A chair, and why it must be taken: always, for roles in the story, for questions."""

    seat: Seat
    plays: tuple[Text, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Who must be there, at most fourteen; whom to ask beforehand instead; who is played."""

    seats: tuple[SeatNeeded, ...]
    beside: tuple[SeatNeeded, ...] = ()
    played: tuple[Text, ...] = ()

    def missing(self, coming: Collection[str]) -> tuple[SeatNeeded, ...]:
        """Return the chairs that nobody takes."""
        return tuple(one for one in self.seats if one.seat.id not in coming)


def table(texts: WorkshopTexts, scenario: Scenario | None, found: Sequence[Finding]) -> Table:
    """Return the chairs of every workshop, those of the story, then those of what was found.

    Nobody is left out who is always there; of the others the story comes before the questions.
    """
    roles = scenario.roles if scenario else ()
    questions = [one.question for one in found]
    needed = [_needed(seat, roles, questions) for seat in texts.seats]
    ordered = [one for one in needed if one.seat.always]
    ordered += [one for one in needed if one.plays and one not in ordered]
    ordered += [one for one in needed if one.questions and one not in ordered]
    played = tuple(role for role in roles if _first(role) in texts.played)
    return Table(tuple(ordered[:MOST]), tuple(ordered[MOST:]), played)


def taken_by(texts: WorkshopTexts, roles: Collection[str]) -> tuple[str, ...]:
    """Return the chairs that people with these functions can take."""
    return tuple(seat.id for seat in texts.seats if set(roles) & set(seat.roles))


def without_a_seat(texts: WorkshopTexts, scenario: Scenario) -> Iterator[str]:
    """Yield the roles of a scenario for which no chair is described, and that nobody plays."""
    known = {name for seat in texts.seats for name in seat.plays} | set(texts.played)
    yield from (name for name in map(_first, scenario.roles) if name not in known)


def _needed(seat: Seat, roles: Sequence[Text], questions: Sequence[Question]) -> SeatNeeded:
    plays = tuple(role for role in roles if _first(role) in seat.plays)
    asked = tuple(one for one in questions if one.item.who and one.item.who[0] in seat.roles)
    return SeatNeeded(seat, plays, asked)


def _first(text: Text) -> str:
    """Return a text in the language that leads."""
    return text.within(text.languages[0])

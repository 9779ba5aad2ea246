"""Asks the questions of a workshop again after three and twelve months, and says whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.domain.questionnaire import Question
from toolkit.domain.workshop_counts import Counts
from toolkit.domain.workshop_outcome import ROUNDS, by_cards, round_to_call
from toolkit.domain.workshop_plan import Plan
from toolkit.services.workshop_outcome import Outcome
from toolkit.storage import workshop_room, workshops
from toolkit.storage.assessments import NotFound
from toolkit.storage.workshops import KeptWorkshop

SOONEST = timedelta(days=59)
"""So long ago a workshop was at least to be called about: three months, a month before."""


@dataclass(frozen=True, slots=True)
class Again:
    """A question with what was shown on the day, and what is shown in a later round."""

    question: Question
    then: Counts | None
    now: Counts | None


@dataclass(frozen=True, slots=True)
class ToCall:
    """A workshop to call about, so many months after its day."""

    workshop: str
    municipality: str
    months: int
    day: date


def asked_again(outcome: Outcome, months: int) -> tuple[Again, ...]:
    """Return the questions of a workshop, then and now; raise `NotFound` for another round."""
    _known(months)
    held = outcome.held
    now = workshop_room.counts_of(held.connection, held.id, months)
    return tuple(
        Again(question, outcome.counts.get(name), now.get(name))
        for name, (question, _) in outcome.asked.items()
    )


def keep_again(outcome: Outcome, months: int, said: Mapping[str, Counts], *, at: datetime) -> None:
    """Keep what was shown in a later round; raise `NotFound` for what is not asked."""
    _known(months)
    held = outcome.held
    if not said.keys() <= outcome.asked.keys():
        raise NotFound(held.id)
    for item, counts in said.items():
        workshop_room.put_counts(held.connection, held.id, item, counts, months=months, at=at)


def to_call(actor: Actor, connection: Connection, today: date) -> tuple[ToCall, ...]:
    """Return the workshops of this person to call about now, the first day first; no example."""
    held = workshops.visible_to(actor, connection).until(today - SOONEST, without=ROUNDS[-1])
    found = (_to_call(connection, one, one.day, today) for one in held if one.day)
    return tuple(one for one in found if one is not None)


def _to_call(connection: Connection, kept: KeptWorkshop, day: date, today: date) -> ToCall | None:
    filled = [one for one in ROUNDS if workshop_room.counts_of(connection, kept.id, one)]
    months = round_to_call(day, filled, today)
    plan = Plan.model_validate(kept.plan, by_name=True)
    if not months or plan.fictional or not by_cards(plan):
        return None
    return ToCall(kept.id, plan.municipality, months, day)


def _known(months: int) -> None:
    if months not in ROUNDS:
        raise NotFound(str(months))

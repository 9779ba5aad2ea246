"""Says on somebody's start page what waits: actions that are due, young people who hear nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, Role, may
from toolkit.domain.days import day_of
from toolkit.domain.planning import SOON, late
from toolkit.storage import assessments, surroundings
from toolkit.storage.assessments import Assessment
from toolkit.storage.surroundings import KeptAction

LONG_ENOUGH = timedelta(days=91)
"""So long after a scan became final young people should have heard of it."""


@dataclass(frozen=True, slots=True)
class Due:
    """An action that is late, or has to be ready within two weeks."""

    scan: Assessment
    kept: KeptAction
    late: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits for somebody: actions, scans of which nobody told young people, days to tell again."""

    due: tuple[Due, ...]
    untold: tuple[Assessment, ...]
    again: tuple[Assessment, ...]


def what_waits(actor: Actor, connection: Connection, *, at: datetime) -> Waiting:
    """Return what waits; actions and days to tell again only for who leads.

    A scan that a correction or a new round took over says nothing any more, nor does an example.
    """
    today = day_of(at)
    every = tuple(
        one for one in assessments.visible_to(actor, connection).all() if not one.fictional
    )
    final = tuple(one for one in _standing(every, final=True) if one.state == "final")
    planned = {
        one.id: one for one in _standing(every, final=False) if _may(actor, Action.PLAN, one)
    }
    return Waiting(
        _due(connection, planned, today),
        tuple(one for one in final if _untold(actor, one, at)),
        tuple(one for one in final if _again(one, today) and _may(actor, Action.TELL_BACK, one)),
    )


def _standing(every: tuple[Assessment, ...], *, final: bool) -> tuple[Assessment, ...]:
    """Return the scans that nothing took over; by what is final only, or also by what is begun."""
    counts = tuple(one for one in every if one.state == "final" or not final)
    over = {one.earlier for one in counts if one.earlier and one.corrects is None}
    # A round begins from a scan that is corrected later: the correction was followed as well.
    over |= {one.id for one in reversed(every) if one.corrects in over}
    over |= {one.corrects for one in counts if one.corrects and one.state == "final"}
    return tuple(
        one for one in every if one.id not in over and (one.state == "final" or not one.corrects)
    )


def _due(connection: Connection, scans: dict[str, Assessment], today: date) -> tuple[Due, ...]:
    found = surroundings.due_until(connection, tuple(scans), today + SOON)
    return tuple(Due(scans[scan], kept, late(kept.action, today)) for scan, kept in found)


def _untold(actor: Actor, scan: Assessment, at: datetime) -> bool:
    """Return whether a member should know that young people heard nothing yet."""
    role = actor.roles.get(scan.municipality)
    long_ago = scan.finalised is not None and scan.finalised <= at - LONG_ENOUGH
    return role not in (None, Role.ADVISOR) and long_ago and scan.told_back is None


def _again(scan: Assessment, today: date) -> bool:
    return scan.tell_again is not None and scan.tell_again <= today


def _may(actor: Actor, action: Action, scan: Assessment) -> bool:
    return may(actor, action, scan.municipality, scan.state, scan.id)

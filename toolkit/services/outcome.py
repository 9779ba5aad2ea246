"""Says what the answers of a scan amount to, for those who may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.days import day_of
from toolkit.domain.library import Library
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scan import PlannedAction
from toolkit.services.kept_for_good import library_of, result_of
from toolkit.services.open_scan import Opened, as_scan, open_scan
from toolkit.storage import surroundings
from toolkit.storage.surroundings import KeptAction


class NoSuchAdvice(LookupError):
    """The outcome gives no such advice."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scan with everything that is said about its result."""

    scan: Opened
    facts: Facts
    actions: tuple[KeptAction, ...]


def outcome(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    *,
    day: date,
) -> Outcome:
    """Return the outcome of a scan; raise `NotFound`, `NotAllowed`, and `NotNow` for a draft.

    Raises `NotAsKept` as well. No score, chart or advice is shown while people are still answering.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.SEE_OUTCOME)
    said = facts(
        as_scan(connection, scan),
        result_of(connection, scan),
        library_of(connection, library, assessment_id),
        kind=Kind.FULL,
        form=Form.WORK,
        day=day,
    )
    return Outcome(scan, said, surroundings.actions_of(connection, assessment_id))


def take_up(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    chosen: tuple[str, str],
    *,
    at: datetime,
) -> str:
    """Make an advice (``chosen``: its id, the language of the action) an action, once.

    Returns the id of the action; raises what `outcome` raises, and `NoSuchAdvice`.
    """
    advice, language = chosen
    found = outcome(actor, connection, shelf, library, assessment_id, day=day_of(at))
    found.scan.require(Action.PLAN)
    row = next((row for row in found.facts.advice if row.id == advice), None)
    if row is None:
        raise NoSuchAdvice(advice)
    taken = next((kept.id for kept in found.actions if kept.advice == advice), None)
    if taken is not None:
        return taken
    action = PlannedAction(
        what=row.advice.text.within(language),
        owner=row.owner.label.within(language),
        items=tuple(question.id for question in row.reasons),
    )
    return surroundings.add_action(
        connection, assessment_id, action, advice=advice, by=actor.account, at=at
    )

"""Plans what a municipality will do: the actions of a scan, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.planning import lacking, touched
from toolkit.domain.scan import PlannedAction
from toolkit.domain.scoring.result import MinimumState
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import action_changes, audit, surroundings
from toolkit.storage.action_changes import ActionChange
from toolkit.storage.assessments import NotAsKept, NotFound
from toolkit.storage.surroundings import KeptAction


class ActionChanged(Exception):
    """Somebody else changed the action in the meantime; nothing was written."""

    def __init__(self, theirs: KeptAction) -> None:
        super().__init__(theirs.id)
        self.theirs = theirs


class ActionLacks(ValueError):
    """An action with this status needs more than it has; ``fields`` are what is empty."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(fields)
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Plan:
    """A scan with its actions, in their order."""

    scan: Opened
    actions: tuple[KeptAction, ...]

    def action(self, name: str) -> KeptAction:
        """Return one action; raise `NotFound`."""
        found = next((kept for kept in self.actions if kept.id == name), None)
        if found is None:
            raise NotFound(name)
        return found


@dataclass(frozen=True, slots=True)
class Reach:
    """How many questions of the minimum line miss something, and how many of them actions touch."""

    touched: int
    missing: int


def open_plan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Plan:
    """Return the actions of a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    return Plan(scan, surroundings.actions_of(connection, assessment_id))


def reach(connection: Connection, known: Plan) -> Reach | None:
    """Return what the actions touch; nothing while people answer, or while no figure is sure."""
    if not known.scan.may(Action.SEE_OUTCOME):
        return None
    try:
        marks = result_of(connection, known.scan).marks
    except NotAsKept:
        return None
    missing = frozenset(name for name in marks if marks[name].minimum is MinimumState.MISSING)
    return Reach(touched((kept.action for kept in known.actions), missing), len(missing))


def history(connection: Connection, known: Plan, name: str) -> tuple[ActionChange, ...]:
    """Return what happened to an action, the last first; raise `NotFound`."""
    return action_changes.of(connection, known.scan.assessment.id, known.action(name).id)


def add_action(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    action: PlannedAction,
    *,
    at: datetime,
) -> str:
    """Add an action of one's own below the others; return its id.

    One that says the same in every word is there once. Raises `NotFound`, `NotAllowed`,
    `ActionLacks`.
    """
    known = _to_plan(actor, connection, shelf, assessment_id)
    _whole(action)
    same = next((kept.id for kept in known.actions if kept.action == action), None)
    if same is not None:
        return same
    return surroundings.add_action(connection, assessment_id, action, by=actor.account, at=at)


def change_action(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    changed: KeptAction,
    *,
    at: datetime,
) -> None:
    """Keep an action over the version that was seen, with a step of its history.

    Raises `NotFound`, `NotAllowed`, `ActionLacks`, `ActionChanged`.
    """
    current = _to_plan(actor, connection, shelf, assessment_id).action(changed.id)
    _whole(changed.action)
    if current.action == changed.action:
        return
    written = changed.version == current.version and surroundings.put_action(
        connection, assessment_id, current, changed.action, by=actor.account, at=at
    )
    if not written:
        raise ActionChanged(current)


def remove_action(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    name: str,
    *,
    seen: int,
    at: datetime,
) -> None:
    """Take an action away, with its history; the log tells that one was, not what it was.

    Raises what `change_action` raises.
    """
    plan = _to_plan(actor, connection, shelf, assessment_id)
    current, municipality = plan.action(name), plan.scan.assessment.municipality
    if not surroundings.remove_action(connection, assessment_id, name, seen=seen):
        raise ActionChanged(current)
    about = About("action", name, municipality)
    audit.note(connection, actor.account, Happening.REMOVED, about, at=at)


def move_action(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, name: str, *, by: int
) -> None:
    """Move an action up (``by`` -1) or down (1); the first and the last stay where they are.

    Raises `NotFound`, `NotAllowed`.
    """
    known = _to_plan(actor, connection, shelf, assessment_id)
    names = [kept.id for kept in known.actions]
    place = names.index(known.action(name).id)
    names.insert(max(0, place + by), names.pop(place))
    surroundings.order_actions(connection, assessment_id, names)


def note_reminder(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    name: str,
    *,
    at: datetime,
) -> None:
    """Write down that whoever does an action was asked how it goes; raise `NotFound`, `NotAllowed`."""
    kept = _to_plan(actor, connection, shelf, assessment_id).action(name)
    surroundings.remind(connection, assessment_id, kept.id, at=at)


def _to_plan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Plan:
    plan = open_plan(actor, connection, shelf, assessment_id)
    plan.scan.require(Action.PLAN)
    return plan


def _whole(action: PlannedAction) -> None:
    fields = lacking(action)
    if fields:
        raise ActionLacks(fields)

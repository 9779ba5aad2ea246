"""Plans what a municipality will do: the actions of a scan, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.scan import PlannedAction
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import surroundings
from toolkit.storage.assessments import NotFound
from toolkit.storage.surroundings import KeptAction


class ActionChanged(Exception):
    """Somebody else changed the action in the meantime; nothing was written."""

    def __init__(self, theirs: KeptAction) -> None:
        super().__init__(theirs.id)
        self.theirs = theirs


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


def open_plan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Plan:
    """Return the actions of a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    return Plan(scan, surroundings.actions_of(connection, assessment_id))


def add_action(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, action: PlannedAction
) -> str:
    """Add an action of one's own below the others; return its id.

    One that says the same in every word is there once. Raises `NotFound`, `NotAllowed`.
    """
    known = _to_plan(actor, connection, shelf, assessment_id)
    same = next((kept.id for kept in known.actions if kept.action == action), None)
    return same or surroundings.add_action(connection, assessment_id, action)


def change_action(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, changed: KeptAction
) -> None:
    """Keep an action over the version that was seen.

    Raises `NotFound`, `NotAllowed`, `ActionChanged`.
    """
    current = _to_plan(actor, connection, shelf, assessment_id).action(changed.id)
    if current.action == changed.action:
        return
    if not surroundings.put_action(
        connection, assessment_id, changed.id, changed.action, seen=changed.version
    ):
        raise ActionChanged(current)


def remove_action(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, name: str, *, seen: int
) -> None:
    """Take an action away; raise what `change_action` raises."""
    current = _to_plan(actor, connection, shelf, assessment_id).action(name)
    if not surroundings.remove_action(connection, assessment_id, name, seen=seen):
        raise ActionChanged(current)


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


def _to_plan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Plan:
    plan = open_plan(actor, connection, shelf, assessment_id)
    plan.scan.require(Action.PLAN)
    return plan

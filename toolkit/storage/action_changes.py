"""The history of actions: each as it was and as it became, when, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import Connection, insert, select

from toolkit.domain.scan import PlannedAction
from toolkit.storage.tables import accounts, action_changes

_AS_KEPT = TypeAdapter(PlannedAction)


@dataclass(frozen=True, slots=True)
class ActionChange:
    """One step in the history of an action; ``before`` is nothing when it was added.

    ``function`` is what whoever did it is now; the empty one when nobody said.
    """

    version: int
    before: PlannedAction | None
    after: PlannedAction
    changed: datetime
    function: str


@dataclass(frozen=True, slots=True)
class Step:
    """An action of a scan in this version: as it was, if it was there, and as it becomes."""

    assessment: str
    name: str
    version: int
    before: PlannedAction | None
    after: PlannedAction


def note(connection: Connection, step: Step, by: str | None, *, at: datetime) -> None:
    """Write a step down, in the transaction in which it is taken."""
    connection.execute(
        insert(action_changes).values(
            assessment_id=step.assessment,
            action_id=step.name,
            version=step.version,
            before=_plain(step.before) if step.before is not None else None,
            after=_plain(step.after),
            changed=at,
            account_id=by,
        )
    )


def of(connection: Connection, assessment: str, name: str) -> tuple[ActionChange, ...]:
    """Return what happened to an action of this scan, the last first; by sequence, not by clock."""
    table = action_changes.c
    query = (
        select(table.version, table.before, table.after, table.changed, accounts.c.function)
        .outerjoin(accounts, accounts.c.id == table.account_id)
        .where(table.assessment_id == assessment, table.action_id == name)
        .order_by(table.number.desc())
    )
    return tuple(
        ActionChange(
            row.version,
            None if row.before is None else _AS_KEPT.validate_python(row.before),
            _AS_KEPT.validate_python(row.after),
            row.changed,
            row.function or "",
        )
        for row in connection.execute(query)
    )


def _plain(action: PlannedAction) -> object:
    return _AS_KEPT.dump_python(action, mode="json")

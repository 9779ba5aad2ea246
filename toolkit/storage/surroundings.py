"""What stands around the answers of a scan: remarks and actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from toolkit.domain.planning import OPEN
from toolkit.domain.scan import PlannedAction, Remark, Remarks
from toolkit.storage import action_changes
from toolkit.storage.action_changes import Step
from toolkit.storage.dialect import upsert
from toolkit.storage.ids import new_id
from toolkit.storage.tables import actions, remarks

FOREWORD, REPLY = "foreword", "reply"


@dataclass(frozen=True, slots=True)
class KeptRemark:
    """A remark with its version."""

    remark: Remark
    version: int


@dataclass(frozen=True, slots=True)
class KeptAction:
    """An action with its id, the advice it takes up, and its version.

    ``reminded`` is when whoever does it was last asked how it goes.
    """

    id: str
    advice: str | None
    version: int
    action: PlannedAction
    reminded: datetime | None = None


def remarks_of(connection: Connection, assessment: str) -> Mapping[str, KeptRemark]:
    """Return the remarks of a scan by place: the foreword, the reply, or the id of a theme."""
    query = select(remarks).where(remarks.c.assessment_id == assessment).order_by(remarks.c.place)
    return {
        row.place: KeptRemark(Remark(row.text, row.function), row.version)
        for row in connection.execute(query)
    }


def put_remark(
    connection: Connection,
    assessment: str,
    place: str,
    remark: Remark,
    *,
    seen: int,
    account: str | None,
    at: datetime,
) -> bool:
    """Keep a remark over the version that was seen; return whether that was the current one."""
    key = {"assessment_id": assessment, "place": place}
    said = {"text": remark.text, "function": remark.function, "version": seen + 1}
    row = {**key, **said, "changed": at, "account_id": account}
    return upsert(connection, remarks, row, tuple(key), seen=seen)


def as_remarks(kept: Mapping[str, KeptRemark]) -> Remarks:
    """Return the remarks as a scan has them; an empty one was taken back."""
    said = {place: row.remark for place, row in kept.items() if row.remark.text}
    themes = {place: said[place] for place in said if place not in (FOREWORD, REPLY)}
    return Remarks(said.get(FOREWORD), themes, said.get(REPLY))


def add_action(
    connection: Connection,
    assessment: str,
    action: PlannedAction,
    *,
    advice: str | None = None,
    by: str | None = None,
    at: datetime,
) -> str:
    """Add an action below those that are there, with the first step of its history; return its id."""
    query = select(func.max(actions.c.place)).where(actions.c.assessment_id == assessment)
    last = connection.execute(query).scalar()
    name = new_id()
    connection.execute(
        insert(actions).values(
            id=name,
            assessment_id=assessment,
            advice=advice,
            version=1,
            place=0 if last is None else last + 1,
            **_columns(action),
        )
    )
    action_changes.note(connection, Step(assessment, name, 1, None, action), by, at=at)
    return name


def put_action(
    connection: Connection,
    assessment: str,
    seen: KeptAction,
    action: PlannedAction,
    *,
    by: str | None,
    at: datetime,
) -> bool:
    """Keep an action over the one that was seen, with a step of its history.

    Returns whether that was the current one; otherwise nothing is written.
    """
    which = (
        actions.c.id == seen.id,
        actions.c.assessment_id == assessment,
        actions.c.version == seen.version,
    )
    version = seen.version + 1
    changed = update(actions).where(*which).values(version=version, **_columns(action))
    if connection.execute(changed).rowcount != 1:
        return False
    step = Step(assessment, seen.id, version, seen.action, action)
    action_changes.note(connection, step, by, at=at)
    return True


def remind(connection: Connection, assessment: str, name: str, *, at: datetime) -> None:
    """Write down that whoever does an action was asked how it goes; no word of it changes."""
    which = (actions.c.id == name, actions.c.assessment_id == assessment)
    connection.execute(update(actions).where(*which).values(reminded=at))


def remove_action(connection: Connection, assessment: str, name: str, *, seen: int) -> bool:
    """Take an action away in the version that was seen; return whether that was the current one."""
    which = (
        actions.c.id == name,
        actions.c.assessment_id == assessment,
        actions.c.version == seen,
    )
    return connection.execute(delete(actions).where(*which)).rowcount == 1


def order_actions(connection: Connection, assessment: str, names: Iterable[str]) -> None:
    """Keep the order of the actions; what they say stays in the version that it has."""
    for place, name in enumerate(names):
        which = (actions.c.id == name, actions.c.assessment_id == assessment)
        connection.execute(update(actions).where(*which).values(place=place))


def due_until(
    connection: Connection, scans: Sequence[str], day: date
) -> tuple[tuple[str, KeptAction], ...]:
    """Return the actions of these scans that are open and ready by this day, the first day first."""
    which = (actions.c.assessment_id.in_(scans), actions.c.due <= day, actions.c.status.in_(OPEN))
    query = select(actions).where(*which).order_by(actions.c.due, actions.c.id)
    return tuple((row.assessment_id, _kept(row)) for row in connection.execute(query))


def _columns(action: PlannedAction) -> dict[str, object]:
    return {**asdict(action), "items": list(action.items)}


def actions_of(connection: Connection, assessment: str) -> tuple[KeptAction, ...]:
    """Return the actions of a scan, in their order."""
    query = (
        select(actions)
        .where(actions.c.assessment_id == assessment)
        .order_by(actions.c.place, actions.c.id)
    )
    return tuple(map(_kept, connection.execute(query)))


def _kept(row: Row[tuple[object, ...]]) -> KeptAction:
    action = PlannedAction(
        what=row.what,
        owner=row.owner,
        due=row.due,
        status=row.status,
        items=tuple(row.items),
        child_notices=row.child_notices,
        note=row.note,
        reason=row.reason,
    )
    return KeptAction(row.id, row.advice, row.version, action, row.reminded)

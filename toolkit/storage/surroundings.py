"""What stands around the answers of a scan: remarks, evidence, actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from toolkit.domain.scan import Evidence, PlannedAction, Remark, Remarks
from toolkit.storage.dialect import upsert
from toolkit.storage.ids import new_id
from toolkit.storage.tables import actions, evidence, remarks

FOREWORD, REPLY = "foreword", "reply"


@dataclass(frozen=True, slots=True)
class KeptRemark:
    """A remark with its version."""

    remark: Remark
    version: int


@dataclass(frozen=True, slots=True)
class KeptAction:
    """An action with its id, the advice it takes up, and its version."""

    id: str
    advice: str | None
    version: int
    action: PlannedAction


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
    return upsert(connection, remarks, row, tuple(key), only_if=remarks.c.version == seen)


def as_remarks(kept: Mapping[str, KeptRemark]) -> Remarks:
    """Return the remarks as a scan has them; an empty one was taken back."""
    said = {place: row.remark for place, row in kept.items() if row.remark.text}
    themes = {place: said[place] for place in said if place not in (FOREWORD, REPLY)}
    return Remarks(said.get(FOREWORD), themes, said.get(REPLY))


def evidence_of(connection: Connection, municipality: str) -> tuple[Evidence, ...]:
    """Return the register of a municipality, in the order in which it was filled."""
    query = (
        select(evidence)
        .where(evidence.c.municipality_id == municipality)
        .order_by(evidence.c.changed, evidence.c.entry)
    )
    return tuple(
        Evidence(
            id=row.entry,
            title=row.title,
            kind=row.kind,
            dated=row.dated,
            valid_until=row.valid_until,
            link=row.link,
            citation=row.citation,
        )
        for row in connection.execute(query)
    )


def put_evidence(
    connection: Connection, municipality: str, entry: Evidence, *, at: datetime
) -> None:
    """Keep an entry of the register, over the one with the same id."""
    key = {"municipality_id": municipality, "entry": entry.id}
    said = {name: value for name, value in asdict(entry).items() if name != "id"}
    upsert(connection, evidence, {**key, **said, "version": 1, "changed": at}, tuple(key))


def remove_evidence(connection: Connection, municipality: str, entry: str) -> None:
    """Take an entry out of the register; answers keep naming it by its id."""
    which = (evidence.c.municipality_id == municipality, evidence.c.entry == entry)
    connection.execute(delete(evidence).where(*which))


def add_action(
    connection: Connection, assessment: str, action: PlannedAction, *, advice: str | None = None
) -> str:
    """Add an action below those that are there; return its id."""
    query = select(func.count()).select_from(actions).where(actions.c.assessment_id == assessment)
    name = new_id()
    connection.execute(
        insert(actions).values(
            id=name,
            assessment_id=assessment,
            advice=advice,
            version=1,
            place=connection.execute(query).scalar_one(),
            **_columns(action),
        )
    )
    return name


def put_action(
    connection: Connection, assessment: str, name: str, action: PlannedAction, *, seen: int
) -> bool:
    """Keep an action over the version that was seen; return whether that was the current one."""
    which = (
        actions.c.id == name,
        actions.c.assessment_id == assessment,
        actions.c.version == seen,
    )
    changed = update(actions).where(*which).values(version=seen + 1, **_columns(action))
    return connection.execute(changed).rowcount == 1


def remove_action(connection: Connection, assessment: str, name: str) -> None:
    """Take an action away."""
    which = (actions.c.id == name, actions.c.assessment_id == assessment)
    connection.execute(delete(actions).where(*which))


def _columns(action: PlannedAction) -> dict[str, object]:
    return {**asdict(action), "items": list(action.items)}


def actions_of(connection: Connection, assessment: str) -> tuple[KeptAction, ...]:
    """Return the actions of a scan, in their order."""
    query = (
        select(actions)
        .where(actions.c.assessment_id == assessment)
        .order_by(actions.c.place, actions.c.id)
    )
    return tuple(
        KeptAction(
            row.id,
            row.advice,
            row.version,
            PlannedAction(
                what=row.what,
                owner=row.owner,
                due=row.due,
                status=row.status,
                items=tuple(row.items),
                child_notices=row.child_notices,
                note=row.note,
            ),
        )
        for row in connection.execute(query)
    )

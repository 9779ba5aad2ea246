"""What stands around the answers of a scan: remarks, evidence, actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from toolkit.domain.scan import Evidence, PlannedAction, Remark, Remarks
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

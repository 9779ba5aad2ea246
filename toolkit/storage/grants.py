"""Grants: who from outside may see a scan, or every scan of a municipality, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from toolkit.storage.tables import grants


@dataclass(frozen=True, slots=True)
class Granted:
    """What somebody may see by grants: all scans of municipalities, and scans one by one."""

    municipalities: tuple[str, ...]
    scans: frozenset[str]


def to(connection: Connection, account: str, *, on: date) -> Granted:
    """Return what this account was granted that still holds on this day, the last day included."""
    table = grants.c
    query = (
        select(table.municipality_id, table.assessment_id)
        .where(table.account_id == account, table.withdrawn.is_(None), table.ends >= on)
        .order_by(table.begun, table.id)
    )
    rows = connection.execute(query).all()
    return Granted(
        tuple(row.municipality_id for row in rows if row.assessment_id is None),
        frozenset(row.assessment_id for row in rows if row.assessment_id is not None),
    )

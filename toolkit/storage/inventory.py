"""Which scans and files there are at all, for whoever runs the program; nothing of what is in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, false, select

from toolkit.storage.tables import assessments, evidence_files, municipalities


def scans(connection: Connection) -> Mapping[str, date | None]:
    """Return the real scans by id, with the day on which personal data was struck from them."""
    query = select(assessments.c.id, assessments.c.rectified)
    rows = connection.execute(query.where(assessments.c.fictional == false()))
    return {row.id: row.rectified for row in rows}


def final(connection: Connection) -> Mapping[str, str]:
    """Return the municipality of every final scan, by the id of the scan."""
    query = select(assessments.c.id, assessments.c.municipality_id)
    rows = connection.execute(
        query.where(assessments.c.state == "final").order_by(assessments.c.id)
    )
    return {row.id: row.municipality_id for row in rows}


def hashes_of_files(connection: Connection) -> set[str]:
    """Return the hash of every file of every register."""
    return set(connection.execute(select(evidence_files.c.content_hash)).scalars())


def empty_municipalities(connection: Connection) -> tuple[str, ...]:
    """Return the municipalities without a name and without a scan."""
    scans = select(assessments.c.municipality_id)
    table = municipalities.c
    query = select(table.id).where(table.name == "", table.id.not_in(scans)).order_by(table.id)
    return tuple(connection.execute(query).scalars())

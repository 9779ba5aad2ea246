"""Whether a case of a workshop resembles something that is known: yes or no, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select

from toolkit.storage.dialect import upsert
from toolkit.storage.tables import known_cases

KEY = ("assessment_id", "scenario")


def of(connection: Connection, assessment: str) -> Mapping[str, bool]:
    """Return what was said, by case; who was not asked said nothing."""
    table = known_cases.c
    rows = connection.execute(
        select(table.scenario, table.known).where(table.assessment_id == assessment)
    )
    return {row.scenario: row.known for row in rows}


def put(
    connection: Connection,
    assessment: str,
    said: Mapping[str, bool],
    *,
    by: str | None,
    at: datetime,
) -> None:
    """Keep what somebody said of these cases, over what was said before."""
    for scenario, known in said.items():
        row = {"assessment_id": assessment, "scenario": scenario, "known": known}
        upsert(connection, known_cases, {**row, "changed": at, "account_id": by}, KEY)

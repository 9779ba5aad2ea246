"""What is decided about the documents of a scan: blanks filled in, sentences that stay or go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, select

from toolkit.domain.publication import Passage
from toolkit.storage.dialect import upsert
from toolkit.storage.tables import blanks, left_out


def blanks_of(connection: Connection, assessment_id: str) -> Mapping[str, str]:
    """Return what was filled in, by the name of the place."""
    query = select(blanks.c.name, blanks.c.text).where(blanks.c.assessment_id == assessment_id)
    return {row.name: row.text for row in connection.execute(query.order_by(blanks.c.name))}


def fill_in(
    connection: Connection,
    assessment_id: str,
    texts: Mapping[str, str],
    account: str | None,
    *,
    at: datetime,
) -> None:
    """Keep what is filled in at these places; an empty text makes a place empty again."""
    for name, text in texts.items():
        key = {"assessment_id": assessment_id, "name": name}
        if text:
            row = {**key, "text": text, "changed": at, "account_id": account}
            upsert(connection, blanks, row, tuple(key))
        else:
            same = (blanks.c.assessment_id == assessment_id, blanks.c.name == name)
            connection.execute(delete(blanks).where(*same))


def decisions_of(connection: Connection, assessment_id: str) -> Mapping[Passage, bool]:
    """Return of each passage that somebody decided on whether it stays."""
    columns = left_out.c
    query = select(columns.place, columns.sentence, columns.stays)
    rows = connection.execute(query.where(columns.assessment_id == assessment_id))
    return {Passage(row.place, row.sentence): row.stays for row in rows}


def decide(
    connection: Connection,
    assessment_id: str,
    decisions: Mapping[Passage, bool],
    account: str | None,
    *,
    at: datetime,
) -> None:
    """Keep of each of these passages whether it stays."""
    for passage, stays in decisions.items():
        key = {
            "assessment_id": assessment_id,
            "place": passage.place,
            "sentence": passage.stamp,
        }
        row = {**key, "stays": stays, "changed": at, "account_id": account}
        upsert(connection, left_out, row, tuple(key))

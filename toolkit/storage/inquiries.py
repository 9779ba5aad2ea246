"""Questions passed on: who might know the answer, asked or still to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select, update

from toolkit.storage.dialect import upsert
from toolkit.storage.tables import inquiries


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Whom to ask about a question, since when, and when that was settled."""

    item: str
    role: str
    asked: datetime
    settled: datetime | None


_OF_SCAN = (
    select(inquiries.c.item, inquiries.c.role, inquiries.c.asked, inquiries.c.settled)
    .where(inquiries.c.assessment_id == bindparam("scan"))
    .order_by(inquiries.c.asked, inquiries.c.item)
)


def of(connection: Connection, assessment: str) -> Mapping[str, Inquiry]:
    """Return the questions that were passed on, by item, the oldest first."""
    rows = connection.execute(_OF_SCAN, {"scan": assessment})
    return {row.item: Inquiry(*row) for row in rows}


def put(
    connection: Connection, assessment: str, item: str, role: str, account: str, *, at: datetime
) -> None:
    """Pass a question on to a role, or to another one than before."""
    key = {"assessment_id": assessment, "item": item}
    said = {"role": role, "note": "", "asked": at, "settled": None, "account_id": account}
    upsert(connection, inquiries, {**key, **said}, tuple(key))


def settle(connection: Connection, assessment: str, item: str, *, at: datetime) -> None:
    """Tick a question off: somebody found out, or nobody can."""
    which = (inquiries.c.assessment_id == assessment, inquiries.c.item == item)
    connection.execute(update(inquiries).where(*which).values(settled=at))

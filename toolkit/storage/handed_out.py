"""Questions that were given to somebody by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, insert, select

from toolkit.storage.tables import handed_out

_OF_SCAN = select(handed_out.c.account_id, handed_out.c.item).where(
    handed_out.c.assessment_id == bindparam("scan")
)


def of(connection: Connection, assessment: str) -> Mapping[str, frozenset[str]]:
    """Return the questions of a scan that were handed out, by account."""
    found: dict[str, frozenset[str]] = {}
    for row in connection.execute(_OF_SCAN, {"scan": assessment}):
        found[row.account_id] = found.get(row.account_id, frozenset()) | {row.item}
    return found


def put(
    connection: Connection,
    assessment: str,
    account: str,
    items: Iterable[str],
    by: str,
    *,
    at: datetime,
) -> None:
    """Hand these questions out to somebody, and no others any more."""
    table = handed_out.c
    connection.execute(
        delete(handed_out).where(table.assessment_id == assessment, table.account_id == account)
    )
    who = {"assessment_id": assessment, "account_id": account, "by_id": by, "handed": at}
    for item in sorted(set(items)):
        connection.execute(insert(handed_out).values(**who, item=item))

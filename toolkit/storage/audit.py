"""The log of who did what; a line that was changed, taken out or cut off later is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, delete, insert, select

from toolkit.domain.happening import ABOUT_NOTHING, DONE, About, Happening, Line
from toolkit.storage import facts
from toolkit.storage.tables import accounts, audit

LAST, FIRST = "audit_last", "audit_first"
"""The end of the chain is kept apart, so that cutting it off shows; so is where it begins."""
_START = (0, "")


def note(
    connection: Connection,
    account: str | None,
    what: Happening,
    about: About = ABOUT_NOTHING,
    *,
    at: datetime,
    result: str = DONE,
) -> None:
    """Write down what an account did, in the transaction in which it does it; nobody is ``None``.

    Ids and numbers only: no answer, name, address, link or code.
    """
    number, chain = _end(connection, LAST)
    line = Line(number + 1, at, _number(connection, account), what.value, about, result)
    link = _link(chain, line)
    connection.execute(
        insert(audit).values(
            number=line.number,
            at=line.at,
            account=line.account,
            what=line.what,
            kind=about.kind,
            object=about.id,
            municipality=about.municipality,
            result=result,
            chain=link,
        )
    )
    _keep_end(connection, LAST, line.number, link)


def check(connection: Connection) -> int | None:
    """Return the number of the first line that is not as it was written; nothing when all are.

    A line that was changed, taken out, put elsewhere or cut off counts (R38, T74).
    """
    number, chain = _end(connection, FIRST)
    for row in connection.execute(select(audit).order_by(audit.c.number)).mappings():
        number += 1
        line = _line(row)
        chain = _link(chain, line)
        if (line.number, row["chain"]) != (number, chain):
            return number
    return None if (number, chain) == _end(connection, LAST) else number + 1


def forget_until(connection: Connection, moment: datetime) -> int:
    """Take away the oldest lines, up to this moment; the rest stays a whole. Return how many."""
    old = (
        select(audit.c.number, audit.c.chain)
        .where(audit.c.at < moment)
        .order_by(audit.c.number.desc())
        .limit(1)
    )
    last = connection.execute(old).one_or_none()
    if last is None:
        return 0
    gone = connection.execute(delete(audit).where(audit.c.number <= last.number)).rowcount
    _keep_end(connection, FIRST, last.number, last.chain)
    return gone


def of(connection: Connection, municipality: str, most: int | None = None) -> tuple[Line, ...]:
    """Return the lines about a municipality, the newest first; those about none without one."""
    query = (
        select(audit)
        .where(audit.c.municipality == municipality)
        .order_by(audit.c.number.desc())
        .limit(most)
    )
    return tuple(_line(row) for row in connection.execute(query).mappings())


def _number(connection: Connection, account: str | None) -> int:
    query = select(accounts.c.number).where(accounts.c.id == account)
    return connection.execute(query).scalar() or 0


def _end(connection: Connection, name: str) -> tuple[int, str]:
    kept = facts.get(connection, name)
    if kept is None:
        return _START
    number, _, chain = kept.partition(" ")
    return (int(number), chain) if number.isdigit() else (-1, "")


def _keep_end(connection: Connection, name: str, number: int, chain: str) -> None:
    facts.put(connection, name, f"{number} {chain}")


def _line(row: RowMapping) -> Line:
    return Line(
        row["number"],
        row["at"],
        row["account"],
        row["what"],
        About(row["kind"], row["object"], row["municipality"]),
        row["result"],
    )


def _link(before: str, line: Line) -> str:
    """Return the hash of a line and of the one before it."""
    return sha256(json.dumps([before, *_said(line)]).encode()).hexdigest()


def _said(line: Line) -> Iterator[object]:
    yield from (line.number, line.at.astimezone(UTC).isoformat(), line.account, line.what)
    yield from (line.about.kind, line.about.id, line.about.municipality, line.result)

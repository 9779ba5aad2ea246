"""Links by which somebody reads one scan along, until a day or until they are withdrawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, select, update

from toolkit.storage.ids import digest, new_id, new_secret
from toolkit.storage.tables import accounts, reader_links


@dataclass(frozen=True, slots=True)
class ReaderLink:
    """One link: to which scan, for whom as whoever gave it typed it, until which day.

    ``account`` is that of whoever reads by it; it can do nothing else.
    """

    id: str
    assessment: str
    account: str
    name: str
    begun: datetime
    ends: date


def give(
    connection: Connection,
    scan: str,
    account: str,
    wish: tuple[str, date],
    by: str,
    *,
    at: datetime,
) -> str:
    """Make a link (``wish``: for whom, until which day); return its secret, of which a hash stays."""
    secret, (name, ends) = new_secret(), wish
    connection.execute(
        insert(reader_links).values(
            id=new_id(),
            assessment_id=scan,
            account_id=account,
            hash=digest(secret),
            name=name,
            begun=at,
            ends=ends,
            by_id=by,
        )
    )
    return secret


def of(connection: Connection, scan: str, *, on: date) -> tuple[ReaderLink, ...]:
    """Return the links to a scan that still work on this day, the newest first."""
    table = reader_links.c
    query = select(reader_links).where(table.assessment_id == scan, _works(on))
    rows = connection.execute(query.order_by(table.begun.desc(), table.name, table.id))
    return tuple(map(_link, rows))


def opened_by(connection: Connection, secret: str, *, on: date) -> ReaderLink | None:
    """Return the link with this secret while it works; looking changes nothing."""
    query = select(reader_links).where(reader_links.c.hash == digest(secret), _works(on))
    row = connection.execute(query).one_or_none()
    return None if row is None else _link(row)


def open_to(connection: Connection, account: str, *, on: date) -> str | None:
    """Return the one scan that whoever reads by a link may see while that works."""
    query = (
        select(reader_links.c.assessment_id)
        .join(accounts, accounts.c.id == reader_links.c.account_id)
        .where(reader_links.c.account_id == account, accounts.c.active, _works(on))
    )
    return connection.execute(query).scalar_one_or_none()


def withdraw(connection: Connection, link: str, *, at: datetime) -> None:
    """End a link; whoever reads by it sees nothing more at the next request."""
    which = reader_links.c.id == link, reader_links.c.withdrawn.is_(None)
    connection.execute(update(reader_links).where(*which).values(withdrawn=at))


def forget_before(connection: Connection, moment: datetime) -> None:
    """Take away the links that ended before this, with the names and accounts that go with them."""
    table = reader_links.c
    over = (table.ends < moment.date()) | (table.withdrawn < moment)
    gone = select(table.account_id).where(over)
    connection.execute(delete(accounts).where(accounts.c.id.in_(gone)))


def _works(on: date) -> ColumnElement[bool]:
    return and_(reader_links.c.withdrawn.is_(None), reader_links.c.ends >= on)


def _link(row: Row[tuple[object, ...]]) -> ReaderLink:
    return ReaderLink(row.id, row.assessment_id, row.account_id, row.name, row.begun, row.ends)

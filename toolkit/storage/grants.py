"""Grants: who from outside may see a scan, or every scan of a municipality, and until when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from toolkit.storage.ids import new_id
from toolkit.storage.tables import accounts, grants, municipalities


@dataclass(frozen=True, slots=True)
class Granted:
    """What somebody may see by grants: all scans of municipalities, and scans one by one."""

    municipalities: tuple[str, ...]
    scans: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grant:
    """One grant; ``scan`` is nothing when it is for all. To a person, or to a municipality.

    ``name`` is as whoever gave it typed it, ``number`` that of the account.
    """

    id: str
    municipality: str
    scan: str | None
    name: str
    email: str
    number: int | None
    to_municipality: str | None
    begun: datetime
    ends: date
    withdrawn: datetime | None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is let in: an account under the name that is used here, or a municipality."""

    name: str
    account: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Offered:
    """A scan that was shared with a municipality, so that it can begin with its answers."""

    grant: str
    scan: str
    of: str
    to: str


_GRANTS = (
    select(grants, accounts.c.email, accounts.c.number)
    .outerjoin(accounts, accounts.c.id == grants.c.account_id)
    .order_by(grants.c.begun.desc(), grants.c.name, grants.c.id)
)

_TO = (
    select(grants.c.municipality_id, grants.c.assessment_id)
    .where(
        grants.c.account_id == bindparam("account"),
        grants.c.withdrawn.is_(None),
        grants.c.ends >= bindparam("on"),
    )
    .order_by(grants.c.begun, grants.c.id)
)


def to(connection: Connection, account: str, *, on: date) -> Granted:
    """Return what this account was granted that still holds on this day, the last day included."""
    rows = connection.execute(_TO, {"account": account, "on": on}).all()
    return Granted(
        tuple(row.municipality_id for row in rows if row.assessment_id is None),
        frozenset(row.assessment_id for row in rows if row.assessment_id is not None),
    )


def of(connection: Connection, municipality: str) -> tuple[Grant, ...]:
    """Return every grant that a municipality gave, the newest first."""
    rows = connection.execute(_GRANTS.where(grants.c.municipality_id == municipality))
    return tuple(map(_grant, rows))


def give(
    connection: Connection,
    place: tuple[str, str | None],
    recipient: Recipient,
    ends: date,
    by: str,
    *,
    at: datetime,
) -> str:
    """Let somebody in until a day (``place``: municipality, scan); return the id of the grant."""
    name, (municipality, scan) = new_id(), place
    connection.execute(
        insert(grants).values(
            id=name,
            municipality_id=municipality,
            assessment_id=scan,
            account_id=recipient.account,
            to_municipality_id=recipient.municipality,
            name=recipient.name,
            begun=at,
            ends=ends,
            by_id=by,
        )
    )
    return name


def to_recipient(
    connection: Connection, place: tuple[str, str | None], recipient: Recipient
) -> tuple[str, ...]:
    """Return the grants that somebody has of exactly this municipality or scan."""
    table, (municipality, scan) = grants.c, place
    query = select(table.id).where(
        table.municipality_id == municipality,
        table.assessment_id.is_not_distinct_from(scan),
        table.account_id.is_not_distinct_from(recipient.account),
        table.to_municipality_id.is_not_distinct_from(recipient.municipality),
        table.withdrawn.is_(None),
    )
    return tuple(connection.execute(query).scalars())


def withdraw(connection: Connection, grant: str, *, at: datetime) -> None:
    """End a grant; whoever had it sees nothing more at the next request."""
    which = grants.c.id == grant, grants.c.withdrawn.is_(None)
    connection.execute(update(grants).where(*which).values(withdrawn=at))


def offered(connection: Connection, places: Sequence[str], *, on: date) -> tuple[Offered, ...]:
    """Return the scans that were shared with these municipalities and still are on this day."""
    table = grants.c
    query = (
        select(table.id, table.assessment_id, municipalities.c.name, table.to_municipality_id)
        .join(municipalities, municipalities.c.id == table.municipality_id)
        .where(
            table.to_municipality_id.in_(places),
            table.assessment_id.is_not(None),
            table.withdrawn.is_(None),
            table.ends >= on,
        )
        .order_by(table.begun.desc(), table.name, table.id)
    )
    return tuple(Offered(*row) for row in connection.execute(query))


def _grant(row: Row[tuple[object, ...]]) -> Grant:
    return Grant(
        id=row.id,
        municipality=row.municipality_id,
        scan=row.assessment_id,
        name=row.name,
        email=row.email or "",
        number=row.number,
        to_municipality=row.to_municipality_id,
        begun=row.begun,
        ends=row.ends,
        withdrawn=row.withdrawn,
    )

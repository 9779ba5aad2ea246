"""People as a municipality and as an operator see them: roles, since when, last seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, select, update

from toolkit.domain.access import Role
from toolkit.storage.tables import accounts, grants, memberships, sessions

PASSWORD, ORGANISATION, LINK = "password", "organisation", "link"  # nosec B105 (ways in)


@dataclass(frozen=True, slots=True)
class Person:
    """One account; ``role``, ``name`` and ``since`` are those of one municipality, if any."""

    account: str
    number: int
    email: str
    function: str
    operator: bool
    active: bool
    way_in: str
    second_step: bool
    since: datetime
    last_seen: datetime | None
    role: Role | None = None
    name: str = ""


_SEEN = (
    select(sessions.c.account_id, func.max(sessions.c.last_seen).label("last_seen"))
    .group_by(sessions.c.account_id)
    .subquery()
)
_PEOPLE = select(accounts, _SEEN.c.last_seen).outerjoin(_SEEN, _SEEN.c.account_id == accounts.c.id)


def members(connection: Connection, municipality: str) -> tuple[Person, ...]:
    """Return who belongs to a municipality, in the order in which they came."""
    member = memberships.c
    query = (
        _PEOPLE.add_columns(member.role, member.name, member.begun.label("since"))
        .join(memberships, member.account_id == accounts.c.id)
        .where(member.municipality_id == municipality)
        .order_by(member.begun, accounts.c.number)
    )
    return tuple(
        _person(row, since=row.since, role=Role(row.role), name=row.name)
        for row in connection.execute(query)
    )


def everybody(connection: Connection) -> tuple[Person, ...]:
    """Return every account, by number."""
    return _all(connection, _PEOPLE.order_by(accounts.c.number))


def operators(connection: Connection) -> frozenset[int]:
    """Return the numbers of the accounts that run the program."""
    return frozenset(
        connection.execute(select(accounts.c.number).where(accounts.c.operator)).scalars()
    )


def by_number(connection: Connection, number: int) -> Person | None:
    """Return the account with this number."""
    return next(iter(_all(connection, _PEOPLE.where(accounts.c.number == number))), None)


def places(connection: Connection, account: str) -> dict[str, Role]:
    """Return what an account is in which municipality, by membership."""
    query = select(memberships.c.municipality_id, memberships.c.role).where(
        memberships.c.account_id == account
    )
    return {row.municipality_id: Role(row.role) for row in connection.execute(query)}


def known_elsewhere(connection: Connection, account: str, municipality: str) -> bool:
    """Return whether an account is more than what this municipality made of it.

    Whoever hands it a link to choose a password would get in there too.
    """
    own = accounts.c
    more = own.password.is_not(None) | own.subject.is_not(None) | own.operator
    queries = (
        select(own.id).where(own.id == account, more),
        select(memberships.c.account_id).where(
            memberships.c.account_id == account, memberships.c.municipality_id != municipality
        ),
        select(grants.c.id).where(
            grants.c.account_id == account, grants.c.municipality_id != municipality
        ),
    )
    return any(connection.execute(query).first() is not None for query in queries)


def change_role(connection: Connection, account: str, municipality: str, role: Role) -> None:
    """Give a member another role."""
    statement = update(memberships).where(*_which(account, municipality))
    connection.execute(statement.values(role=role.value))


def rename(connection: Connection, account: str, municipality: str, name: str) -> None:
    """Give a member another name in one municipality."""
    statement = update(memberships).where(*_which(account, municipality))
    connection.execute(statement.values(name=name))


def leave(connection: Connection, account: str, municipality: str) -> None:
    """End a membership."""
    connection.execute(delete(memberships).where(*_which(account, municipality)))


def set_active(connection: Connection, account: str, *, active: bool) -> None:
    """Let an account sign in, or not."""
    connection.execute(update(accounts).where(accounts.c.id == account).values(active=active))


def _which(account: str, municipality: str) -> tuple[ColumnElement[bool], ...]:
    member = memberships.c
    return member.account_id == account, member.municipality_id == municipality


def _all(connection: Connection, query: Select[tuple[object, ...]]) -> tuple[Person, ...]:
    return tuple(_person(row, since=row.begun) for row in connection.execute(query))


def _person(
    row: Row[tuple[object, ...]], *, since: datetime, role: Role | None = None, name: str = ""
) -> Person:
    return Person(
        account=row.id,
        number=row.number,
        email=row.email or "",
        function=row.function,
        operator=row.operator,
        active=row.active,
        way_in=_way_in(row),
        second_step=row.totp_secret is not None,
        since=since,
        last_seen=row.last_seen,
        role=role,
        name=name,
    )


def _way_in(row: Row[tuple[object, ...]]) -> str:
    if row.subject is not None:
        return ORGANISATION
    return PASSWORD if row.password is not None else LINK

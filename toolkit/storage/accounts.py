"""Accounts, and what each is in which municipality."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from toolkit.domain.access import Actor, Role
from toolkit.domain.days import day_of
from toolkit.storage import grants
from toolkit.storage.ids import new_id
from toolkit.storage.tables import accounts, audit, memberships
from toolkit.storage.tables import grants as all_grants


@dataclass(frozen=True, slots=True)
class Member:
    """What somebody is in one municipality, and how the inviter called them there."""

    role: Role
    name: str


LINKED = frozenset((Role.CONTRIBUTOR, Role.READER))
"""What a session can be that began with an invitation."""

_ACTIVE = select(accounts.c.function, accounts.c.operator).where(
    accounts.c.id == bindparam("account"), accounts.c.active
)
_ROLES = (
    select(memberships.c.municipality_id, memberships.c.role)
    .where(memberships.c.account_id == bindparam("account"))
    .order_by(memberships.c.begun, memberships.c.municipality_id)
)
_MEMBERS = select(memberships.c.account_id, memberships.c.role, memberships.c.name).where(
    memberships.c.municipality_id == bindparam("municipality")
)


def add(connection: Connection, *, operator: bool, email: str | None = None, at: datetime) -> str:
    """Add an account; return its id. It gets a number that no account before it had."""
    account = new_id()
    values = {"id": account, "number": _next_number(connection), "operator": operator}
    connection.execute(
        insert(accounts).values(**values, active=True, email=email and email.lower(), begun=at)
    )
    return account


def join(
    connection: Connection,
    account: str,
    municipality: str,
    role: Role,
    name: str = "",
    *,
    at: datetime,
) -> None:
    """Give an account a role in a municipality, under the name that is used there."""
    who = {"account_id": account, "municipality_id": municipality}
    connection.execute(insert(memberships).values(**who, role=role.value, name=name, begun=at))


def with_email(connection: Connection, email: str) -> str | None:
    """Return the account with this address, however its letters are written, if there is one."""
    query = select(accounts.c.id).where(func.lower(accounts.c.email) == email.lower())
    return connection.execute(query).scalar_one_or_none()


def email_of(connection: Connection, account: str) -> str:
    """Return the address of an account; the empty one when nobody knows it."""
    query = select(accounts.c.email).where(accounts.c.id == account)
    return connection.execute(query).scalar_one_or_none() or ""


def function_of(connection: Connection, account: str) -> str:
    """Return the function of a person; the empty one when nobody said."""
    query = select(accounts.c.function).where(accounts.c.id == account)
    return connection.execute(query).scalar_one_or_none() or ""


def by_link_only(connection: Connection, account: str) -> bool:
    """Return whether an account is nothing but what an invitation made of it.

    It has no password, no sign-in of an organisation, leads no municipality and was granted nothing.
    """
    table = accounts.c
    plain = (table.password.is_(None), table.subject.is_(None), table.operator.is_(False))
    query = select(table.id).where(table.id == account, *plain)
    roles = {row.role for row in connection.execute(_ROLES, {"account": account})}
    found = connection.execute(query).one_or_none() is not None
    granted = connection.execute(select(all_grants.c.id).where(all_grants.c.account_id == account))
    return found and roles <= LINKED and granted.first() is None


def membership(connection: Connection, account: str, municipality: str) -> Member | None:
    """Return what an account is in a municipality, and how it is called there."""
    return members(connection, municipality).get(account)


def members(connection: Connection, municipality: str) -> Mapping[str, Member]:
    """Return who belongs to a municipality, by account."""
    rows = connection.execute(_MEMBERS, {"municipality": municipality})
    return {row.account_id: Member(Role(row.role), row.name) for row in rows}


def first(connection: Connection) -> str | None:
    """Return the id of the oldest account that runs the program and may sign in, if there is one."""
    runs = accounts.c.active & accounts.c.operator
    query = select(accounts.c.id).where(runs).order_by(accounts.c.begun, accounts.c.number).limit(1)
    return connection.execute(query).scalar()


def count(connection: Connection) -> int:
    """Return how many accounts there are."""
    return connection.execute(select(func.count()).select_from(accounts)).scalar_one()


def choose(
    connection: Connection,
    account: str,
    *,
    function: str | None = None,
    language: str | None = None,
) -> None:
    """Keep the function or the language that somebody chose, if anything."""
    chosen = {"function": function, "language": language}
    values = {name: value for name, value in chosen.items() if value is not None}
    if values:
        connection.execute(update(accounts).where(accounts.c.id == account).values(**values))


def actor(
    connection: Connection, account: str, *, at: datetime, places: frozenset[str] | None = None
) -> Actor | None:
    """Return who this account is and what it may enter; nobody when it may not sign in.

    With ``places`` it may enter those municipalities only, and only to contribute or to read.
    """
    who = {"account": account}
    found = connection.execute(_ACTIVE, who).one_or_none()
    if found is None:
        return None
    roles = {row.municipality_id: Role(row.role) for row in connection.execute(_ROLES, who)}
    if places is not None:
        kept = {place: role for place, role in roles.items() if place in places and role in LINKED}
        return Actor(account, kept, found.function)
    granted = grants.to(connection, account, on=day_of(at))
    wide = dict.fromkeys(granted.municipalities, Role.ADVISOR)
    return Actor(account, {**wide, **roles}, found.function, found.operator, granted.scans)


def _next_number(connection: Connection) -> int:
    """Return a number that no account has, and none in the audit log ever had."""
    highest = select(func.max(accounts.c.number)), select(func.max(audit.c.account))
    return 1 + max(connection.execute(query).scalar() or 0 for query in highest)

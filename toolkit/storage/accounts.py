"""Accounts, and what each is in which municipality."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from toolkit.domain.access import Actor, Role
from toolkit.storage.ids import new_id
from toolkit.storage.tables import accounts, memberships

_ACTIVE = select(accounts.c.function, accounts.c.operator).where(
    accounts.c.id == bindparam("account"), accounts.c.active
)
_ROLES = (
    select(memberships.c.municipality_id, memberships.c.role)
    .where(memberships.c.account_id == bindparam("account"))
    .order_by(memberships.c.begun)
)


def add(connection: Connection, *, operator: bool, at: datetime) -> str:
    """Add an account that signs in by a link; return its id."""
    account = new_id()
    connection.execute(
        insert(accounts).values(
            id=account, operator=operator, active=True, fs_uniquifier=new_id(), begun=at
        )
    )
    return account


def join(
    connection: Connection, account: str, municipality: str, role: Role, *, at: datetime
) -> None:
    """Give an account a role in a municipality."""
    connection.execute(
        insert(memberships).values(
            account_id=account, municipality_id=municipality, role=role.value, begun=at
        )
    )


def first(connection: Connection) -> str | None:
    """Return the id of the oldest account that may still sign in, if there is one."""
    query = select(accounts.c.id).where(accounts.c.active).order_by(accounts.c.begun).limit(1)
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


def actor(connection: Connection, account: str) -> Actor | None:
    """Return who this account is and what it may enter; nobody when it may not sign in."""
    who = {"account": account}
    found = connection.execute(_ACTIVE, who).one_or_none()
    if found is None:
        return None
    roles = {row.municipality_id: Role(row.role) for row in connection.execute(_ROLES, who)}
    return Actor(account, roles, found.function, found.operator)

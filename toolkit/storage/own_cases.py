"""Cases of somebody's own, as they were handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select

from toolkit.storage.ids import new_id
from toolkit.storage.tables import own_cases


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One case: its text as YAML."""

    id: str
    text: str
    begun: datetime


def of(connection: Connection, account: str) -> tuple[OwnCase, ...]:
    """Return the cases of an account, the oldest first."""
    query = select(own_cases).where(own_cases.c.account_id == account)
    rows = connection.execute(query.order_by(own_cases.c.begun, own_cases.c.id))
    return tuple(OwnCase(row.id, row.text, row.begun) for row in rows)


def count(connection: Connection, account: str) -> int:
    """Return how many there are."""
    query = select(func.count()).select_from(own_cases).where(own_cases.c.account_id == account)
    return connection.execute(query).scalar_one()


def add(connection: Connection, account: str, text: str, *, at: datetime) -> str:
    """Keep a case; return its id."""
    name = new_id()
    row = {"id": name, "account_id": account, "text": text, "begun": at}
    connection.execute(insert(own_cases).values(**row))
    return name


def remove(connection: Connection, account: str, name: str) -> None:
    """Take a case away, if it is of this account."""
    which = (own_cases.c.account_id == account, own_cases.c.id == name)
    connection.execute(delete(own_cases).where(*which))

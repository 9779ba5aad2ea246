"""Failures to get in: how many for one thing that was tried, and when the last was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select, update

from toolkit.storage.dialect import upsert
from toolkit.storage.tables import attempts


@dataclass(frozen=True, slots=True)
class Failures:
    """How often somebody failed, the last time at ``last``."""

    count: int
    last: datetime


def of(connection: Connection, tried: str) -> Failures | None:
    """Return the failures of what was tried, by its hash; nothing when there are none."""
    query = select(attempts.c.failures, attempts.c.last).where(attempts.c.tried == tried)
    row = connection.execute(query).one_or_none()
    return None if row is None else Failures(row.failures, row.last)


def keep(connection: Connection, tried: str, count: int, *, at: datetime) -> None:
    """Keep how often this failed until now."""
    upsert(connection, attempts, {"tried": tried, "failures": count, "last": at}, ("tried",))


def take_one_back(connection: Connection, tried: str) -> None:
    """Count one failure less, where it was none."""
    which = attempts.c.tried == tried, attempts.c.failures > 0
    one_less = update(attempts).where(*which).values(failures=attempts.c.failures - 1)
    connection.execute(one_less)


def forget(connection: Connection, tried: str) -> None:
    """Forget every failure of what was tried."""
    connection.execute(delete(attempts).where(attempts.c.tried == tried))

"""What an installation knows of itself: which one it is, when it was last copied."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, select

from toolkit.storage.dialect import upsert
from toolkit.storage.tables import facts

INSTALLATION = "installation"
LAST_BACKUP = "last_backup"
ADDRESS = "address"


def get(connection: Connection, name: str) -> str | None:
    """Return what is known under this name."""
    return connection.execute(select(facts.c.value).where(facts.c.name == name)).scalar()


def put(connection: Connection, name: str, value: str) -> None:
    """Keep what is known, over what was known before."""
    upsert(connection, facts, {"name": name, "value": value}, ("name",))


def last_backup(connection: Connection) -> datetime | None:
    """Return when the last copy was made, if ever."""
    kept = get(connection, LAST_BACKUP)
    return None if kept is None else datetime.fromisoformat(kept)

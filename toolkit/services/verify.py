"""Says whether data is whole: that in use, or a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from toolkit.storage import facts, inventory
from toolkit.storage.backup import unseal
from toolkit.storage.database import Database, NotWritten
from toolkit.storage.soundness import Fault, Flaw, faults


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found; ``made`` is when a copy was made, or when the last one was."""

    faults: tuple[Fault, ...]
    scans: int = 0
    made: datetime | None = None


def verify(database: Database) -> Verified:
    """Look at everything in a database; raise `NotOurs`, and `NotWritten` when that is impossible."""
    try:
        with database.reading() as connection:
            found = tuple(faults(connection))
            if found:
                return Verified(found)
            return Verified((), len(inventory.scans(connection)), last_backup(connection))
    except NotWritten as unread:
        if unread.reason != "damaged":
            raise
        return Verified((Fault(Flaw.PAGES, 1),))


def verify_copy(file: Path) -> Verified:
    """Look at everything in a copy, seal first; it is left as it is.

    Raises `NotACopy`, `NotOurs`, `NotWritten` and `OSError`.
    """
    unseal(file)
    with looking_at(file) as database:
        return verify(database)


@contextmanager
def looking_at(file: Path) -> Iterator[Database]:
    """Open a database that nobody else has open, to read in it."""
    database = Database.looking(file)
    try:
        yield database
    finally:
        database.close()


def last_backup(connection: Connection) -> datetime | None:
    """Return when the last copy was made, if ever."""
    kept = facts.get(connection, facts.LAST_BACKUP)
    return None if kept is None else datetime.fromisoformat(kept)

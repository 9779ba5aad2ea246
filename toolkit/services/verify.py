"""Says whether data is whole: that in use, or a copy of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Actor, Role
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import open_scan
from toolkit.storage import facts, inventory
from toolkit.storage.assessments import NotAsKept
from toolkit.storage.backup import unseal
from toolkit.storage.database import Database, NotWritten
from toolkit.storage.migrate import up_to_date
from toolkit.storage.soundness import Fault, Flaw, faults


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found; ``made`` is when a copy was made, or when the last one was.

    ``not_as_kept`` are the final scans that amount to something else than the result they keep.
    """

    faults: tuple[Fault, ...]
    scans: int = 0
    made: datetime | None = None
    not_as_kept: tuple[str, ...] = ()


def verify(database: Database, shelf: Shelf | None = None) -> Verified:
    """Look at everything in a database; raise `NotOurs`, and `NotWritten` when that is impossible.

    With a shelf every final scan is scored again too.
    """
    try:
        with database.reading() as connection:
            found = tuple(faults(connection))
            if found:
                return Verified(found)
            return Verified(
                (),
                len(inventory.scans(connection)),
                facts.last_backup(connection),
                tuple(_not_as_kept(connection, shelf)) if shelf is not None else (),
            )
    except NotWritten as unread:
        if unread.reason != "damaged":
            raise
        return Verified((Fault(Flaw.PAGES, 1),))


def verify_copy(file: Path, shelf: Shelf | None = None) -> Verified:
    """Look at everything in a copy as `verify` does, seal first; it is left as it is.

    Raises `NotACopy`, `NotOurs`, `NotWritten` and `OSError`.
    """
    unseal(file)
    with closing(Database.looking(file)) as database:
        return verify(database, shelf)


def _not_as_kept(connection: Connection, shelf: Shelf) -> Iterator[str]:
    """Yield these scans, also one whose questionnaire is gone; none of data of an older version."""
    for scan, place in (inventory.final(connection) if up_to_date(connection) else {}).items():
        reader = Actor("", {place: Role.READER})
        try:
            result_of(connection, open_scan(reader, connection, shelf, scan))
        except (NotAsKept, KeyError):
            yield scan

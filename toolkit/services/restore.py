"""Puts a copy back in the place of what is kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.exc import DatabaseError

from toolkit.services.verify import verify
from toolkit.storage import backup, erasing, facts, in_use, inventory, sessions, tokens
from toolkit.storage.backup import NotACopy
from toolkit.storage.database import FILE, Database, NotWritten
from toolkit.storage.migrate import COPIES, NotOurs, migrate, next_place, up_to_date

LOG, INDEX = "-wal", "-shm"


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back.

    ``made``: when the copy was. ``kept_at``: where the data is now that stood here. ``returned``
    counts the scans that had been removed since, ``unstruck`` those from which personal data had
    been struck since; that is to be done again.
    """

    scans: int
    made: datetime | None
    kept_at: Path | None
    returned: int
    unstruck: int


@dataclass(frozen=True, slots=True)
class _Known:
    """What of two databases is compared."""

    installation: str | None = None
    scans: Mapping[str, date | None] = field(default_factory=dict)
    erased: Mapping[str, str] = field(default_factory=dict)


def restore(file: Path, folder: Path, *, at: datetime) -> Restored:
    """Put the copy in ``file`` into the data folder; everybody signs in again.

    The copy is looked through and brought up to date before anything here is touched. What was
    here stays, under another name. Raises `InUse`, `NotACopy`, `NotOurs`, `NotWritten`, `OSError`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with in_use.alone(folder), TemporaryDirectory(dir=folder, prefix=".restore-") as aside:
        made = Path(aside) / FILE
        backup.unseal(file, made)
        with closing(Database.looking(made)) as database:
            found = verify(database)
        if found.faults:
            raise NotACopy("altered")
        ours = _known_here(folder / FILE)
        theirs = _bring_up_to_date(made, ours, at)
        if ours.scans and ours.installation not in (None, theirs.installation):
            raise NotACopy("other")
        kept_at = _keep(folder / FILE) if (folder / FILE).exists() else None
        made.replace(folder / FILE)
        backup.sync(folder)
    struck = {name for name, day in ours.scans.items() if day and theirs.scans.get(name) != day}
    return Restored(
        scans=found.scans,
        made=found.made,
        kept_at=kept_at,
        returned=len(theirs.scans.keys() - ours.scans.keys()) if ours.scans else 0,
        unstruck=len(struck & theirs.scans.keys()),
    )


def _bring_up_to_date(file: Path, ours: _Known, at: datetime) -> _Known:
    """Take the steps that are left; let no session or link of then work again (T89).

    Who was erased here since the copy was made is erased from it, when it is a copy of this data.
    """
    with closing(Database.apart(file)) as database:
        migrate(database)
        with database.writing() as connection:
            sessions.end_all(connection, at=at)
            tokens.use_up_all(connection, at=at)
            if facts.get(connection, facts.INSTALLATION) == ours.installation:
                erasing.erase_again(connection, ours.erased, at=at)
        known = _known(database)
    backup.sync(file)
    return known


def _known_here(file: Path) -> _Known:
    """Return what stands in the data folder; nothing when that cannot be read."""
    if not file.exists():
        return _Known()
    try:
        with closing(Database.apart(file)) as database:
            return _known(database)
    except (NotWritten, NotOurs, DatabaseError, ValueError):
        return _Known()


def _known(database: Database) -> _Known:
    with database.reading() as connection:
        if not up_to_date(connection):
            return _Known()
        installation = facts.get(connection, facts.INSTALLATION)
        return _Known(installation, inventory.scans(connection), erasing.erased(connection))


def _keep(file: Path) -> Path:
    """Give what stands here a second name, with what was not yet folded into it.

    The log goes first: beside another database it would spoil that one.
    """
    place = next_place(file.parent / COPIES, "replaced")
    try:
        os.link(file, place)
    except OSError:  # Not every disk can.
        shutil.copy2(file, place)
    log = Path(f"{file}{LOG}")
    if log.exists():
        log.replace(f"{place}{LOG}")
    Path(f"{file}{INDEX}").unlink(missing_ok=True)
    backup.sync(place.parent)
    return place

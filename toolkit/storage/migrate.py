"""Brings a database to the shape that this program knows; refuses one it does not know."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from toolkit.storage import facts
from toolkit.storage.backup import copy
from toolkit.storage.database import Database
from toolkit.storage.ids import new_id
from toolkit.storage.tables import METADATA, answer_changes, assessments

STEPS = Path(__file__).parent / "migrations"
COPIES = "backups"
KEPT_COPIES = 3
_OURS = frozenset((assessments.name, answer_changes.name))


class NotOurs(Exception):
    """A database that this program cannot use.

    ``reason``: of another program (``foreign``), of a newer one of ours (``newer``), or of one so
    old that its steps are gone (``older``).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def migrate(database: Database, steps: Path = STEPS) -> bool:
    """Take the steps that are left, all or none; return whether there were any.

    What was there is copied first. Raises `NotOurs` before anything is changed, `NotWritten`, and
    `OSError` when it cannot be copied.
    """
    with database.reading() as connection:
        shape = _known_shape(connection, steps)
    newest = _steps(steps).get_current_head()
    if shape == newest:
        return False
    if shape is not None:
        _copy_first(database, f"before-{newest}")
    with database.reshaping() as connection:
        command.upgrade(_config(connection, steps), "head")
        if facts.get(connection, facts.INSTALLATION) is None:
            facts.put(connection, facts.INSTALLATION, new_id())
    return True


def up_to_date(connection: Connection, steps: Path = STEPS) -> bool:
    """Return whether no step is left; raise `NotOurs`."""
    return _known_shape(connection, steps) == _steps(steps).get_current_head()


def as_designed(connection: Connection) -> bool:
    """Return whether a database that is up to date has exactly our tables."""
    return not compare_metadata(MigrationContext.configure(connection), METADATA)


def next_place(folder: Path, name: str) -> Path:
    """Return where the next copy of this kind goes; raise `OSError` without such a folder."""
    folder.mkdir(mode=0o700, exist_ok=True)
    taken = (int(file.stem.rpartition("-")[2]) for file in folder.glob(f"{name}-[0-9]*.sqlite3"))
    return folder / f"{name}-{max(taken, default=0) + 1}.sqlite3"


def _copy_first(database: Database, name: str) -> None:
    folder = database.file.parent / COPIES
    copy(database, next_place(folder, name))
    made = sorted(folder.glob("before-*.sqlite3"), key=lambda file: file.stat().st_mtime_ns)
    for old in made[:-KEPT_COPIES]:
        old.unlink()


def _known_shape(connection: Connection, steps: Path) -> str | None:
    """Return which step the database is at, nothing when it is empty; raise `NotOurs`."""
    shape = MigrationContext.configure(connection).get_current_revision()
    tables = set(inspect(connection).get_table_names())
    if shape is None:
        if tables:
            raise NotOurs("foreign")
        return None
    known = sorted(step.revision for step in _steps(steps).walk_revisions())
    if not tables >= _OURS:
        raise NotOurs("foreign")
    if shape not in known:
        raise NotOurs("older" if shape < known[0] else "newer")
    return shape


def _steps(steps: Path) -> ScriptDirectory:
    return ScriptDirectory(str(steps))


def _config(connection: Connection, steps: Path = STEPS) -> Config:
    config = Config()
    config.set_main_option("script_location", str(steps).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config

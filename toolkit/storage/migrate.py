"""Brings a database to the shape that this program knows; refuses one it does not know."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from toolkit.storage.database import Database

STEPS = Path(__file__).parent / "migrations"


class NotOurs(Exception):
    """The database belongs to another program (``foreign``) or to a newer one of ours (``newer``)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def migrate(database: Database) -> bool:
    """Take the steps that are left, all or none; return whether there were any.

    Raises `NotOurs` before anything is changed, and `NotWritten`.
    """
    with database.reading() as connection:
        if _shape(connection) == _newest():
            return False
        _check(connection)
    with database.writing() as connection:
        command.upgrade(_config(connection), "head")
    return True


def up_to_date(database: Database) -> bool:
    """Return whether no step is left; raise `NotOurs`."""
    with database.reading() as connection:
        _check(connection)
        return _shape(connection) == _newest()


def _check(connection: Connection) -> None:
    shape = _shape(connection)
    if shape is None:
        if inspect(connection).get_table_names():
            raise NotOurs("foreign")
    elif shape not in {step.revision for step in _steps().walk_revisions()}:
        raise NotOurs("newer")


def _shape(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _newest() -> str | None:
    return _steps().get_current_head()


def _steps() -> ScriptDirectory:
    return ScriptDirectory(str(STEPS))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config

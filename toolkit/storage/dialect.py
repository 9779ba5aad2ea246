"""What differs between one database and another: settings of a connection, writing over a row."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Table,
    bindparam,
    event,
    literal_column,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql

SECONDS_FOR_OTHERS = 10
"""How long a writer waits for another program that holds the file."""
BEGIN = "begin"
LARGEST_LOG = 4_000_000
"""To so many bytes the file with recent changes shrinks once readers have let go of it."""

_CAREFUL = ("cell_size_check = ON", "trusted_schema = OFF", "foreign_keys = ON")
_WRITING = (
    *_CAREFUL,
    "synchronous = FULL",
    "secure_delete = ON",
    "cache_size = -16000",
    "temp_store = MEMORY",
)
SHARED = ("journal_mode = WAL", *_WRITING, f"journal_size_limit = {LARGEST_LOG}")
"""For the file that people work in."""
APART = ("journal_mode = DELETE", *_WRITING)
"""For a copy that nobody else has open: it stays one file."""
LOOKING = ("query_only = ON", *_CAREFUL)
"""For a file that is looked at and not changed."""


def set_up(engine: Engine, pragmas: Sequence[str], patience: float) -> None:
    """Set every connection of SQLite, and let us say ourselves how a transaction begins."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in (f"busy_timeout = {round(patience * 1000)}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # By the driver itself: SQLAlchemy takes longer to pass a statement on than SQLite to begin.
        driver_of(connection).execute(connection.get_execution_options().get(BEGIN, "BEGIN"))


def looking_at(file: str) -> URL:
    """Return the address of a file of SQLite that is read as it lies there, without locks."""
    query = {"mode": "ro", "immutable": "1", "uri": "true"}
    escaped = file.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return URL.create("sqlite", database=f"file:{escaped}", query=query)


@contextmanager
def references_at_rest(connection: Connection) -> Iterator[None]:
    """Let tables be made anew without the rows that point at them going too.

    SQLite does this only outside a transaction, and drops a table row by row.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = driver_of(connection)
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys = ON")


def empty_log(connection: Connection) -> bool:
    """Move what was changed lately into the file itself; return whether all of it was moved.

    While somebody reads, an older state stays beside the file.
    """
    if connection.dialect.name != "sqlite":
        return True
    busy: int = driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    return not busy


def driver_of(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection beneath this one; raise `TypeError` for another database."""
    driver = connection.connection.driver_connection
    if not isinstance(driver, sqlite3.Connection):
        raise TypeError(connection.dialect.name)
    return driver


def damaged_pages(connection: Connection, *, thorough: bool) -> int:
    """Return in how many places SQLite finds its file wrong, at most a hundred."""
    kind = "integrity" if thorough else "quick"
    found = connection.exec_driver_sql(f"PRAGMA {kind}_check").scalars()
    return sum(line != "ok" for line in found)


def lost_references(connection: Connection) -> int:
    """Return how many rows point at a row that is not there."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def added_programs(connection: Connection) -> int:
    """Return how many triggers and views there are; we make none."""
    query = "SELECT count(*) FROM sqlite_master WHERE type IN ('trigger', 'view')"
    return int(connection.exec_driver_sql(query).scalar_one())


def upsert(
    connection: Connection,
    table: Table,
    row: Mapping[str, object],
    keys: Sequence[str],
    *,
    seen: int | None = None,
) -> bool:
    """Write a row, over the one with the same keys if there is one; return whether it was written.

    With ``seen`` an existing row is only written over when that is its version.
    """
    rest = tuple(name for name in row if name not in keys)
    versioned = seen is not None
    statement = over_existing(
        connection.dialect.name, table, tuple(keys), rest, versioned=versioned
    )
    known = {**row, "seen": seen} if versioned else row
    return connection.execute(statement, known).rowcount == 1


def add_unless_there(
    connection: Connection, table: Table, row: Mapping[str, object], keys: Sequence[str]
) -> bool:
    """Write a row unless there is one with the same keys; return whether it was written."""
    statement = over_existing(connection.dialect.name, table, tuple(keys), ())
    return connection.execute(statement, row).rowcount == 1


@cache
def over_existing(
    dialect: str,
    table: Table,
    keys: tuple[str, ...],
    rest: tuple[str, ...],
    *,
    versioned: bool = False,
) -> postgresql.Insert | sqlite.Insert:
    """Return the statement of `upsert` as this database says it, made once; ``rest`` is written over."""
    insert = _insert(dialect, table)
    if not rest:
        return insert.on_conflict_do_nothing(index_elements=keys)
    # ``insert.excluded`` would copy the whole table for each statement.
    excluded: dict[str, ColumnElement[object]] = {
        name: literal_column(f"excluded.{name}") for name in rest
    }
    where = table.c.version == bindparam("seen") if versioned else None
    return insert.on_conflict_do_update(index_elements=keys, set_=excluded, where=where)


def _insert(dialect: str, table: Table) -> postgresql.Insert | sqlite.Insert:
    if dialect != "postgresql":
        return sqlite.insert(table)
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(table)

"""What differs between one database and another: settings of a connection, writing over a row."""

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Engine, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

SECONDS_FOR_OTHERS = 10
"""How long a writer waits for another program that holds the file."""
BEGIN = "begin"
_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    f"busy_timeout = {SECONDS_FOR_OTHERS * 1000}",
    "cache_size = -16000",
    "temp_store = MEMORY",
)


def set_up(engine: Engine) -> None:
    """Make SQLite durable, and let us say ourselves how a transaction begins."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(BEGIN, "BEGIN"))


def upsert(
    connection: Connection,
    table: Table,
    row: Mapping[str, object],
    keys: Sequence[str],
    *,
    only_if: ColumnElement[bool] | None = None,
) -> bool:
    """Write a row, over the one with the same keys if there is one; return whether it was written.

    With ``only_if`` an existing row is only written over when that holds for it.
    """
    kind = postgresql if connection.dialect.name == "postgresql" else sqlite
    insert = kind.insert(table).values(**row)
    rest = {name: insert.excluded[name] for name in row if name not in keys}
    statement = insert.on_conflict_do_update(index_elements=list(keys), set_=rest, where=only_if)
    return connection.execute(statement).rowcount == 1

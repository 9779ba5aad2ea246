"""One database: reading at any time, writing one at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event, select
from sqlalchemy.exc import TimeoutError as NoConnection

from toolkit.storage import dialect, in_use
from toolkit.storage.dialect import BEGIN, SECONDS_FOR_OTHERS
from toolkit.storage.gate import Gate, GateClosed
from toolkit.storage.in_use import Hold, InUse
from toolkit.storage.kinds import from_json

FILE = "kinderrechtenscan.sqlite3"
_REASONS = (
    ("SQLITE_IOERR_CORRUPTFS", "damaged"),
    ("SQLITE_IOERR_READ", "damaged"),
    ("SQLITE_IOERR_SHORT_READ", "damaged"),
    ("SQLITE_IOERR", "full"),
    ("SQLITE_FULL", "full"),
    ("SQLITE_READONLY", "closed"),
    ("SQLITE_CANTOPEN", "closed"),
    ("SQLITE_PERM", "closed"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_PROTOCOL", "busy"),
    ("SQLITE_CORRUPT", "damaged"),
    ("SQLITE_NOTADB", "damaged"),
)


class NotWritten(Exception):
    """Nothing was written; ``reason`` is ``busy``, ``full``, ``closed`` or ``damaged``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Database:
    """The file with everything people wrote; every statement goes through here."""

    def __init__(
        self,
        engine: Engine,
        pragmas: Sequence[str] = dialect.SHARED,
        *,
        patience: float = SECONDS_FOR_OTHERS,
        hold: Hold | None = None,
    ) -> None:
        self.engine = engine
        self._gate, self._patience, self._hold = Gate(), patience, hold
        dialect.set_up(engine, pragmas, patience)
        event.listen(engine, "handle_error", _said, retval=True)

    @classmethod
    def at(cls, file: Path, *, patience: float = SECONDS_FOR_OTHERS) -> Database:
        """Return the database in a file; it is made when it is first written to.

        Its folder counts as in use until `close`. Raises `NotWritten` while somebody has that
        folder alone, and `OSError` when there is no such folder.
        """
        url = URL.create("sqlite", database=str(file))
        engine = create_engine(url, pool_size=16, max_overflow=32, json_deserializer=from_json)
        try:
            hold = in_use.beside_others(file.parent)
        except InUse:
            raise NotWritten("busy") from None
        return cls(engine, patience=patience, hold=hold)

    @classmethod
    def apart(cls, file: Path) -> Database:
        """Return a database that nobody else has open, and that stays one file."""
        return cls(create_engine(URL.create("sqlite", database=str(file))), dialect.APART)

    @classmethod
    def looking(cls, file: Path) -> Database:
        """Return a database that is only looked at; its file is left as it is."""
        return cls(create_engine(dialect.looking_at(str(file))), dialect.LOOKING)

    @property
    def file(self) -> Path:
        """Where the database is."""
        return Path(self.engine.url.database or "")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment; what is written in it is not kept."""
        with _told(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection on which everything is kept, or nothing; raise `NotWritten`.

        Writers pass in the order in which they came.
        """
        with self._alone() as connection, _transaction(connection) as writer:
            yield writer

    @contextmanager
    def reshaping(self) -> Iterator[Connection]:
        """Give what `writing` gives, to make tables anew on: rows stay when theirs is remade."""
        with (
            self._alone() as connection,
            dialect.references_at_rest(connection),
            _transaction(connection) as writer,
        ):
            yield writer
            if dialect.lost_references(writer):
                raise NotWritten("damaged")

    def answers(self) -> bool:
        """Return whether anything can be asked of the database now."""
        try:
            with self.reading() as connection:
                return connection.execute(select(1)).scalar() == 1
        except NotWritten:
            return False

    def examine(self) -> None:
        """Raise `NotWritten` when the file is not whole; text that was altered is not seen."""
        with self.reading() as connection:
            if dialect.damaged_pages(connection, thorough=False):
                raise NotWritten("damaged")

    def settle(self) -> bool:
        """Leave nothing beside the file of what was struck or removed; raise `NotWritten`.

        Returns whether that is so: not while somebody else reads an older state.
        """
        with self._alone() as connection:
            return dialect.empty_log(connection)

    def close(self) -> None:
        """Let go of every connection, and of the folder."""
        self.engine.dispose()
        if self._hold is not None:
            self._hold.release()

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        with _told(), self._gate.passing(self._patience), self.engine.connect() as connection:
            yield connection


@contextmanager
def _transaction(connection: Connection) -> Iterator[Connection]:
    writer = connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
    with writer.begin():
        yield writer


def _said(context: ExceptionContext) -> NotWritten | None:
    """Turn what the database complains about into `NotWritten`, wherever it does."""
    reason = _reason(context.original_exception)
    return None if reason is None else NotWritten(reason)


@contextmanager
def _told() -> Iterator[None]:
    """Turn into `NotWritten` what is said without a statement: at the gate, opening, copying."""
    try:
        yield
    except (GateClosed, NoConnection):
        raise NotWritten("busy") from None
    except (sqlite3.Error, UnicodeDecodeError) as error:
        reason = _reason(error)
        if reason is None:
            raise
        raise NotWritten(reason) from error


def _reason(error: BaseException) -> str | None:
    # SQLite gives any bytes for text, also in what it complains about.
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error):
        return "damaged"
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((reason for start, reason in _REASONS if name.startswith(start)), None)

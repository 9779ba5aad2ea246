"""One database: reading at any time, writing one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.exc import DatabaseError

from toolkit.storage.dialect import BEGIN, SECONDS_FOR_OTHERS, set_up
from toolkit.storage.gate import Gate, GateClosed

FILE = "kinderrechtenscan.sqlite3"
_FULL = ("disk is full", "disk I/O error")
_CLOSED = ("readonly", "unable to open")
_BUSY = ("locked", "busy")


class NotWritten(Exception):
    """Nothing was written; ``reason`` is ``busy``, ``full``, ``closed`` or ``damaged``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Database:
    """The file with everything people wrote; every statement goes through here."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._gate = Gate()
        set_up(engine)

    @classmethod
    def at(cls, file: Path) -> Database:
        """Return the database in a file; it is made when it is first written to."""
        return cls(create_engine(f"sqlite:///{file}", pool_size=16, max_overflow=32))

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
        with _told(), self._gate.passing(SECONDS_FOR_OTHERS), self.engine.connect() as connection:
            writer = connection.execution_options(**{BEGIN: "BEGIN IMMEDIATE"})
            with writer.begin():
                yield writer

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the database complains about into `NotWritten`."""
    try:
        yield
    except GateClosed:
        raise NotWritten("busy") from None
    except DatabaseError as error:
        reason = _reason(str(error.orig))
        if reason is None:
            raise
        raise NotWritten(reason) from error


def _reason(said: str) -> str | None:
    signs = {
        "full": _FULL,
        "closed": _CLOSED,
        "busy": _BUSY,
        "damaged": ("malformed", "not a data"),
    }
    found = (reason for reason, words in signs.items() if any(word in said for word in words))
    return next(found, None)

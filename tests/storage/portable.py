"""Has every statement that a test runs compiled for PostgreSQL too, so that none is for SQLite only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import URL, ClauseElement, Connection, Engine, event
from sqlalchemy.dialects.sqlite import Insert as Upsert

DIALECT = URL.create("postgresql").get_dialect()()


@contextmanager
def compiled_twice() -> Iterator[set[str]]:
    """Give the statements as PostgreSQL is told them, while they are run on SQLite."""
    told: set[str] = set()

    def compiled(_: Connection, statement: object, *_rest: object) -> None:
        if isinstance(statement, ClauseElement) and not isinstance(statement, Upsert):
            told.add(str(statement.compile(dialect=DIALECT)))

    event.listen(Engine, "before_execute", compiled)
    try:
        yield told
    finally:
        event.remove(Engine, "before_execute", compiled)

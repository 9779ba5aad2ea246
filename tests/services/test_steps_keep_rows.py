"""Steps to a newer shape keep every row of a filled installation, whichever shape it was in (T92)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, select

from tests.services.rounds import Rounds, rounds_in
from tests.services.test_take_everything import filled
from toolkit.services.verify import verify
from toolkit.storage import migrate as steps_of
from toolkit.storage.migrate import migrate
from toolkit.storage.soundness import Flaw

ANEW = {"alembic_version", "sessions", "tokens", "facts"}
"""What steps may change: everybody signs in anew."""
Rows = Mapping[str, list[dict[str, object]]]


def rows_of(connection: Connection) -> Rows:
    """Return every row of every table that holds one."""
    found = MetaData()
    found.reflect(connection)
    read = {
        name: connection.execute(select(table).order_by(*table.primary_key)).mappings()
        for name, table in found.tables.items()
        if name not in ANEW
    }
    return {
        name: kept
        for name, rows in read.items()
        if (kept := [{str(name): row[name] for name in row} for row in rows])
    }


def known_to(other: Rows, rows: Rows) -> Rows:
    """Return of these rows what stands in a table and a column that the other has as well."""
    return {
        name: [{column: row[column] for column in row if column in other[name][0]} for row in kept]
        for name, kept in rows.items()
        if name in other
    }


@pytest.mark.parametrize(("shape", "least"), [("0001", 8), ("0002", 11)])
def test_every_row_of_an_older_shape_is_there_in_the_newest(
    rounds: Rounds, shape: str, least: int
) -> None:
    """T92: by comparing all of it, beside what the installation itself finds of its soundness."""
    filled(rounds, "a")
    filled(rounds_in(rounds.database, rounds.shelf), "b")
    with rounds.database.reshaping() as connection:
        command.downgrade(steps_of._config(connection), shape)
        before = rows_of(connection)

    assert migrate(rounds.database)

    with rounds.database.reading() as connection:
        after = rows_of(connection)
    assert len(before) >= least
    assert before.keys() <= after.keys()
    assert known_to(before, after) == known_to(after, before)
    found = verify(rounds.database, rounds.shelf).faults
    assert {one.flaw for one in found} <= {Flaw.LOG}  # The first shape had no log to go back to.

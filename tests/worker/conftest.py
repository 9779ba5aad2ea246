"""A database and a municipality for every test of documents in the background."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.worker.queues import Town, a_database, a_town
from toolkit.storage.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = a_database(tmp_path)
    yield database
    database.close()


@pytest.fixture
def town(database: Database) -> Town:
    return a_town(database)

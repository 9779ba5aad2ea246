"""A database for every test; what is asked of it could be asked of PostgreSQL too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.kept import Kept, a_database, kept_in
from tests.storage.portable import compiled_twice


@pytest.fixture(autouse=True)
def _portable() -> Iterator[None]:
    with compiled_twice():
        yield


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    database = a_database(tmp_path)
    yield kept_in(database)
    database.close()

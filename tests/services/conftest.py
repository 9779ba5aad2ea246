"""An installation with one scan, for the tests that need one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.keeping import a_copy_of
from tests.storage.kept import Kept, a_database, kept_in
from tests.storage.portable import compiled_twice


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    database = a_database(folder)
    with compiled_twice():
        yield kept_in(database)
    database.close()


@pytest.fixture
def copy(kept: Kept, tmp_path: Path) -> Path:
    kept.save("kept in the copy")
    return a_copy_of(kept, tmp_path / "copy")

"""An installation with one scan, for the tests that need one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.keeping import a_copy_of
from tests.services.rounds import Rounds, rounds_in, two_editions
from tests.storage.kept import Kept, a_database, kept_in
from tests.storage.portable import compiled_twice
from toolkit.catalogue import Shelf


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


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return two_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture
def rounds(tmp_path: Path, editions: Shelf) -> Iterator[Rounds]:
    database = a_database(tmp_path)
    with compiled_twice():
        yield rounds_in(database, editions)
    database.close()

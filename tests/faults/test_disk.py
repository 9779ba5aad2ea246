"""A disk that fails is told, keeps what was accepted, and recovers (T72, T81, T82, M12)."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.disks import SmallDisk, closed_to_us, no_more_files, small_disk
from tests.storage.kept import Kept, a_database, kept_in
from toolkit.services.verify import verify
from toolkit.storage.database import FILE, Database, NotWritten

LONG = "x" * 9_000


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk(tmp_path / "disk") as disk:
        yield disk


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    database = a_database(tmp_path)
    yield kept_in(database)
    database.close()


def tried(kept: Kept, name: str, times: int) -> tuple[set[str], set[str]]:
    """Save large notes; return those that were accepted, and the reasons for the others."""
    accepted, reasons, seen = set[str](), set[str](), len(kept.notes())
    for turn in range(times):
        try:
            seen = kept.save(f"{name} {turn} {LONG}", seen=seen).kept.version
            accepted.add(f"{name} {turn} {LONG}")
        except NotWritten as refused:
            reasons.add(refused.reason)
    return accepted, reasons


def test_a_full_disk_is_told_and_nothing_that_was_accepted_is_lost(disk: SmallDisk) -> None:
    """T81."""
    with closing(a_database(disk.folder)) as database:
        kept = kept_in(database)
        before, none = tried(kept, "before", 10)
        disk.fill()
        during, full = tried(kept, "during", 100)
        disk.free()
        after, none_again = tried(kept, "after", 10)

        assert (len(before), len(after), none, none_again) == (10, 10, set(), set())
        assert full == {"full"}
        assert set(kept.notes()) == before | during | after
        assert verify(database).faults == ()


def test_a_full_database_is_told(kept: Kept) -> None:
    """M12."""
    raw = kept.database.engine.raw_connection()
    raw.cursor().execute("PRAGMA max_page_count = 60")
    raw.close()

    accepted, reasons = tried(kept, "note", 20)

    assert reasons == {"full"}
    assert set(kept.notes()) == accepted
    assert verify(kept.database).faults == ()


def test_a_folder_that_may_not_be_written_is_told_at_the_start(kept: Kept) -> None:
    """T82."""
    kept.database.close()

    with closed_to_us(kept.folder), pytest.raises(PermissionError):
        Database.at(kept.folder / FILE)

    with closing(a_database(kept.folder)) as database:
        assert verify(database).faults == ()


def test_rights_that_are_lost_while_it_runs_are_told(kept: Kept) -> None:
    """T82."""
    kept.database.engine.dispose()

    with closed_to_us(kept.folder), pytest.raises(NotWritten) as caught:
        kept.save("not kept")

    assert caught.value.reason == "closed"
    assert kept.save("kept").kept.version == 1


def test_too_few_files_is_told(kept: Kept) -> None:
    """T82."""
    kept.database.engine.dispose()

    with no_more_files(), pytest.raises(NotWritten) as caught:
        kept.save("not kept")

    assert caught.value.reason == "closed"
    assert kept.save("kept").kept.version == 1

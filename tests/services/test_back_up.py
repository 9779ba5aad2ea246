"""A copy is whole, private and sealed, also when people write meanwhile (T88)."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.services.keeping import a_copy_of
from tests.storage.kept import INSTRUMENT, NOON, Kept
from toolkit.documents.output import CannotWrite, WriteProblem
from toolkit.services.back_up import AlreadyThere, back_up
from toolkit.services.verify import verify_copy
from toolkit.storage import facts
from toolkit.storage.backup import copy as copy_of
from toolkit.storage.backup import unseal
from toolkit.storage.database import Database, NotWritten

ITEMS = tuple(INSTRUMENT.questions)[:8]


def writes(kept: Kept, item: str, acknowledged: list[str], enough: threading.Event) -> None:
    """Save one note after another, and write down each that was kept, until it is enough."""
    while not enough.is_set():
        note = f"{item} {len(acknowledged)}"
        kept.insist(note, item=item)
        acknowledged.append(note)


def test_a_copy_made_while_eight_people_write_holds_all_that_was_kept_before(
    kept: Kept, tmp_path: Path
) -> None:
    enough, ledgers = threading.Event(), {item: list[str]() for item in ITEMS}
    with ThreadPoolExecutor(8) as pool:
        writers = [pool.submit(writes, kept, *row, enough) for row in ledgers.items()]
        _until(lambda: all(len(ledger) > 3 for ledger in ledgers.values()))

        before = {item: list(ledger) for item, ledger in ledgers.items()}
        back_up(kept.database, tmp_path / "copy", at=NOON)
        enough.set()

    assert [writer.result() for writer in writers] == [None] * 8
    with closing(Database.looking(tmp_path / "copy")) as database:
        copied = replace(kept, database=database)
        held = {item: set(copied.notes(item)) for item in ITEMS}
    assert {item for item in ITEMS if not held[item] >= set(before[item])} == set()
    assert verify_copy(tmp_path / "copy").faults == ()


def test_a_copy_is_one_file_for_its_owner_only(copy: Path) -> None:
    beside = sorted(file.name for file in copy.parent.iterdir())

    unseal(copy)

    assert copy.stat().st_mode & 0o777 == 0o600
    assert beside == ["copy", "data"]


def test_both_remember_when_the_copy_was_made(kept: Kept, copy: Path) -> None:
    found = verify_copy(copy)

    with kept.database.reading() as connection:
        assert facts.last_backup(connection) == found.made == NOON
    assert found.scans == 1


def test_a_file_that_is_there_stays_unless_it_is_to_be_replaced(kept: Kept, copy: Path) -> None:
    before = copy.read_bytes()
    kept.save("later", seen=1)

    with pytest.raises(AlreadyThere):
        back_up(kept.database, copy, at=NOON)
    untouched = copy.read_bytes()
    back_up(kept.database, copy, at=NOON, replace=True)

    assert untouched == before != copy.read_bytes()
    assert verify_copy(copy).faults == ()


def test_damage_is_not_copied(kept: Kept, tmp_path: Path) -> None:
    kept.save("right")
    with kept.database.writing() as connection:
        connection.execute(text("UPDATE answers SET note = 'wrong'"))

    with pytest.raises(NotWritten) as caught:
        a_copy_of(kept, tmp_path / "copy")

    assert caught.value.reason == "damaged"
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_a_copy_that_cannot_be_written_leaves_nothing(
    kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("toolkit.storage.backup._seal", full)

    with pytest.raises(CannotWrite) as caught:
        a_copy_of(kept, tmp_path / "copy")

    assert caught.value.problem is WriteProblem.NO_ROOM
    assert [file.name for file in tmp_path.iterdir()] == ["data"]


def test_a_copy_is_never_written_over_another_file(kept: Kept, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", "utf-8")

    with pytest.raises(FileExistsError):
        copy_of(kept.database, tmp_path / "mine")

    assert (tmp_path / "mine").read_text("utf-8") == "mine"


def _until(so: Callable[[], bool]) -> None:
    while not so():
        threading.Event().wait(0.01)

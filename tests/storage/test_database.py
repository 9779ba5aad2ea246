"""The database is durable, lets writers pass in turn, and says why it could not write."""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from tests.storage.kept import Kept, a_database
from toolkit.storage.backup import sync
from toolkit.storage.database import FILE, Database, NotWritten
from toolkit.storage.dialect import LARGEST_LOG
from toolkit.storage.gate import Gate, GateClosed
from toolkit.storage.in_use import InUse, alone, beside_others


def test_every_connection_waits_for_the_disk_and_wipes_what_goes(kept: Kept) -> None:
    names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "trusted_schema")

    with kept.database.reading() as connection:
        found = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in names]

    assert found == ["wal", 2, 1, 1, 0]


def test_what_fails_halfway_is_not_kept(kept: Kept) -> None:
    with pytest.raises(ZeroDivisionError), kept.database.writing() as connection:
        _half_done(connection)

    assert kept.save("still there").kept.version == 1


def test_a_reader_sees_one_moment(kept: Kept) -> None:
    count = text("SELECT count(*) FROM answers")

    with kept.database.reading() as connection:
        before = connection.execute(count).scalar()
        kept.save("meanwhile")
        after = connection.execute(count).scalar()

    assert (before, after) == (0, 0)


def test_a_writer_waits_for_another_program_and_then_says_so(tmp_path: Path) -> None:
    """T83, M6."""
    mine, theirs = a_database(tmp_path, patience=0.2), Database.at(tmp_path / FILE)

    with theirs.writing(), pytest.raises(NotWritten) as caught, mine.writing():
        pass

    assert caught.value.reason == "busy"
    with mine.writing() as connection:
        connection.execute(text("SELECT 1"))
    mine.close()
    theirs.close()


def test_a_writer_that_waits_too_long_at_the_gate_gets_the_same_answer(tmp_path: Path) -> None:
    database = a_database(tmp_path, patience=0.1)

    with database.writing(), pytest.raises(NotWritten) as caught, database.writing():
        pass

    assert caught.value.reason == "busy"
    database.close()


def test_writers_pass_in_the_order_in_which_they_came() -> None:
    """M7."""
    gate, passed = Gate(), list[int]()

    def pass_through(number: int) -> None:
        with gate.passing(10):
            passed.append(number)

    with ThreadPoolExecutor(20) as pool:
        with gate.passing(1):
            waiting = [_behind(gate, pool, pass_through, number) for number in range(20)]
        ended = [one.result() for one in waiting]

    assert len(ended) == 20
    assert passed == list(range(20))


def test_who_gives_up_at_the_gate_does_not_keep_others_waiting() -> None:
    gate = Gate()

    with gate.passing(1), pytest.raises(GateClosed), gate.passing(0.01):
        pass

    with gate.passing(0.01):
        assert len(gate._waiting) == 1


def test_the_log_shrinks_once_a_reader_has_let_go(kept: Kept) -> None:
    """T85, M11."""
    log = Path(f"{kept.database.file}-wal")
    fill = text("INSERT INTO facts VALUES (:name, hex(randomblob(400000)))")

    with kept.database.reading() as reader:
        reader.execute(text("SELECT count(*) FROM facts")).scalar()
        written = [_write(kept.database, fill, name) for name in range(12)]
        held = log.stat().st_size
    written += [_write(kept.database, fill, name) for name in range(12, 15)]

    assert len(written) == 15
    assert LARGEST_LOG < held < 64_000_000
    assert log.stat().st_size <= LARGEST_LOG


def test_a_folder_in_use_is_not_given_to_one_alone(tmp_path: Path) -> None:
    first, second = beside_others(tmp_path), beside_others(tmp_path)

    with pytest.raises(InUse):
        alone(tmp_path)
    first.release()
    second.release()

    with alone(tmp_path), pytest.raises(NotWritten) as caught:
        Database.at(tmp_path / FILE)
    assert caught.value.reason == "busy"


def test_a_name_with_odd_characters_is_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "wat? 100% #1"
    folder.mkdir()

    with closing(a_database(folder)), closing(Database.looking(folder / FILE)) as looking:
        looking.examine()

    sync(folder)
    assert (folder / FILE).stat().st_size > 0


def _half_done(connection: Connection) -> None:
    connection.execute(text("DELETE FROM municipalities"))
    raise ZeroDivisionError


def _behind(
    gate: Gate, pool: ThreadPoolExecutor, task: Callable[[int], None], number: int
) -> Future[None]:
    """Start a task that stands in line behind those before it."""
    started = pool.submit(task, number)
    while len(gate._waiting) < number + 2:
        time.sleep(0.001)
    return started


def _write(database: Database, statement: object, name: int) -> int:
    assert isinstance(statement, type(text("")))
    with database.writing() as connection:
        return connection.execute(statement, {"name": name}).rowcount

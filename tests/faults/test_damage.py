"""A database that was damaged starts as it should, or not at all; never wrong in silence (T86)."""

import random
import shutil
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.storage.kept import INSTRUMENT, Kept, a_database, kept_in
from toolkit.services.verify import verify
from toolkit.storage.database import FILE, Database, NotWritten
from toolkit.storage.migrate import NotOurs, migrate

LOG, INDEX = f"{FILE}-wal", f"{FILE}-shm"
ITEMS = tuple(INSTRUMENT.questions)[:40]
CHANCE = random.Random(86)  # noqa: S311 (where to damage, not a secret)
PLACES = sorted(CHANCE.random() for _ in range(50))
Told = Sequence[tuple[str, str, int]]


@dataclass(frozen=True)
class Crash:
    """What a killed program left behind, and every moment that its answers went through."""

    kept: Kept
    folder: Path
    moments: Sequence[Told]

    def files(self) -> Mapping[str, bytes]:
        return {file.name: file.read_bytes() for file in self.folder.iterdir()}


@pytest.fixture(scope="module")
def crash(tmp_path_factory: pytest.TempPathFactory) -> Crash:
    """Return a database of which the last part stands in the log only."""
    running, left = tmp_path_factory.mktemp("running"), tmp_path_factory.mktemp("left")
    with closing(a_database(running)) as database:
        kept = kept_in(database)
        first = [_saved(kept, item, "first") for item in ITEMS]
        (left / "early-wal").write_bytes((running / LOG).read_bytes())
        _fold(database)
        second = [_saved(kept, item, "second", seen=1) for item in ITEMS]
        shutil.copy(running / FILE, left / FILE)
        shutil.copy(running / LOG, left / LOG)
    return Crash(kept, left, [[], *first, *second])


def start(crash: Crash, folder: Path) -> tuple[str, Told]:
    """Start as the program does; return how that went, and the answers if it did start."""
    try:
        with closing(Database.at(folder / FILE)) as database:
            database.examine()
            migrate(database)
            if verify(database).faults:
                return "found", []
            return "whole", replace(crash.kept, database=database).answers()
    except (NotWritten, NotOurs):
        return "refused", []


def put(crash: Crash, folder: Path, *, log: bytes | None = None, **whole: bytes) -> None:
    """Lay down what was left, with another log or another database."""
    found = crash.files()
    (folder / FILE).write_bytes(whole.get("database", found[FILE]))
    if log != b"":
        (folder / LOG).write_bytes(found[LOG] if log is None else log)


def folded(crash: Crash, folder: Path) -> bytes:
    """Return the database with its log folded in."""
    put(crash, folder)
    with closing(Database.at(folder / FILE)) as database:
        database.examine()
    return (folder / FILE).read_bytes()


def test_what_a_killed_program_left_is_whole(crash: Crash, tmp_path: Path) -> None:
    put(crash, tmp_path)

    assert start(crash, tmp_path) == ("whole", crash.moments[-1])


def noticed_or_one_of(outcome: tuple[str, object], moments: Sequence[object]) -> bool:
    """Return whether a start noticed the damage, or found a moment that was: never another."""
    how, told = outcome
    return how in {"refused", "found"} or told in moments


@pytest.mark.parametrize("place", PLACES, ids="at {:.3f}".format)
def test_a_byte_that_was_flipped_is_never_taken_for_an_answer(
    crash: Crash, place: float, tmp_path: Path
) -> None:
    whole = bytearray(folded(crash, tmp_path))
    whole[int(place * len(whole))] ^= 0xFF
    put(crash, tmp_path, log=b"", database=bytes(whole))

    how, told = start(crash, tmp_path)

    assert noticed_or_one_of((how, told), crash.moments[-1:])


@pytest.mark.parametrize("part", [0, 0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_database_that_was_cut_is_refused(crash: Crash, part: float, tmp_path: Path) -> None:
    whole = folded(crash, tmp_path)
    put(crash, tmp_path, log=b"", database=whole[: max(int(part * len(whole)), 50)])

    assert start(crash, tmp_path)[0] == "refused"


@pytest.mark.parametrize("place", PLACES[::5], ids="at {:.3f}".format)
def test_a_log_that_was_damaged_gives_a_moment_that_was(
    crash: Crash, place: float, tmp_path: Path
) -> None:
    log = bytearray(crash.files()[LOG])
    log[int(place * len(log))] ^= 0xFF
    put(crash, tmp_path, log=bytes(log))

    how, told = start(crash, tmp_path)

    assert noticed_or_one_of((how, told), crash.moments)


@pytest.mark.parametrize("part", [0.0, 0.2, 0.5, 0.8])
def test_a_log_that_was_cut_gives_a_moment_that_was(
    crash: Crash, part: float, tmp_path: Path
) -> None:
    log = crash.files()[LOG]
    put(crash, tmp_path, log=log[: int(part * len(log))])

    how, told = start(crash, tmp_path)

    assert how == "whole"
    assert told in crash.moments


@pytest.mark.parametrize("log", ["early-wal", FILE], ids=["of an earlier day", "no log at all"])
def test_another_log_is_never_taken_for_ours(crash: Crash, log: str, tmp_path: Path) -> None:
    put(crash, tmp_path, log=crash.files()[log])

    how, told = start(crash, tmp_path)

    assert noticed_or_one_of((how, told), crash.moments)


def test_an_index_of_another_log_is_made_anew(crash: Crash, tmp_path: Path) -> None:
    put(crash, tmp_path)
    (tmp_path / INDEX).write_bytes(b"\x01" * 32768)

    assert start(crash, tmp_path) == ("whole", crash.moments[-1])


def _saved(kept: Kept, item: str, note: str, *, seen: int = 0) -> Told:
    kept.save(f"{note} of {item}", item=item, seen=seen)
    return kept.answers()


def _fold(database: Database) -> None:
    raw = database.engine.raw_connection()
    raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()

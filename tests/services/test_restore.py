"""What is put back is whole and ours; until that is known nothing here is touched (T89, T90)."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.documents.reports import a_scan
from tests.services.keeping import Spoil, a_copy_of, cut, flipped, resealed, spoiled
from tests.storage.kept import NOON, SHELF, Kept, a_database, kept_in, told_apart
from toolkit.domain.scoring.result import GroupScore
from toolkit.services.open_scan import as_scan, open_scan
from toolkit.services.restore import restore
from toolkit.services.save_answer import Given, save_answer
from toolkit.services.score_scan import score_scan
from toolkit.services.sign_in import arrived, link_works
from toolkit.storage.backup import NotACopy
from toolkit.storage.database import FILE, Database
from toolkit.storage.in_use import InUse
from toolkit.storage.migrate import NotOurs
from toolkit.storage.sessions import Limits

MUTATIONS: Mapping[str, tuple[Spoil, str]] = {
    **{f"flipped at {part}%": (flipped(part / 100), "altered") for part in range(1, 100, 9)},
    **{f"cut at {part}%": (cut(part / 100), "cut") for part in range(9, 100, 13)},
    "not its first byte": (flipped(0), "foreign"),
    "not its last byte": (flipped(1), "cut"),
    "without its last byte": (lambda whole: whole[:-1], "cut"),
    "with a byte more": (lambda whole: whole + b"\n", "cut"),
    "empty": (lambda _: b"", "foreign"),
    "twice": (lambda whole: whole + whole, "altered"),
    "a page less": (resealed(lambda inside: inside[:-4096]), "altered"),
    "a page wiped": (resealed(lambda inside: inside[:8192] + bytes(4096) + inside[12288:]), "altered"),
    "text": (lambda _: b"answers:\n", "foreign"),
    "only a seal": (lambda whole: whole[-94:], "foreign"),
    "without its seal": (lambda whole: whole[:-94], "cut"),
    "another text in an answer": (
        resealed(lambda inside: inside.replace(b"kept in", b"KEPT in", 1)),
        "altered",
    ),
}  # fmt: skip


def counted(folder: Path) -> Mapping[str, int]:
    """Return how many rows every table holds."""
    tables = ("accounts", "assessments", "answers", "answer_changes", "municipalities")
    with closing(a_database(folder)) as database, database.reading() as connection:
        found = {name: connection.execute(text(f"SELECT count(*) FROM {name}")) for name in tables}  # noqa: S608
        return {name: rows.scalar_one() for name, rows in found.items()}


def figures(kept: Kept, folder: Path) -> Mapping[str, GroupScore]:
    """Return what the answers in a folder amount to."""
    with closing(a_database(folder)) as database, database.reading() as connection:
        opened = open_scan(kept.actor, connection, SHELF, kept.scan)
        return score_scan(as_scan(connection, opened), SHELF).result.groups


def fill_in(kept: Kept) -> None:
    """Give the answers of the example."""
    with kept.database.writing() as connection:
        for item, answer in a_scan().answers.items():
            given = Given(item, answer, 0, item)
            save_answer(kept.actor, connection, SHELF, kept.scan, given, at=NOON)


def test_everything_is_as_it_was_when_the_copy_was_made(kept: Kept, tmp_path: Path) -> None:
    """T89."""
    fill_in(kept)
    copy, new = a_copy_of(kept, tmp_path / "copy"), tmp_path / "new"
    kept.database.close()

    done = restore(copy, new, at=NOON)

    assert (done.scans, done.made, done.kept_at) == (1, NOON, None)
    assert told_apart(kept, new) == told_apart(kept, kept.folder) != []
    assert counted(new) == counted(kept.folder)
    assert figures(kept, new) == figures(kept, kept.folder) != {}


def test_no_session_and_no_link_works_after_it(kept: Kept, tmp_path: Path) -> None:
    """T17, T89."""
    link, cookie = kept.link(), kept.cookie()
    copy = a_copy_of(kept, tmp_path / "copy")
    kept.database.close()

    restore(copy, kept.folder, at=NOON)

    with closing(a_database(kept.folder)) as database, database.reading() as connection:
        assert not link_works(connection, link, at=NOON)
        assert arrived(connection, cookie, Limits(), at=NOON) is None


def test_what_stood_here_stays_under_another_name(kept: Kept, copy: Path) -> None:
    kept.save("after the copy", seen=1)
    kept.database.close()

    done = restore(copy, kept.folder, at=NOON)

    assert done.kept_at == kept.folder / "backups" / "replaced-1.sqlite3"
    with closing(Database.looking(done.kept_at)) as database:
        assert replace(kept, database=database).notes() == ("after the copy", "kept in the copy")
    assert [note for _, note, _ in told_apart(kept, kept.folder)] == ["kept in the copy"]


@pytest.mark.parametrize(("how", "reason"), MUTATIONS.values(), ids=MUTATIONS.keys())
def test_a_spoiled_copy_is_refused_before_anything_is_touched(
    kept: Kept, copy: Path, how: Spoil, reason: str
) -> None:
    """T90."""
    bad = spoiled(copy, how)
    kept.database.close()
    before = (kept.folder / FILE).read_bytes()

    with pytest.raises(NotACopy) as caught:
        restore(bad, kept.folder, at=NOON)

    assert caught.value.reason == reason
    assert (kept.folder / FILE).read_bytes() == before
    assert sorted(file.name for file in kept.folder.iterdir()) == ["in-use", FILE]


def test_there_are_at_least_thirty_ways_to_spoil_a_copy() -> None:
    assert len(MUTATIONS) >= 30


@pytest.mark.parametrize(
    ("shape", "reason"), [("9999", "newer"), ("0000", "older")], ids=["newer", "older"]
)
def test_a_copy_of_another_version_is_refused(
    kept: Kept, tmp_path: Path, shape: str, reason: str
) -> None:
    """T90, T93."""
    with kept.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :it"), {"it": shape})

    with pytest.raises(NotOurs) as caught:
        a_copy_of(kept, tmp_path / "copy")

    assert caught.value.reason == reason
    assert not (tmp_path / "copy").exists()


def test_a_copy_of_another_installation_is_refused_where_scans_are(
    copy: Path, tmp_path: Path
) -> None:
    """T90: the data of one customer does not land in that of another."""
    other = tmp_path / "other"
    other.mkdir()
    with closing(a_database(other)) as database:
        theirs = kept_in(database)
        theirs.save("of somebody else")
    before = told_apart(theirs, other)

    with pytest.raises(NotACopy) as caught:
        restore(copy, other, at=NOON)

    assert caught.value.reason == "other"
    assert told_apart(theirs, other) == before


def test_a_copy_goes_into_an_installation_without_scans(copy: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    a_database(other).close()

    assert restore(copy, other, at=NOON).scans == 1


def test_nothing_is_put_back_under_a_program_that_runs(kept: Kept, copy: Path) -> None:
    with pytest.raises(InUse):
        restore(copy, kept.folder, at=NOON)

    assert kept.notes() == ("kept in the copy",)


def test_a_copy_goes_over_a_database_that_cannot_be_read(kept: Kept, copy: Path) -> None:
    """T86."""
    kept.database.close()
    (kept.folder / FILE).write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    Path(f"{kept.folder / FILE}-wal").write_bytes(b"x" * 5000)

    done = restore(copy, kept.folder, at=NOON)

    assert [note for _, note, _ in told_apart(kept, kept.folder)] == ["kept in the copy"]
    assert done.kept_at is not None
    assert done.kept_at.read_bytes().endswith(b"x" * 100)


def test_what_had_been_removed_or_struck_since_is_counted(kept: Kept, tmp_path: Path) -> None:
    """T89: what was erased is to be erased again."""
    gone = kept_in(kept.database)
    copy = a_copy_of(kept, tmp_path / "copy")
    with kept.database.writing() as connection:
        connection.execute(text("DELETE FROM assessments WHERE id = :it"), {"it": gone.scan})
        connection.execute(text("UPDATE assessments SET rectified = '2026-11-21'"))
    kept.database.close()

    done = restore(copy, kept.folder, at=NOON)

    assert (done.returned, done.unstruck) == (1, 1)


def test_where_no_second_name_can_be_given_the_old_file_is_copied(
    kept: Kept, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    kept.database.close()
    monkeypatch.setattr("toolkit.services.restore.os.link", refuse)

    done = restore(copy, kept.folder, at=NOON)

    assert done.kept_at is not None
    assert shutil.disk_usage(done.kept_at.parent).used > 0
    assert done.kept_at.stat().st_size > 0

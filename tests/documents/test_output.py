"""A document stands on disk whole, or not at all."""

import errno
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from toolkit.documents.output import CannotWrite, WriteProblem, require_writable, write_whole


@contextmanager
def limited(what: int, most: int) -> Iterator[None]:
    """Let this process have no more than ``most`` of something."""
    before = resource.getrlimit(what)
    resource.setrlimit(what, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(what, before)


@contextmanager
def careful() -> Iterator[None]:
    """Keep what is made from everybody who is not of the group."""
    before = os.umask(0o027)
    try:
        yield
    finally:
        os.umask(before)


def stops(error: BaseException) -> Callable[[int], None]:
    """Return what ends the writing, just before the document is in place."""

    def stop(_handle: int) -> None:
        raise error

    return stop


def test_a_document_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "nowhere" / "report.pdf", b"new")

    assert refused.value.problem == WriteProblem.NO_FOLDER


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "report.pdf", b"new")

    assert refused.value.problem == WriteProblem.IS_FOLDER
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_a_file_is_no_folder_to_write_in(tmp_path: Path) -> None:
    (tmp_path / "notes").write_bytes(b"notes")

    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "notes" / "report.pdf", b"new")

    assert refused.value.problem is WriteProblem.NO_FOLDER


def test_what_stood_there_stays_when_the_disk_gives_no_room(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    with limited(resource.RLIMIT_FSIZE, 10), pytest.raises(CannotWrite) as refused:
        write_whole(target, bytes(100))

    assert refused.value.problem is WriteProblem.FAILED
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_permissions_of_the_file_before_stay(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.touch(0o600)

    write_whole(target, b"new")

    assert target.stat().st_mode & 0o777 == 0o600


def test_a_new_file_gets_the_permissions_that_the_user_gives_to_new_files(tmp_path: Path) -> None:
    with careful():
        write_whole(tmp_path / "report.pdf", b"new")

    assert (tmp_path / "report.pdf").stat().st_mode & 0o777 == 0o640


def test_a_read_only_file_is_not_replaced(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    target.chmod(0o444)

    with pytest.raises(CannotWrite) as refused:
        write_whole(target, b"new")

    assert refused.value.problem is WriteProblem.READ_ONLY
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["old.pdf", "nowhere.pdf"])
def test_a_link_is_not_replaced_nor_followed(tmp_path: Path, name: str) -> None:
    (tmp_path / "old.pdf").write_bytes(b"old")
    link = tmp_path / "report.pdf"
    link.symlink_to(name)

    with pytest.raises(CannotWrite) as refused:
        write_whole(link, b"new")

    assert refused.value.problem is WriteProblem.IS_LINK
    assert link.is_symlink()
    assert (tmp_path / "old.pdf").read_bytes() == b"old"


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "report.pdf")

    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "report.pdf", b"new")

    assert refused.value.problem is WriteProblem.NOT_A_FILE
    assert (tmp_path / "report.pdf").is_fifo()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(143)], ids=repr)
def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr("toolkit.documents.output.os.fsync", stops(error))

    with pytest.raises(type(error)):
        write_whole(target, b"new")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.EACCES, WriteProblem.NOT_ALLOWED),
        (errno.EROFS, WriteProblem.DISK_CLOSED),
        (errno.ENOSPC, WriteProblem.NO_ROOM),
        (errno.EDQUOT, WriteProblem.NO_ROOM),
        (errno.EIO, WriteProblem.FAILED),
    ],
)
def test_the_cause_is_the_one_that_the_system_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, problem: WriteProblem
) -> None:
    error = OSError(number, os.strerror(number))
    monkeypatch.setattr("toolkit.documents.output.os.fsync", stops(error))

    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "report.pdf", b"new")

    assert refused.value.problem is problem
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "problem"),
    [
        ("nowhere/report.pdf", WriteProblem.NO_FOLDER),
        ("a" * 300 + ".pdf", WriteProblem.NAME_TOO_LONG),
        ("/proc/report.pdf", WriteProblem.NOT_ALLOWED),
        ("/dev", WriteProblem.IS_FOLDER),
        ("/dev/null", WriteProblem.NOT_A_FILE),
    ],
)
def test_what_can_be_known_beforehand_is_known(
    tmp_path: Path, place: str, problem: WriteProblem
) -> None:
    with pytest.raises(CannotWrite) as refused:
        require_writable(tmp_path / place)

    assert refused.value.problem is problem


def test_looking_beforehand_leaves_everything_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    require_writable(target)
    require_writable(tmp_path / "other.pdf")

    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]

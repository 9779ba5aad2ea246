"""A document stands on disk whole, or not at all."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from toolkit.documents.output import CannotWrite, WriteProblem, write_whole


@contextmanager
def limited(what: int, most: int) -> Iterator[None]:
    """Let this process have no more than ``most`` of something."""
    before = resource.getrlimit(what)
    resource.setrlimit(what, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(what, before)


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

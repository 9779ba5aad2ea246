"""A document stands on disk whole, or not at all."""

from pathlib import Path

import pytest

from toolkit.documents.output import CannotWrite, write_whole


def test_a_document_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "report.pdf"
    target.write_bytes(b"old")

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "nowhere" / "report.pdf", b"new")

    assert refused.value.problem == "FileNotFoundError"


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(CannotWrite) as refused:
        write_whole(tmp_path / "report.pdf", b"new")

    assert refused.value.problem == "IsADirectoryError"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]

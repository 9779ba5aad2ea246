"""The library is read as strictly as a questionnaire."""

import shutil
from pathlib import Path

import pytest

from toolkit.catalogue import NotReadable, library
from toolkit.catalogue.library_files import read_library
from toolkit.paths import LIBRARY


def a_library(place: Path, file: str, old: str, new: str) -> Path:
    """Return a copy of the library with one thing changed."""
    copy = place / "library"
    shutil.copytree(LIBRARY, copy)
    path = copy / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return copy


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("figures.csv", ",2024,Gemelde", ",onlangs,Gemelde", ("whole", 3)),
        ("figures.csv", "2026-12-31\nreported_total", "morgen\nreported_total", ("day", 2)),
        ("figures.csv", "2026-12-31\nreported_total", "2026-12-31,x\nreported_total", ("key_unknown", 2)),
        ("figures.csv", "Jaar van", "<b>Jaar</b> van", ("text_markup", 2)),
        ("roles.yaml", "burgemeester", "<b>burgemeester", ("text_markup", 3)),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_file_and_line(
    file: str, old: str, new: str, found: tuple[str, int], tmp_path: Path
) -> None:
    copy = a_library(tmp_path, file, old, new)

    with pytest.raises(NotReadable) as caught:
        read_library(copy)

    assert [(part.file, part.code, part.line) for part in caught.value.problems] == [(file, *found)]


def test_a_cell_that_is_empty_says_nothing() -> None:
    without = [figure.key for figure in library().figures if figure.value is None]

    assert without
    assert len(library().figures_by_key) == len(library().figures)

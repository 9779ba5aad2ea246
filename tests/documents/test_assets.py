"""The vendored files are the ones the lock names."""

import json
import shutil
from pathlib import Path

import pytest

from toolkit.documents.own_assets import ASSETS, LOCK, damaged_assets

FONT = "fonts/SourceSans3-Bold.ttf"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ASSETS, tmp_path / "assets"))


def test_every_vendored_file_is_what_the_lock_says(copy: Path) -> None:
    assert damaged_assets() == ()
    assert damaged_assets(copy) == ()


def test_the_lock_says_where_each_file_comes_from() -> None:
    rows = json.loads((ASSETS / LOCK).read_text("utf-8"))

    assert FONT in [row["file"] for row in rows]
    assert [row for row in rows if not all((row["source"], row["version"], row["licence"]))] == []


def test_a_file_that_is_lost_or_changed_is_found(copy: Path) -> None:
    (copy / FONT).unlink()
    (copy / "fonts/OFL-source-sans.txt").write_text("another licence", "utf-8")

    assert damaged_assets(copy) == ("fonts/OFL-source-sans.txt", FONT)


def test_a_font_that_the_lock_does_not_name_is_found(copy: Path) -> None:
    (copy / "fonts/stray.ttf").write_bytes(b"a font")

    assert damaged_assets(copy) == ("fonts/stray.ttf",)


def test_a_vendored_file_that_the_lock_does_not_name_is_found(copy: Path) -> None:
    (copy / "vendor/htmx/stray.js").write_text("a script", "utf-8")

    assert damaged_assets(copy) == ("vendor/htmx/stray.js",)

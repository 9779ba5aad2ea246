"""The vendored files are the ones the lock names."""

import hashlib
import json
from pathlib import Path

import pytest

from toolkit.paths import TEMPLATES

ASSETS = TEMPLATES / "assets"
LOCKED = json.loads((ASSETS / "assets.lock").read_text("utf-8"))


def test_every_font_is_in_the_lock() -> None:
    fonts = {f"fonts/{path.name}" for path in (ASSETS / "fonts").glob("*.ttf")}

    assert fonts
    assert fonts <= {row["file"] for row in LOCKED}


@pytest.mark.parametrize("row", LOCKED, ids=lambda row: row["file"])
def test_a_vendored_file_is_what_the_lock_says(row: dict[str, str]) -> None:
    file: Path = ASSETS / row["file"]

    assert hashlib.sha256(file.read_bytes()).hexdigest() == row["sha256"]
    assert row["source"]
    assert row["version"]
    assert row["licence"]

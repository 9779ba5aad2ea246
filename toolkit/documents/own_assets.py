"""Checks the fonts and other files that were taken over from elsewhere against their lock."""

import hashlib
import json
from pathlib import Path

from toolkit.paths import TEMPLATES

ASSETS = TEMPLATES / "assets"
LOCK = "assets.lock"
TAKEN_OVER = ("fonts/*.ttf", "vendor/*/*")


def damaged_assets(folder: Path = ASSETS) -> tuple[str, ...]:
    """Return the files that are missing or not what the lock says, and those it does not name."""
    rows = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    locked = {row["file"]: row["sha256"] for row in rows}
    there = {
        path.relative_to(folder).as_posix()
        for pattern in TAKEN_OVER
        for path in folder.glob(pattern)
    }
    named = sorted(locked.keys() | there)
    return tuple(name for name in named if digest(folder / name) != locked.get(name))


def digest(file: Path) -> str:
    """Return what the lock holds for a file; nothing for one that is not there."""
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""

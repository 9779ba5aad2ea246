"""Checks the fonts and other files that were taken over from elsewhere against their lock."""

import hashlib
import json

from toolkit.paths import TEMPLATES

ASSETS = TEMPLATES / "assets"


def damaged_assets() -> tuple[str, ...]:
    """Return the files that are missing or differ from what was vendored."""
    locked = json.loads((ASSETS / "assets.lock").read_text(encoding="utf-8"))
    return tuple(entry["file"] for entry in locked if _digest(entry["file"]) != entry["sha256"])


def _digest(name: str) -> str:
    file = ASSETS / name
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""

"""Serves style, fonts and scripts; one hash in every address, so that a copy never ages."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from wsgiref.types import WSGIApplication

from whitenoise import WhiteNoise

from toolkit.paths import TEMPLATES

ASSETS = TEMPLATES / "assets"
SERVED = (".css", ".js", ".svg", ".ttf", ".txt", ".woff2")


def address(name: str) -> str:
    """Return the address of a file in the assets folder."""
    return f"/assets/{edition()}/{name}"


@cache
def edition() -> str:
    """Return a hash of everything that is served; style sheets name fonts beside themselves."""
    found = sha256()
    for name, file in _served():
        found.update(name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


def with_assets(pages: WSGIApplication) -> WSGIApplication:
    """Return the pages with the files beside them."""
    served = WhiteNoise(
        pages, immutable_file_test=lambda _path, _url: True, allow_all_origins=False
    )
    for name, file in _served():
        served.add_file_to_dictionary(address(name), str(file))
    return served


def _served() -> list[tuple[str, Path]]:
    """Return the files that a browser may have, with their names; what describes them stays."""
    files = sorted(file for file in ASSETS.rglob("*") if file.suffix in SERVED)
    return [(file.relative_to(ASSETS).as_posix(), file) for file in files]

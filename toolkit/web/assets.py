"""Serves style, fonts and scripts; one hash in every address, so that a copy never ages."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
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
    files = sorted(file for file in ASSETS.rglob("*") if file.suffix in SERVED)
    found = sha256()
    for file in files:
        found.update(str(file.relative_to(ASSETS)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


def with_assets(pages: WSGIApplication) -> WSGIApplication:
    """Return the pages with the files beside them."""
    return WhiteNoise(
        pages,
        root=str(ASSETS),
        prefix=f"assets/{edition()}/",
        immutable_file_test=lambda _path, _url: True,
        add_headers_function=lambda _headers, _path, _url: None,
        allow_all_origins=False,
    )

"""Opens the files of an edition, which lie inside its folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from toolkit.domain.problems import Problem
from toolkit.reading.text_file import read_bytes, read_document, read_text
from toolkit.reading.yaml_text import Document, NotReadable

_NO_FILE = frozenset(("file_missing", "file_is_folder", "file_odd"))


def own_document(folder: Path, name: str) -> Document:
    """Return what a file below ``folder`` says; raise `NotReadable` also for a way out of it."""
    with _content():
        return read_document(own_path(folder, name), name=name)


def own_text(folder: Path, name: str) -> str:
    """Return the text of a file below ``folder``; raise as `own_document` does."""
    with _content():
        return read_text(own_path(folder, name), name=name)


def own_bytes(folder: Path, name: str) -> bytes:
    """Return what is in a file below ``folder``; raise as `own_document` does."""
    with _content():
        return read_bytes(own_path(folder, name), name=name)


def own_path(folder: Path, name: str) -> Path:
    """Return the path of what is called ``name`` below ``folder``; raise `NotReadable`.

    A link may lead from one place in the folder to another, not out of it.
    """
    path = folder / name
    if not real(path).is_relative_to(real(folder)):
        raise NotReadable((Problem("file_outside", name),))
    return path


def real(path: Path) -> Path:
    """Return a path without links in it; one that leads to itself stays as it is."""
    return Path(os.path.realpath(path))


@contextmanager
def _content() -> Iterator[None]:
    """Say of what is no file that the content is wrong, because nobody typed its name."""
    try:
        yield
    except NotReadable as refused:
        found = (
            replace(part, code="not_a_file") if part.code in _NO_FILE else part
            for part in refused.problems
        )
        raise NotReadable(tuple(found)) from None

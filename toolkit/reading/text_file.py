"""Opens a text file that somebody wrote, or says why that cannot be done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from toolkit.domain.problems import Problem
from toolkit.reading.yaml_text import Document, NotReadable, parse

MOST_BYTES = 1_000_000


def read_text(path: Path, *, name: str) -> str:
    """Return the text of a file; raise `NotReadable`, naming the file as ``name``."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _refusal("file_missing", name) from None
    except IsADirectoryError:
        raise _refusal("file_is_folder", name) from None
    except (OSError, ValueError):
        raise _refusal("file_closed", name) from None
    if len(content) > MOST_BYTES:
        raise _refusal("file_large", name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal("file_not_utf8", name, content.count(b"\n", 0, error.start) + 1) from None


def read_document(path: Path, *, name: str) -> Document:
    """Return what a YAML or JSON file says; raise `NotReadable` with every problem in it."""
    text = read_text(path, name=name)
    try:
        return parse(text)
    except NotReadable as refused:
        raise NotReadable(tuple(replace(part, file=name) for part in refused.problems)) from None


def _refusal(code: str, name: str, line: int | None = None) -> NotReadable:
    return NotReadable((Problem(code, file=name, line=line),))

"""Opens a text file that somebody wrote, or says why that cannot be done."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from stat import S_ISREG

from toolkit.domain.problems import Problem
from toolkit.reading.yaml_text import Document, NotReadable, parse

MOST_BYTES = 1_000_000
_STANDARD_INPUT = Path("/dev/stdin")
_HANDED_IN = (Path("/dev/fd"), Path("/proc/self/fd"))


def read_bytes(path: Path, *, name: str, most: int = MOST_BYTES) -> bytes:
    """Return what is in a file; raise `NotReadable`, naming the file as ``name``.

    Only an ordinary file of at most so many bytes is read, so that nothing waits or never ends. What
    the shell hands in, such as ``/dev/stdin``, may be a pipe.
    """
    handed_in = path.parent in _HANDED_IN or path == _STANDARD_INPUT
    try:
        with open(path, "rb", opener=None if handed_in else _at_once) as file:
            if not (handed_in or S_ISREG(os.fstat(file.fileno()).st_mode)):
                raise _refusal("file_odd", name)
            content = file.read(most + 1) or b""
    except FileNotFoundError:
        raise _refusal("file_missing", name) from None
    except IsADirectoryError:
        raise _refusal("file_is_folder", name) from None
    except (OSError, ValueError):
        raise _refusal("file_closed", name) from None
    _bound(content, name, most)
    return content


def read_text(path: Path, *, name: str) -> str:
    """Return the text of a file; raise `NotReadable`, naming the file as ``name``."""
    return as_text(read_bytes(path, name=name), name=name)


def as_text(content: bytes, *, name: str) -> str:
    """Return bytes as the text that they are; raise `NotReadable` for too many, or for no text."""
    _bound(content, name)
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


def _bound(content: bytes, name: str, most: int = MOST_BYTES) -> None:
    if len(content) > most:
        raise _refusal("file_large", name)


def _at_once(path: str, flags: int) -> int:
    """Open a file without waiting for whoever would write in it."""
    return os.open(path, flags | os.O_NONBLOCK)


def _refusal(code: str, name: str, line: int | None = None) -> NotReadable:
    return NotReadable((Problem(code, file=name, line=line),))

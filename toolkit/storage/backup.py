"""Makes a copy of a database in one sealed file, and opens a seal.

A copy is an ordinary file of SQLite with one line behind it: the hash of everything before. SQLite
does not mind that line; without it nobody could tell a copy that was cut off or altered.
"""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from toolkit.storage import facts
from toolkit.storage.database import Database
from toolkit.storage.dialect import driver_of

SEAL = b"\nKinderrechtenscan backup 1 %s\n"
_SEAL = re.compile(b"\nKinderrechtenscan backup 1 ([0-9a-f]{64})\n")
LENGTH = len(SEAL % (b"0" * 64))
_MAGIC = b"SQLite format 3\0"
_PIECE = 2**20


class NotACopy(Exception):
    """A file that cannot be put back.

    ``reason`` is ``foreign`` for a file of something else, ``cut`` for one without its end, such
    as the bare file of a database in use, and ``altered`` when it is not as it was made.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def copy(database: Database, target: Path, *, at: datetime | None = None) -> None:
    """Write what is kept at this moment into a new file for its owner's eyes only.

    Others may write meanwhile. ``at`` is remembered in the copy. Raises `NotWritten`, and
    `OSError`, also when there is a file already; a half-made one is not left.
    """
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        with database.reading() as connection, closing(sqlite3.connect(target)) as other:
            driver_of(connection).backup(other)
        with closing(Database.apart(target)) as copied, copied.writing() as writer:
            if at is not None:
                facts.put(writer, facts.LAST_BACKUP, at.isoformat())
        _seal(target)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def unseal(source: Path, target: Path | None = None) -> None:
    """Check the seal of a copy, and put what is below it in a new file if one is named.

    Raises `NotACopy`, and `OSError`.
    """
    with source.open("rb") as file:
        size = source.stat().st_size - LENGTH
        if file.read(len(_MAGIC)) != _MAGIC:
            raise NotACopy("foreign")
        file.seek(max(size, 0))
        seal = _SEAL.fullmatch(file.read())
        if seal is None:
            raise NotACopy("cut")
        file.seek(0)
        found = _hash(file, size) if target is None else _carry(file, size, target)
        if found != seal[1].decode():
            raise NotACopy("altered")


def sync(place: Path) -> None:
    """Make sure that what was done to a file or in a folder survives a power cut."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _seal(file: Path) -> None:
    with file.open("r+b") as lines:
        found = _hash(lines, file.stat().st_size)
        lines.write(SEAL % found.encode())
    sync(file)


def _carry(file: BinaryIO, size: int, target: Path) -> str:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        found = _hash(file, size, out)
    sync(target)
    return found


def _hash(file: BinaryIO, size: int, out: BinaryIO | None = None) -> str:
    found, left = sha256(), size
    while left > 0 and (piece := file.read(min(left, _PIECE))):
        left -= len(piece)
        found.update(piece)
        if out is not None:
            out.write(piece)
    return found.hexdigest()

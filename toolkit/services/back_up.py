"""Copies everything into one file, while people go on working."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from toolkit.documents.output import PROBLEMS, CannotWrite, WriteProblem, require_writable
from toolkit.services.verify import verify_copy
from toolkit.storage import backup, facts
from toolkit.storage.database import Database, NotWritten


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was made: how large it is, and how many scans are in it."""

    size: int
    scans: int


class AlreadyThere(Exception):
    """There is a file with this name, and it was not asked to be replaced."""


def back_up(database: Database, target: Path, *, at: datetime, replace: bool = False) -> BackedUp:
    """Put a copy at ``target``, looked through and whole, or leave everything as it was.

    Raises `AlreadyThere`, `CannotWrite`, and `NotWritten` when what is kept is damaged.
    """
    require_writable(target)
    beside = target.parent / f".{secrets.token_hex(8)}"
    try:
        _claim(target, replace=replace)
        try:
            made = _made(database, beside, at)
            beside.replace(target)
        except BaseException:
            _give_up(beside, target)
            raise
        backup.sync(target.parent)
    except OSError as problem:
        known = PROBLEMS.get(problem.errno, WriteProblem.FAILED)
        raise CannotWrite(target, known) from None
    with database.writing() as connection:
        facts.put(connection, facts.LAST_BACKUP, at.isoformat())
    return made


def _made(database: Database, beside: Path, at: datetime) -> BackedUp:
    backup.copy(database, beside, at=at)
    found = verify_copy(beside)
    if found.faults:
        raise NotWritten("damaged")
    return BackedUp(beside.stat().st_size, found.scans)


def _claim(target: Path, *, replace: bool) -> None:
    """Take the name, so that two copies at once do not write over each other."""
    if replace:
        return
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        raise AlreadyThere(target) from None


def _give_up(beside: Path, target: Path) -> None:
    """Leave nothing half made; only a file that was claimed is empty."""
    beside.unlink(missing_ok=True)
    if target.is_file() and target.stat().st_size == 0:
        target.unlink()

"""Writes a document to disk whole or not at all."""

import errno
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

_USUAL_MODE = 0o666  # what the user does not want others to have, the system takes off


class WriteProblem(StrEnum):
    """Why a file could not be written."""

    NO_FOLDER = "no_folder"
    IS_FOLDER = "is_folder"
    IS_LINK = "is_link"
    NOT_A_FILE = "not_a_file"
    READ_ONLY = "read_only"
    NOT_ALLOWED = "not_allowed"
    DISK_CLOSED = "disk_closed"
    NO_ROOM = "no_room"
    NAME_TOO_LONG = "name_too_long"
    FAILED = "failed"


PROBLEMS: Mapping[int | None, WriteProblem] = {
    errno.ENOENT: WriteProblem.NOT_ALLOWED,  # the folder is there, but takes no files: /proc
    errno.EACCES: WriteProblem.NOT_ALLOWED,
    errno.EPERM: WriteProblem.NOT_ALLOWED,
    errno.EISDIR: WriteProblem.IS_FOLDER,
    errno.EROFS: WriteProblem.DISK_CLOSED,
    errno.ENOSPC: WriteProblem.NO_ROOM,
    errno.EDQUOT: WriteProblem.NO_ROOM,
    errno.ENAMETOOLONG: WriteProblem.NAME_TOO_LONG,
}


class CannotWrite(Exception):
    """A file that could not be written."""

    def __init__(self, path: Path, problem: WriteProblem) -> None:
        super().__init__(path)
        self.path, self.problem = path, problem


def require_writable(path: Path) -> None:
    """Raise `CannotWrite` when a document cannot be put at ``path``; nothing is written yet."""
    with _refusing(path):
        _mode(path)
        with tempfile.TemporaryFile(dir=path.parent):
            pass


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and put it in place at once; raise `CannotWrite`.

    Whatever ends it early, what stood at ``path`` is still there and nothing half written is
    left. A file that is replaced hands on its permissions; a read-only file, a link, and what is
    no file at all are not replaced.
    """
    beside = path.parent / f".{secrets.token_hex(8)}"
    with _refusing(path):
        mode = _mode(path)
        try:
            handle = os.open(
                beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _USUAL_MODE if mode is None else mode
            )
            with os.fdopen(handle, "wb") as file:
                if mode is not None:
                    os.fchmod(handle, mode)
                file.write(data)
                file.flush()
                os.fsync(handle)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)


def _mode(path: Path) -> int | None:
    """Return the permissions of the file that is replaced, if any; raise when it may not be."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise NotADirectoryError from None
        return None
    if stat.S_ISLNK(mode):
        raise CannotWrite(path, WriteProblem.IS_LINK)
    if stat.S_ISDIR(mode):
        raise CannotWrite(path, WriteProblem.IS_FOLDER)
    if not stat.S_ISREG(mode):
        raise CannotWrite(path, WriteProblem.NOT_A_FILE)
    if not mode & 0o222 or not os.access(path, os.W_OK):
        raise CannotWrite(path, WriteProblem.READ_ONLY)
    return mode & 0o777


@contextmanager
def _refusing(path: Path) -> Iterator[None]:
    try:
        yield
    except NotADirectoryError:
        raise CannotWrite(path, WriteProblem.NO_FOLDER) from None
    except OSError as problem:
        known = PROBLEMS.get(problem.errno, WriteProblem.FAILED)
        raise CannotWrite(path, known) from None

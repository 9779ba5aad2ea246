"""Writes a document to disk whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path


class WriteProblem(StrEnum):
    """Why a file could not be written."""

    NO_FOLDER = "no_folder"
    IS_FOLDER = "is_folder"
    NOT_ALLOWED = "not_allowed"
    FAILED = "failed"


PROBLEMS: Mapping[type[OSError], WriteProblem] = {
    FileNotFoundError: WriteProblem.NO_FOLDER,
    NotADirectoryError: WriteProblem.NO_FOLDER,
    IsADirectoryError: WriteProblem.IS_FOLDER,
    PermissionError: WriteProblem.NOT_ALLOWED,
}


class CannotWrite(Exception):
    """A file that could not be written."""

    def __init__(self, path: Path, problem: WriteProblem) -> None:
        super().__init__(path)
        self.path, self.problem = path, problem


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and put it in place at once; raise `CannotWrite`.

    When it fails, whatever stood at ``path`` is still there and nothing half written is left.
    """
    beside: Path | None = None
    try:
        if path.is_dir():
            raise IsADirectoryError
        handle, name = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o666 & ~_umask())
        beside.replace(path)
    except OSError as problem:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise CannotWrite(path, PROBLEMS.get(type(problem), WriteProblem.FAILED)) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

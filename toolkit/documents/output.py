"""Writes a document to disk whole or not at all."""

import os
import tempfile
from pathlib import Path


class CannotWrite(Exception):
    """A file that could not be written; ``problem`` is what the system said, by name."""

    def __init__(self, path: Path, problem: str) -> None:
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
        raise CannotWrite(path, type(problem).__name__) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask

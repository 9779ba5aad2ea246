"""Knows whether a program has the data folder open, so that nothing is swapped beneath it."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import Self

LOCK = "in-use"


class InUse(Exception):
    """Another program has the data folder open."""


class Hold:
    """The data folder, held open; the system lets go of it too when the program ends."""

    def __init__(self, folder: Path, kind: int) -> None:
        self._handle: int | None = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            raise InUse(folder) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let go; doing so twice is no harm."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def beside_others(folder: Path) -> Hold:
    """Hold a folder together with others; raise `InUse` while somebody has it alone."""
    return Hold(folder, fcntl.LOCK_SH)


def alone(folder: Path) -> Hold:
    """Hold a folder alone; raise `InUse` while anybody holds it."""
    return Hold(folder, fcntl.LOCK_EX)

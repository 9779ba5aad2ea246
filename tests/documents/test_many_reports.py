"""A thousand documents in a row: each the same, and the program takes no more room for it (T98).

Every tenth is the full report; the nine between are the short kinds in turn, so that the thousand
take a quarter of an hour on one core. A hundred full reports are among them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, islice
from pathlib import Path
from typing import Self

import pytest

from benchmarks.machine import descendants, megabytes
from tests.documents.kinds import pdf_of
from toolkit.domain.report import Kind

SHORT = (Kind.COUNCIL, Kind.CHILDREN, Kind.PROGRESS)
TEN = (Kind.FULL, *SHORT * 3)
MEGABYTES_MORE = 25
"""What a process may keep besides: the C library gives freed memory back when it likes."""


@dataclass(frozen=True)
class Room:
    """What this process and those that it started take: megabytes, open files, processes."""

    memory: float
    files: int
    processes: int

    @classmethod
    def now(cls) -> Self:
        """Return what they take at this moment."""
        every = (os.getpid(), *(process.pid for process in descendants(os.getpid())))
        memory = sum(megabytes(pid, "status", "VmRSS") for pid in every)
        files = sum(map(_open_files, every))
        return cls(memory, files, len(every))


def _open_files(pid: int) -> int:
    """Return how many files a process has open; none when it has just ended."""
    try:
        return len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except OSError:
        return 0


def made(count: int) -> set[tuple[Kind, str]]:
    """Make so many documents; return the kind and a hash of each that differs."""
    return set(map(_made, islice(cycle(TEN), count)))


def _made(kind: Kind) -> tuple[Kind, str]:
    return kind, sha256(pdf_of(kind, "example").pdf).hexdigest()


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(20, marks=pytest.mark.slow),
        pytest.param(1_000, marks=pytest.mark.long),
    ],
    ids="{} documents".format,
)
def test_documents_in_a_row_are_the_same_and_take_no_more_room(count: int) -> None:
    first = made(len(TEN))
    before = Room.now()

    rest = made(count)

    after = Room.now()
    assert (len(first), rest) == (len({*TEN}), first)
    assert after.memory < before.memory + MEGABYTES_MORE
    assert after.files <= before.files + 2
    assert after.processes <= before.processes + 1

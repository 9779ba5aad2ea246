"""A thousand documents in a row: each the same, and the program takes no more room for it (T98)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Self

import pytest

from benchmarks.machine import descendants, megabytes
from tests.documents.kinds import pdf_of
from toolkit.domain.report import Kind

WARM = 5
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
        files = sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in every)
        return cls(memory, files, len(every))


def made(count: int) -> set[str]:
    """Make a document so often; return a hash for each that differs."""
    return {sha256(pdf_of(Kind.COUNCIL, "example").pdf).hexdigest() for _ in range(count)}


@pytest.mark.parametrize(
    "count",
    [
        pytest.param(15, marks=pytest.mark.slow),
        pytest.param(1_000, marks=pytest.mark.long),
    ],
    ids="{} documents".format,
)
def test_documents_in_a_row_are_the_same_and_take_no_more_room(count: int) -> None:
    first = made(WARM)
    before = Room.now()

    rest = made(count)

    after = Room.now()
    assert (len(first), rest) == (1, first)
    assert after.memory < before.memory + MEGABYTES_MORE
    assert after.files <= before.files + 2
    assert after.processes <= before.processes + 1

"""Twenty people work on for an hour, and the program takes no more room than in the beginning (T98)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

import pytest

from benchmarks.saving import THEME, Answerer, answerers, in_turn
from benchmarks.serving import Server, served
from toolkit.storage.database import FILE

PEOPLE, WARM = 20, 12
MEGABYTE = 1_000_000
LARGEST_LOG = 64 * MEGABYTE
"""What the log beside the database may hold (T85)."""
OF_HANDS = 12
"""How many files more may be open: four hands that had no need of the data yet, three files each."""


@dataclass(frozen=True)
class Room:
    """What a program takes of its machine: bytes of memory, open files, bytes of its log."""

    memory: int
    files: int
    log: int

    @classmethod
    def of(cls, server: Server) -> Self:
        """Return what it takes now."""
        books = Path("/proc") / str(server.process.pid)
        status = (books / "status").read_text().split("VmRSS:")[1]
        log = server.folder / f"{FILE}-wal"
        return cls(
            1024 * int(status.split()[0]), len(list((books / "fd").iterdir())), log.stat().st_size
        )


def turn_of(one: Answerer) -> None:
    """Save an answer, and go on to the page of its theme."""
    one.save()
    one.visitor.get(f"/scans/{one.scan}/themes/{THEME}")
    one.visitor.close()


@pytest.mark.parametrize(
    ("turns", "every"),
    [
        pytest.param(16, 0.9, marks=pytest.mark.slow, id="a quarter of a minute"),
        pytest.param(720, 5.0, marks=pytest.mark.long, id="an hour"),
    ],
)
def test_twenty_people_who_work_on_make_the_program_no_larger(turns: int, every: float) -> None:
    """T98, T85: memory within a tenth, open files do not mount up, the log stays small."""
    server = served()
    steps = [partial(turn_of, one) for one in answerers(server, PEOPLE)]
    in_turn(server, steps, WARM, every=0.9)
    before = Room.of(server)

    waits = in_turn(server, steps, turns, every=every)

    after = Room.of(server)
    server.stop()
    assert len(waits.seconds) == PEOPLE * turns
    assert after.memory < 1.1 * before.memory
    assert after.files <= before.files + OF_HANDS
    assert after.log < LARGEST_LOG

"""Adds files without end, in a process that somebody kills: ``python -m tests.faults.file_keeper``.

A ledger beside the data says which files were acknowledged, once that is on disk.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from contextlib import closing
from hashlib import sha256
from itertools import count
from pathlib import Path

from tests.storage.kept import NOON, Kept, a_database, kept_in
from toolkit.domain.scan import Evidence
from toolkit.storage import files, register
from toolkit.storage.database import FILE, Database
from toolkit.storage.files import NewFile

ROUNDS, SIZE, LONGEST = 10, 300_000, 0.6


def main(folder: Path) -> None:
    """Let a keeper keep files, and kill it at a random moment, so many times."""
    with closing(a_database(folder)) as database:
        kept = kept_in(database)
        with database.writing() as connection:
            register.take_in(connection, _place(kept), (Evidence("plan", "Plan"),), at=NOON)
    chance = random.Random(20261122)  # noqa: S311 (when to kill, not a secret)
    for number in range(ROUNDS):
        keeper = os.fork()
        if keeper == 0:
            _keep_on(_place(kept), folder, number)
        time.sleep(chance.uniform(0.2, LONGEST))
        os.kill(keeper, signal.SIGKILL)
        os.waitpid(keeper, 0)


def ledger(folder: Path) -> set[str]:
    """Return the hash of every file that was acknowledged."""
    return set((folder / "ledger").read_text("utf-8").split())


def _keep_on(place: str, folder: Path, number: int) -> None:
    database = Database.at(folder / FILE)
    handle = os.open(folder / "ledger", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for turn in count():
        content = f"{number} {turn}".encode().ljust(SIZE, b"x")
        with database.writing() as connection:
            file = NewFile(f"{turn}.pdf", "pdf", content)
            files.add(connection, place, "plan", file, None, at=NOON)
        os.write(handle, f"{sha256(content).hexdigest()}\n".encode())
        os.fsync(handle)


def _place(kept: Kept) -> str:
    return kept.actor.municipalities[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Saves answers without end, in processes that somebody kills: ``python -m tests.faults.saver``.

Forks saver after saver and kills all of them at a random moment, so many times. A saver writes
down in a ledger what was acknowledged, after it was kept, and waits until that is on disk.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from itertools import count
from pathlib import Path

from tests.storage.kept import INSTRUMENT, Kept, a_database, kept_in
from toolkit.storage.database import FILE, Database

SAVERS = 3
ITEMS = tuple(INSTRUMENT.questions)[:SAVERS]
LONGEST = 1.0


def main(folder: Path, rounds: int, least: int) -> None:
    """Go on until there were so many rounds and so many acknowledgements."""
    with closing(a_database(folder)) as database:
        kept = kept_in(database)
    (folder / "scan").write_text(kept.scan, "utf-8")
    chance = random.Random(20261122)  # noqa: S311 (when to kill, not a secret)
    number = acknowledged = 0
    while number < rounds or acknowledged < least:
        acknowledged += _one_round(kept, folder, number, chance.uniform(0.05, LONGEST))
        number += 1


def ledger(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what was acknowledged: the item, and the hash of the note."""
    for file in sorted(folder.glob("ledger-*")):
        for line in file.read_text("utf-8").split("\n")[:-1]:
            item, _, found = line.partition(" ")
            yield item, found


def hashed(note: str) -> str:
    """Return what the ledger holds of a note."""
    return sha256(note.encode()).hexdigest()


def _one_round(kept: Kept, folder: Path, number: int, seconds: float) -> int:
    """Let savers save for a while; return how often they were told that an answer was kept."""
    savers = [_forked(kept, folder, item, number) for item in ITEMS]
    time.sleep(seconds)
    for saver in savers:
        os.kill(saver, signal.SIGKILL)
    for saver in savers:
        os.waitpid(saver, 0)
    return sum(file.read_bytes().count(b"\n") for file in folder.glob(f"ledger-{number}-*"))


def _forked(kept: Kept, folder: Path, item: str, number: int) -> int:
    saver = os.fork()
    if saver == 0:
        try:
            _save_on(replace(kept, database=Database.at(folder / FILE)), folder, item, number)
        finally:
            os._exit(1)
    return saver


def _save_on(kept: Kept, folder: Path, item: str, number: int) -> None:
    """Save until killed; two of three savers want the same answer."""
    wanted = ITEMS[0] if item == ITEMS[1] else item
    handle = os.open(folder / f"ledger-{number}-{item}", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for turn in count():
        note = f"{number} {item} {turn} " + "x" * (turn % 500)
        kept.insist(note, item=wanted)
        os.write(handle, f"{wanted} {hashed(note)}\n".encode())
        os.fsync(handle)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

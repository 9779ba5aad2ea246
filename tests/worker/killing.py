"""Workers in processes of their own, killed in the middle of their work."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import SystemRandom

from tests.worker.queues import NOON, Town, a_press, make_quickly
from toolkit.documents.pdf import Rendered
from toolkit.domain.library import Library
from toolkit.services.say_report import Order
from toolkit.services.score_scan import Scored
from toolkit.storage.database import Database
from toolkit.worker import work as loop
from toolkit.worker.work import Signals, work

TIMES_FASTER = 100
LAYING_OUT = 0.1
_BEGAN = time.monotonic()
_TABLE = "CREATE TABLE results (document TEXT)"
_TRIGGER = """CREATE TRIGGER counted AFTER UPDATE OF state ON documents WHEN new.state = 'ready'
BEGIN INSERT INTO results VALUES (new.id); END"""


def soon() -> datetime:
    """Return a moment of a time in which a lease of a minute takes less than a second."""
    return NOON + timedelta(seconds=(time.monotonic() - _BEGAN) * TIMES_FASTER)


def make_slowly(scored: Scored, library: Library, order: Order) -> Rendered:
    """Make a file without pages, but not at once."""
    time.sleep(LAYING_OUT)
    return make_quickly(scored, library, order)


@dataclass(frozen=True)
class Results:
    """How often each document became ready, counted by the database itself."""

    town: Town

    @classmethod
    def of(cls, town: Town) -> Results:
        with town.database.writing() as connection:
            connection.exec_driver_sql(_TABLE)
            connection.exec_driver_sql(_TRIGGER)
        return cls(town)

    def counts(self) -> Mapping[str, int]:
        query = "SELECT document, count(*) FROM results GROUP BY document"
        with self.town.database.reading() as connection:
            return {str(row[0]): int(row[1]) for row in connection.exec_driver_sql(query)}


def after_a_kill(town: Town, results: Results, turn: int) -> str:
    """Ask for a document, kill its maker at some moment, and let another finish."""
    name = town.order(at=NOON + timedelta(days=turn))
    with a_worker(town) as maker:
        time.sleep(SystemRandom().uniform(0, 2 * LAYING_OUT))
        os.kill(maker, signal.SIGKILL)
    with a_worker(town):
        ends = time.monotonic() + 30
        while name not in results.counts() and time.monotonic() < ends:
            time.sleep(0.02)
    return name


@contextmanager
def a_worker(town: Town) -> Iterator[int]:
    """Work in a copy of this process; give its number, and end it with the block."""
    town.database.close()  # No open file of the database goes along.
    process = os.fork()
    if not process:
        _work(town)
    try:
        yield process
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


def _work(town: Town) -> None:
    try:
        loop.KEEPS_EVERY = loop.LOOKS_EVERY = 0.05
        own = Database.at(Path(str(town.database.engine.url.database)))
        work(a_press(own, make_slowly, soon), Signals(), hands=1)
    finally:
        os._exit(0)

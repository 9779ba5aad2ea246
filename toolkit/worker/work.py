"""Takes turns at making documents until it is told to stop; the rows say what there is to do."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from structlog import get_logger

from toolkit.services.make_document import Press, make_document
from toolkit.storage import jobs
from toolkit.storage.jobs import Job

HANDS = max(1, (os.cpu_count() or 1) - 1)
"""How many documents are made at a time: one a core, and one core is left for the pages."""
LOOKS_EVERY = 1.0
KEEPS_EVERY = 15.0
WAITS_FOR_HANDS = 20.0
log = get_logger()


def _nothing() -> None:
    """Do nothing."""


@dataclass(frozen=True, slots=True)
class Signals:
    """How others speak to a worker: to stop, and that there is something to do."""

    stop: Event = field(default_factory=Event)
    wake: Event = field(default_factory=Event)


@dataclass(frozen=True, slots=True)
class _Bench:
    press: Press
    signals: Signals
    guard: threading.Lock = field(default_factory=threading.Lock)
    held: set[Job] = field(default_factory=set)


def work(
    press: Press, signals: Signals, *, hands: int = HANDS, beside: Callable[[], None] = _nothing
) -> None:
    """Make documents until ``signals.stop``; then finish what is at hand, if that is soon.

    What is not finished is taken up by whoever works next. ``beside`` is done now and then.
    """
    bench = _Bench(press, signals)
    _keep(bench)
    _unhindered(beside)
    threads = [threading.Thread(target=_hand, args=(bench,), daemon=True) for _ in range(hands)]
    for thread in threads:
        thread.start()
    while not signals.stop.wait(KEEPS_EVERY):
        _keep(bench)
        _unhindered(beside)
    signals.wake.set()
    for thread in threads:
        thread.join(WAITS_FOR_HANDS / hands)


def _unhindered(task: Callable[[], None]) -> None:
    try:
        task()
    except Exception as fault:  # noqa: BLE001 (the next time may go well)
        log.warning("worker_fault", kind=type(fault).__name__)


def _hand(bench: _Bench) -> None:
    """Make one document after another; nothing that goes wrong ends this."""
    signals = bench.signals
    while not signals.stop.is_set():
        try:
            made = _one(bench)
        except Exception as fault:  # noqa: BLE001 (the next document may well be made)
            log.warning("worker_fault", kind=type(fault).__name__)
            made = False
        if not made:
            signals.wake.wait(LOOKS_EVERY)
            signals.wake.clear()


def _one(bench: _Bench) -> bool:
    """Make the document whose turn it is; return whether there was one."""
    press = bench.press
    with press.database.reading() as connection:
        if not jobs.any_due(connection, at=press.now()):
            return False
    with press.database.writing() as connection:
        job = jobs.claim(connection, at=press.now())
    if job is None:
        return False
    with bench.guard:
        bench.held.add(job)
    try:
        if make_document(press, job):
            log.info("document_made", document=job.document)
    finally:
        with bench.guard:
            bench.held.discard(job)
    return True


def _keep(bench: _Bench) -> None:
    """Renew what is being made here, and only then give back what nobody works on (T94)."""
    press = bench.press
    with bench.guard:
        held = tuple(bench.held)
    try:
        with press.database.writing() as connection:
            jobs.renew(connection, held, at=press.now())
            given_back = jobs.sweep(connection, at=press.now())
    except Exception as fault:  # noqa: BLE001 (the next time may go well)
        log.warning("worker_fault", kind=type(fault).__name__)
        return
    if given_back:
        log.info("documents_given_back", count=given_back)
        bench.signals.wake.set()

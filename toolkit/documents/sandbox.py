"""Runs one task in a fresh process with limits, a few at a time."""

import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from typing import TypeVar

from toolkit.documents import confinement
from toolkit.documents.confinement import Limits

Given = TypeVar("Given")

USUAL_LIMITS = Limits()

_FORKS = multiprocessing.get_context("forkserver")
_PLACES = threading.BoundedSemaphore(os.cpu_count() or 1)
_STARTING = threading.Lock()
_SAFE_PATH = "PYTHONSAFEPATH"
_DONE = b"done"
_OUT_OF_TIME = (signal.SIGXCPU, signal.SIGALRM)
# GLib aborts when it gets no memory; SIGKILL from elsewhere is the kernel making room.
_OUT_OF_MEMORY = (signal.SIGABRT, signal.SIGTRAP, signal.SIGKILL)


class Reason(StrEnum):
    """Why a task did not end with a result."""

    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    OUT_OF_MEMORY = "out_of_memory"
    UNAVAILABLE = "unavailable"
    BROKEN = "broken"


_TOLD = {reason.encode(): reason for reason in Reason}


class Stopped(Exception):
    """The task gave no result; nothing of it is kept."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Unavailable(Exception):
    """Raised by a task for which this machine lacks something."""


def prepare(module: str) -> None:
    """Start, without waiting, the process that all tasks are copies of; it imports ``module`` once.

    It imports nothing from the folder that somebody works in: a file there may have any name.
    """
    _FORKS.set_forkserver_preload([module])
    with _safe_path():
        forkserver.ensure_running()


@contextmanager
def _safe_path() -> Iterator[None]:
    """Ask it of a Python that is started meanwhile, and of no other: settings are shared."""
    with _STARTING:
        before = os.environ.get(_SAFE_PATH)
        os.environ[_SAFE_PATH] = "1"
        try:
            yield
        finally:
            del os.environ[_SAFE_PATH]
            if before is not None:
                os.environ[_SAFE_PATH] = before


def run(
    task: Callable[[Given], Iterable[bytes]], given: Given, limits: Limits = USUAL_LIMITS
) -> tuple[bytes, ...]:
    """Return the parts that ``task(given)`` gives in a process of its own; raise Stopped.

    ``task`` and ``given`` must pickle. Only bytes come back and they are never unpickled: the
    process may have been taken over by what it read. Waits for a place when every core is busy.
    """
    with _PLACES:
        near, far = _FORKS.Pipe(duplex=False)
        process = _FORKS.Process(target=_confined, args=(task, given, limits, far), daemon=True)
        deadline = time.monotonic() + limits.wall_seconds
        try:
            process.start()
        except OSError:
            raise Stopped(Reason.BROKEN) from None
        finally:
            far.close()
        guard = threading.Timer(limits.wall_seconds, process.kill)
        guard.start()
        try:
            *parts, last = _received(near, limits.result) or (b"",)
            if last != _DONE:
                process.join()
                raise Stopped(_reason(last, process.exitcode, late=time.monotonic() >= deadline))
            return tuple(parts)
        finally:
            guard.cancel()
            process.kill()
            process.join()
            near.close()


def _received(pipe: Connection, most: int) -> tuple[bytes, ...]:
    parts: list[bytes] = []
    try:
        while most > 0:
            parts.append(pipe.recv_bytes(most))
            most -= len(parts[-1]) + 1
    except EOFError:
        return tuple(parts)
    except OSError:  # A part is longer than what may still come.
        pass
    raise Stopped(Reason.TOO_LARGE)


def _reason(last: bytes, exit_code: int | None, *, late: bool) -> Reason:
    if last in _TOLD:
        return _TOLD[last]
    if late or -(exit_code or 0) in _OUT_OF_TIME:
        return Reason.TOO_LONG
    return Reason.OUT_OF_MEMORY if -(exit_code or 0) in _OUT_OF_MEMORY else Reason.BROKEN


def _confined(
    task: Callable[[Given], Iterable[bytes]], given: Given, limits: Limits, far: Connection
) -> None:
    confinement.enter(limits)
    for part in _outcome(task, given):
        far.send_bytes(part)
    far.close()


def _outcome(task: Callable[[Given], Iterable[bytes]], given: Given) -> tuple[bytes, ...]:
    """Return what is sent back; any other error ends the process, which says enough."""
    try:
        return (*task(given), _DONE)
    except MemoryError:
        return (Reason.OUT_OF_MEMORY.encode(),)
    except Unavailable:
        return (Reason.UNAVAILABLE.encode(),)

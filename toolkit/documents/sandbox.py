"""Runs one task in a fresh process with limits, a few at a time."""

import contextlib
import os
import pickle  # nosec B403 (only to hand over, never to read)
import resource
import signal
import socket
import struct
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from toolkit.documents.confinement import Limits
from toolkit.documents.fork_server import ForkServer

Given = TypeVar("Given")

USUAL_LIMITS = Limits()
# What comes back: each part behind its length, and last how the process ended.
LENGTH, ENDING = struct.Struct("!Q"), struct.Struct("!i")

_SERVER = ForkServer()
_PLACES = threading.BoundedSemaphore(os.cpu_count() or 1)
_LEAST_MEMORY = 400 * 2**20
_SECONDS_TO_START = 30


class Reason(StrEnum):
    """Why a task did not end with a result."""

    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    OUT_OF_MEMORY = "out_of_memory"
    HOST_REFUSED = "host_refused"
    UNAVAILABLE = "unavailable"
    BROKEN = "broken"


# How a process says why it gives nothing, if it can.
EXIT_CODES: Mapping[Reason, int] = MappingProxyType(
    {Reason.OUT_OF_MEMORY: 81, Reason.HOST_REFUSED: 82, Reason.UNAVAILABLE: 83}
)
_REASONS: Mapping[int, Reason] = MappingProxyType(
    {
        **{code: reason for reason, code in EXIT_CODES.items()},
        -signal.SIGXCPU: Reason.TOO_LONG,
        -signal.SIGALRM: Reason.TOO_LONG,
        # From elsewhere: the kernel makes room.
        -signal.SIGKILL: Reason.OUT_OF_MEMORY,
    }
)


class Stopped(Exception):
    """The task gave no result; nothing of it is kept."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Unavailable(Exception):
    """Raised by a task for which this machine lacks something."""


def prepare(module: str) -> None:
    """Start, without waiting, the process that all tasks are copies of; it imports ``module`` once.

    It imports nothing from the folder that somebody works in. If it cannot start, the first task
    says so.
    """
    _SERVER.module = module
    with contextlib.suppress(OSError):
        _SERVER.start()


def run(
    task: Callable[[Given], Iterable[bytes]], given: Given, limits: Limits = USUAL_LIMITS
) -> tuple[bytes, ...]:
    """Return the parts that ``task(given)`` gives in a process of its own; raise Stopped.

    ``task`` and ``given`` must pickle. Only bytes come back and they are never unpickled: the
    process may have been taken over by what it read. Any thread may call this; it waits for a
    place when every core is busy.
    """
    if 0 <= resource.getrlimit(resource.RLIMIT_AS)[0] < _LEAST_MEMORY:
        raise Stopped(Reason.HOST_REFUSED)
    with _PLACES:
        try:
            job = pickle.dumps((task, given, limits))
            # Nothing at all comes back from a server that went before it read the request.
            came = _answer(job, limits) or _answer(job, limits)
        except TimeoutError:
            raise Stopped(Reason.TOO_LONG) from None
        except (OSError, MemoryError):
            raise Stopped(Reason.HOST_REFUSED) from None
    return tuple(_parts(came))


def _answer(job: bytes, limits: Limits) -> bytes:
    """Return what came back; the process cannot make this wait, as its keeper minds the clock."""
    came = bytearray()
    with _SERVER.copy() as line:
        line.settimeout(limits.wall_seconds + _SECONDS_TO_START)
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            line.sendall(job)
            line.shutdown(socket.SHUT_WR)
        with contextlib.suppress(ConnectionResetError):
            while some := line.recv(2**20):
                came += some
                if len(came) > limits.result:
                    raise Stopped(Reason.TOO_LARGE)
    return bytes(came)


def _parts(came: bytes) -> Iterator[bytes]:
    """Yield the parts; lengths that do not fit are those of a process that was taken over."""
    if len(came) < ENDING.size:
        raise Stopped(Reason.HOST_REFUSED)
    at, end = 0, len(came) - ENDING.size
    (code,) = ENDING.unpack_from(came, end)
    if code:
        raise Stopped(_REASONS.get(code, Reason.BROKEN))
    while at < end:
        if end - at < LENGTH.size:
            raise Stopped(Reason.BROKEN)
        (length,) = LENGTH.unpack_from(came, at)
        at += LENGTH.size + length
        if at > end:
            raise Stopped(Reason.BROKEN)
        yield came[at - length : at]

"""The process that every task is a copy of: loaded once, and gone with whoever started it.

Nothing here has an address that somebody else could reach. Requests come over a socket that only
whoever started this process holds the other end of: one byte, with a socket for one task. A keeper
is forked for that socket; it reads the task, forks the process that does it, and says how that
one ended. So a task has its own limits and its own end, and this process never waits.
"""

import contextlib
import os
import pickle  # nosec B403 (what this program itself hands over, never what comes back)
import signal
import socket
import time
from collections.abc import Callable, Iterable
from importlib import import_module

from toolkit.documents import confinement
from toolkit.documents.confinement import Limits
from toolkit.documents.sandbox import ENDING, EXIT_CODES, LENGTH, Reason, Unavailable

Task = Callable[[object], Iterable[bytes]]


def serve(requests: int, module: str) -> None:
    """Import ``module``, then make copies until nobody can ask for them; leave none behind."""
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    with contextlib.suppress(Exception):  # Then each task hears so by itself.
        import_module(module)
    signal.signal(signal.SIGCHLD, _wait_for_keepers)
    with socket.socket(fileno=requests) as asked:
        while True:
            asking, sockets, *_ = socket.recv_fds(asked, 1, 1)
            if not asking:
                os.killpg(0, signal.SIGKILL)
            for one in sockets:
                _copy(asked, socket.socket(fileno=one))


def _wait_for_keepers(_number: int, _frame: object) -> None:
    """Let ended keepers go; what they used then stands in the books of this process."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _copy(asked: socket.socket, answers: socket.socket) -> None:
    with answers:
        pid = _forked(answers)
        if pid == 0:
            try:
                asked.close()
                _keep(answers)
            finally:
                os._exit(0)


def _keep(answers: socket.socket) -> None:
    """Have the task done, and say how it ended; one that ignores the clock is killed."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    task, given, limits = _received(answers)
    pid = _forked(answers)
    if pid == 0:
        _do(task, given, limits, answers)
    if pid is not None:
        answers.sendall(ENDING.pack(_ended(pid, limits)))


def _forked(answers: socket.socket) -> int | None:
    """Return what fork gives; without it, say that the machine has no room for a process."""
    try:
        return os.fork()
    except OSError:
        answers.sendall(ENDING.pack(EXIT_CODES[Reason.HOST_REFUSED]))
        return None


def _received(answers: socket.socket) -> tuple[Task, object, Limits]:
    with answers.makefile("rb") as file:
        task, given, limits = pickle.load(file)  # noqa: S301  # nosec B301 (from whoever started this process)
    return task, given, limits


def _ended(pid: int, limits: Limits) -> int:
    began = time.monotonic()
    signal.signal(signal.SIGALRM, lambda *_: os.kill(pid, signal.SIGKILL))
    signal.alarm(limits.wall_seconds + 1)
    _, status = os.waitpid(pid, 0)
    late = time.monotonic() - began >= limits.wall_seconds
    return -signal.SIGALRM if late else os.waitstatus_to_exitcode(status)


def _do(task: Task, given: object, limits: Limits, answers: socket.socket) -> None:
    """Send each part of the answer behind its length; the exit code says the rest."""
    code = 1
    try:
        confinement.enter(limits)
        for part in tuple(task(given)):
            answers.sendall(LENGTH.pack(len(part)) + part)
        code = 0
    except MemoryError:
        code = EXIT_CODES[Reason.OUT_OF_MEMORY]
    except Unavailable:
        code = EXIT_CODES[Reason.UNAVAILABLE]
    finally:
        os._exit(code)

"""Starts the process that tasks are copies of, and asks it for one; from any thread."""

import atexit
import os
import signal
import socket
import subprocess  # nosec B404 (starts this very Python)
import sys
from pathlib import Path
from threading import Lock

# The folder that somebody works in is not looked in: a file there may have any name. Our own
# comes last, so that it hides nothing.
_PROGRAM = """import sys
number, module, ours = sys.argv[1:]
sys.path.append(ours)
from toolkit.documents.copies import serve
serve(int(number), module)"""
_OURS = str(Path(__file__).parents[2])


class ForkServer:
    """One process, started when it is first needed, and again when it has gone.

    It has no name or file that anybody else could find, prints nowhere, and ends, with all its
    copies, when the process that started it does.
    """

    def __init__(self) -> None:
        self.module = self._loaded = ""
        self._lock = Lock()
        self._running: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def start(self) -> None:
        """Start, without waiting, what imports ``module`` once; raise OSError if that cannot be.

        A process that was started before, without that module, makes room for it.
        """
        with self._lock:
            if self._loaded != self.module:
                self._end()
            self._requests()

    def copy(self) -> socket.socket:
        """Return the line to a copy that waits for its task; raise OSError if there is none."""
        near, far = socket.socketpair()
        with far:
            try:
                self._ask(far)
            except OSError:
                near.close()
                raise
        return near

    def stop(self) -> None:
        """End the process and all its copies, if it was this process that started it."""
        with self._lock:
            self._end()

    def _end(self) -> None:
        if self._running and self._running[0].poll() is None:
            os.killpg(self._running[0].pid, signal.SIGKILL)
        self._forget()

    def _ask(self, far: socket.socket) -> None:
        with self._lock:
            try:
                socket.send_fds(self._requests(), [b"."], [far.fileno()])
            except (BrokenPipeError, ConnectionResetError):
                self._forget()
                socket.send_fds(self._requests(), [b"."], [far.fileno()])

    def _requests(self) -> socket.socket:
        if self._running is None:
            self._running, self._loaded = _started(self.module), self.module
            atexit.register(self.stop)
        return self._running[1]

    def _forget(self) -> None:
        if self._running:
            process, requests = self._running
            self._running = None
            requests.close()
            process.wait()


def _started(module: str) -> tuple[subprocess.Popen[bytes], socket.socket]:
    near, far = socket.socketpair()
    number = far.fileno()
    with far:
        try:
            process = subprocess.Popen(  # noqa: S603  # nosec B603 (this very Python)
                (sys.executable, "-P", "-c", _PROGRAM, str(number), module, _OURS),
                pass_fds=(number,),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            near.close()
            raise
    return process, near

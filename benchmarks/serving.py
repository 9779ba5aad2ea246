"""Starts a program that serves pages, on a folder of its own, and stops it again."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.machine import processes
from toolkit.bootstrap import utc_now
from toolkit.services.sign_in import make_link
from toolkit.storage.database import FILE, Database

HOST = "127.0.0.1"
LONGEST_START, LONGEST_END = 60.0, 40.0


@dataclass(frozen=True, slots=True)
class Server:
    """One program that answers on a port of its own."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path

    @property
    def cpu(self) -> float:
        """CPU seconds of the process itself, with its ended children; not of those that live."""
        return processes()[self.process.pid].cpu

    def links(self, count: int) -> tuple[str, ...]:
        """Return so many addresses that let somebody in, each once."""
        database = Database.at(self.folder / FILE)
        with database.writing() as connection:
            secrets = [make_link(connection, at=utc_now()) for _ in range(count)]
        database.close()
        return tuple(f"/start/{secret}" for secret in secrets)

    def stop(self) -> None:
        """End the program, and what it kept."""
        self.process.terminate()
        try:
            self.process.wait(LONGEST_END)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def served() -> Server:
    """Return the program as people start it; it ends with this one at the latest."""
    folder, port = Path(tempfile.mkdtemp()), free_port()
    settings = {"KRS_DATA": str(folder), "KRS_LANG": "nl"}
    return _started(("-m", "toolkit", "serve", "--port", str(port)), port, folder, settings)


def served_bare() -> Server:
    """Return the least that keeps one row a request, with the same server beneath."""
    folder, port = Path(tempfile.mkdtemp()), free_port()
    return _started(("-m", "benchmarks.bare_saves", str(folder), str(port)), port, folder, {})


def free_port() -> int:
    """Return a port on which nobody listens now."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        port: int = found.getsockname()[1]
        return port


def _started(program: tuple[str, ...], port: int, folder: Path, settings: dict[str, str]) -> Server:
    process = subprocess.Popen(  # noqa: S603 (our own programs)
        (sys.executable, *program),
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
    )
    server = Server(process, port, folder)
    atexit.register(server.stop)
    _wait_for(server)
    return server


def _wait_for(server: Server) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and server.process.poll() is None:
        try:
            socket.create_connection((HOST, server.port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(server.process.args)

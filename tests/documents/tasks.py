"""What a page might try once a hostile text has taken it over."""

import os
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

from toolkit.documents.sandbox import Unavailable


def echo(given: bytes) -> Iterator[bytes]:
    yield given
    yield b"and more"


def connect(address: str) -> Iterator[bytes]:
    host, port = address.split(":")
    yield _tried(lambda: socket.create_connection((host, int(port))))


def resolve(host: str) -> Iterator[bytes]:
    yield _tried(lambda: socket.getaddrinfo(host, 80))


def fetch(url: str) -> Iterator[bytes]:
    yield _tried(lambda: urllib.request.urlopen(url))  # noqa: S310 - this is what must not work


def run_a_program(program: str) -> Iterator[bytes]:
    yield _tried(lambda: subprocess.run([program], check=False))


def run_a_command(command: str) -> Iterator[bytes]:
    yield _tried(lambda: os.system(command))  # noqa: S605 - this is what must not work


def make_a_copy_of_itself(_: str) -> Iterator[bytes]:
    yield _tried(os.fork)


def spawn_a_program(program: str) -> Iterator[bytes]:
    yield _tried(lambda: os.posix_spawn(program, [program], {}))


def become_a_program(program: str) -> Iterator[bytes]:
    yield _tried(lambda: os.execv(program, [program]))  # noqa: S606 - this is what must not work


def start_a_thread(_: str) -> Iterator[bytes]:
    thread = threading.Thread(target=time.sleep, args=(0,))
    thread.start()
    thread.join()
    yield b"ended"


def write(path: str) -> Iterator[bytes]:
    yield _tried(lambda: Path(path).write_text("x"))


def add(path: str) -> Iterator[bytes]:
    yield _tried(lambda: os.open(path, os.O_RDWR | os.O_CREAT))


def remove(path: str) -> Iterator[bytes]:
    yield _tried(lambda: Path(path).unlink())


def read(path: str) -> Iterator[bytes]:
    yield _tried(lambda: Path(path).read_bytes())


def open_a_database(path: str) -> Iterator[bytes]:
    yield _tried(lambda: sqlite3.connect(path))


def signal_its_parent(_: str) -> Iterator[bytes]:
    yield _tried(lambda: os.kill(os.getppid(), signal.SIGTERM))


def take_memory(megabytes: int) -> Iterator[bytes]:
    yield bytes(bytearray(megabytes * 2**20)[:1])


def calculate(_: str) -> Iterator[bytes]:
    while True:
        yield from ()


def wait(seconds: float) -> Iterator[bytes]:
    time.sleep(seconds)
    yield b"awake"


def ignore_the_clock(seconds: float) -> Iterator[bytes]:
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    yield from wait(seconds)


def stay(seconds: float) -> Iterator[bytes]:
    """Tell when it came and when it left, on the one clock of this machine."""
    yield repr(time.monotonic()).encode()
    time.sleep(seconds)
    yield repr(time.monotonic()).encode()


def answer_without_end(_: str) -> Iterator[bytes]:
    for _number in range(100):
        yield bytes(2**20)


def nest(_: str) -> Iterator[bytes]:
    yield from nest(_)


def divide_by_zero(_: str) -> Iterator[bytes]:
    yield bytes(1 // 0)


def die(number: int) -> Iterator[bytes]:
    signal.raise_signal(number)
    yield b"alive"


def miss_something(_: str) -> Iterator[bytes]:
    raise Unavailable


def print_a_lot(text: str) -> Iterator[bytes]:
    os.write(1, text.encode())
    os.write(2, text.encode())
    yield b"printed"


def tell_the_settings(_: str) -> Iterator[bytes]:
    yield repr(dict(os.environ)).encode()


def name_its_network(_: str) -> Iterator[bytes]:
    yield str(Path("/proc/self/ns/net").readlink()).encode()


def _tried(what: Callable[[], object]) -> bytes:
    try:
        what()
    except PermissionError:
        return b"refused"
    return b"done"

"""Takes from the running process everything that laying out a page does not need.

What is taken cannot be given back, so only a process that ends after its one task enters here.
The kernel holds the limits; the audit hook holds what Python code, and the libraries it loaded,
may ask of the kernel. An address is refused in three places: by whoever fetches, by the hook, and
where the host allows by a network of its own with nothing in it.
"""

import contextlib
import ctypes
import os
import resource
import signal
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from toolkit.paths import TEMPLATES

_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_OURS = (str(TEMPLATES), str(Path(__file__).parent.parent))
_PACKAGES = [path for path in sys.path if Path(path).name in ("site-packages", "dist-packages")]
_READABLE = tuple(
    {
        os.path.realpath(path) + os.sep
        for path in (*_OURS, *_PACKAGES, *sysconfig.get_paths().values())
    }
)
_REFUSED = (
    "ctypes.dlopen",
    "ftplib.",
    "http.client.",
    "os.chmod",
    "os.chown",
    "os.exec",
    "os.fork",
    "os.kill",
    "os.link",
    "os.mkdir",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.spawn",
    "os.symlink",
    "os.system",
    "os.truncate",
    "pty.",
    "shutil.",
    "smtplib.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "tempfile.",
    "urllib.",
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may use; ``memory`` and ``result`` are in bytes.

    The libraries take about 250 MB of addresses before the first page, hence 1 GB and a quarter.
    """

    cpu_seconds: int = 45
    wall_seconds: int = 60
    memory: int = 1_280 * 2**20
    result: int = 64 * 2**20


def enter(limits: Limits) -> None:
    """Confine this process for the rest of its life; what a host cannot do is left out."""
    os.environ.clear()
    _silence()
    _leave_the_network()
    signal.alarm(limits.wall_seconds)
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, grace=5)
    _limit(resource.RLIMIT_AS, limits.memory)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)


def _silence() -> None:
    """Send what C libraries print nowhere: it may quote the text that is laid out."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _leave_the_network() -> None:
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).unshare(_NEW_USER_AND_NETWORK)


def _limit(what: int, most: int, grace: int = 0) -> None:
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (most, most + grace))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        _refuse_file(*arguments)
    elif event.startswith(_REFUSED):
        raise PermissionError(event)


def _refuse_file(path: object, _mode: object, flags: object) -> None:
    """Let only code and its assets be read; a number is a file that is open already."""
    writes = isinstance(flags, int) and flags & _WRITES
    if isinstance(path, int) and not writes:
        return
    if writes or not os.path.realpath(os.fsdecode(_as_path(path))).startswith(_READABLE):
        raise PermissionError("open")


def _as_path(path: object) -> str | bytes:
    return path if isinstance(path, str | bytes) else str(path)

"""Programs that make a page, under limits or as another user, and the processes they started."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PAGE = """
from datetime import date
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.pdf import RenderFailed, render_pdf
try:
    render_pdf("<h1>x</h1><p>y", Identity("x", "nl", Archive.PAGES_ONLY, date(2026, 1, 1)))
    print("made")
except RenderFailed as failed:
    print(failed.reason)
"""
WAIT = """
from tests.documents import tasks
from toolkit.documents import sandbox
sandbox.prepare("toolkit.documents.pdf_preload")
sandbox.run(tasks.wait, 60.0)
"""
THREAD = """
from tests.documents import tasks
from toolkit.documents import sandbox
print(sandbox.run(tasks.start_a_thread, "")[0].decode())
"""
NOBODY = 65534
# May read what this very Python lies among, and is an ordinary user in all else.
AS_NOBODY = (
    *("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"),
    *("--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"),
)


def nobody_can_be_asked() -> bool:
    return os.geteuid() == 0 and shutil.which("setpriv") is not None


def under(limit: str, most: int) -> str:
    """Return the page's program with one limit of the kernel's, which what it starts inherits."""
    return f"import resource; resource.setrlimit(resource.{limit}, ({most}, {most}))\n{PAGE}"


def said(program: str, *, user: tuple[str, ...] = (), **settings: str) -> tuple[str, str]:
    """Return what a program prints, and what it complains of."""
    ended = subprocess.run(
        (*user, sys.executable, "-c", program),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, **settings},
    )
    return ended.stdout.strip(), ended.stderr


def started(program: str, **settings: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen((sys.executable, "-c", program), env={**os.environ, **settings})


def family(starter: int) -> set[int]:
    """Return the processes that tasks of ``starter`` are copies of, with all their copies."""
    everyone = _everyone()
    servers = {pid for pid, known in everyone.items() if known == (starter, pid)}
    return {pid for pid, (_, session) in everyone.items() if session in servers}


def copies_of(server: int) -> set[int]:
    """Return this process with all its copies."""
    return {pid for pid, (_, session) in _everyone().items() if session == server}


def alive(pids: set[int]) -> set[int]:
    return pids & set(_everyone())


def within(seconds: float, true: Callable[[], bool]) -> bool:
    """Return whether it became true in time."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def _everyone() -> dict[int, tuple[int, int]]:
    """Return the parent and the session of every process that has not ended."""
    found: dict[int, tuple[int, int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, parent, _, session, *_ = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if state != "Z":
            found[int(folder.name)] = (int(parent), int(session))
    return found

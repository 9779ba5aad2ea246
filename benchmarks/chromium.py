"""Debian's Chromium printing the same page, with tags, each time in a new process."""

import ctypes
import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from benchmarks.machine import descendants
from benchmarks.plain_weasyprint import Page
from toolkit.paths import TEMPLATES

_PR_SET_CHILD_SUBREAPER = 36
_FONTS = TEMPLATES / "assets" / "fonts"
_FACES = (
    ("SourceSans3-Regular", 400, "normal"),
    ("SourceSans3-It", 400, "italic"),
    ("SourceSans3-Semibold", 600, "normal"),
    ("SourceSans3-Bold", 700, "normal"),
)
_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def printed(page: Page) -> bytes:
    """Return the PDF; a browser leaves footnotes in the text and numbers no contents."""
    program = shutil.which("chromium")
    if program is None:
        raise FileNotFoundError("chromium (Debian: apt install chromium)")
    _keep_orphans()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.html").write_text(_standing_alone(page), "utf-8")
        before = {process.pid for process in descendants(os.getpid())}
        subprocess.run(  # noqa: S603 # a program and a page of our own
            (
                program,
                *_FLAGS,
                f"--user-data-dir={folder}/profile",
                f"--print-to-pdf={folder}/page.pdf",
                (folder / "page.html").as_uri(),
            ),
            capture_output=True,
            check=True,
        )
        _bury(before)
        return (folder / "page.pdf").read_bytes()


def _standing_alone(page: Page) -> str:
    """Return the HTML with its style sheet, and our own fonts by address."""
    faces = "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; font-style: {style};'
        f" src: url({(_FONTS / f'{name}.ttf').as_uri()}) }}\n"
        for name, weight, style in _FACES
    )
    return page.html.replace("</head>", f"<style>{faces}{page.base}{page.css}</style></head>", 1)


@cache
def _keep_orphans() -> None:
    """Have what Chromium leaves behind counted as ours, so that its CPU is not lost."""
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _bury(before: set[int]) -> None:
    for process in descendants(os.getpid()):
        if process.pid not in before and process.parent == os.getpid():
            os.waitpid(process.pid, 0)

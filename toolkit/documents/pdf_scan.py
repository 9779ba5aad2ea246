"""Reads the scan that a working form carries inside, and nothing else of that PDF.

Who opens the PDF is a copy of the process that pages are laid out in: without network or files,
for some seconds only. What comes back is text, and is read as any scan file is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from toolkit.documents import sandbox, scanfile
from toolkit.documents.confinement import Limits
from toolkit.documents.sandbox import Reason, Stopped
from toolkit.documents.scanfile import BadScanFile, Shelf
from toolkit.domain.file_types import LARGEST_FILE
from toolkit.domain.problems import Problem
from toolkit.domain.scan import Scan
from toolkit.reading.text_file import MOST_BYTES, read_bytes
from toolkit.reading.yaml_text import NotReadable

START = b"%PDF-"
LIMITS = Limits(cpu_seconds=20, wall_seconds=30, result=2 * MOST_BYTES)
_REASONS: Mapping[Reason, str] = {
    Reason.TOO_LONG: "pdf_too_much",
    Reason.TOO_LARGE: "pdf_too_much",
    Reason.OUT_OF_MEMORY: "pdf_too_much",
    Reason.BROKEN: "pdf_damaged",
}


def read_any(content: bytes, shelf: Shelf, *, name: str) -> Scan:
    """Return the scan in a YAML, JSON or PDF file that was sent; raise `BadScanFile`."""
    if content.startswith(START):
        content = scan_inside(content, name=name)
    return scanfile.read_bytes(content, shelf, name=name)


def read_any_file(path: Path, shelf: Shelf) -> Scan:
    """Return the scan in a YAML, JSON or PDF file on disk; raise `BadScanFile`."""
    if not _is_pdf(path):
        return scanfile.read_file(path, shelf)
    name = str(path)
    try:
        content = read_bytes(path, name=name, most=LARGEST_FILE)
    except NotReadable:
        raise _refusal("pdf_large", name) from None
    return read_any(content, shelf, name=name)


def scan_inside(content: bytes, *, name: str) -> bytes:
    """Return the scan file that a PDF of ours carries; raise `BadScanFile`.

    It is the one file inside, tied to the document as we tie it, and is as it was made.
    """
    if len(content) > LARGEST_FILE:
        raise _refusal("pdf_large", name)
    try:
        reason, found = sandbox.run(looked_into, content, LIMITS)
    except Stopped as stopped:
        raise _refusal(_REASONS.get(stopped.reason, "pdf_unlooked"), name) from None
    if reason:
        raise _refusal(reason.decode(), name)
    return found


def looked_into(content: bytes) -> Iterator[bytes]:
    """Yield why not, if that is so, and the scan file. For the confined process."""
    from toolkit.documents.pdf_inside import NoScanInside, carried

    try:
        found = carried(content)
    except NoScanInside as refused:
        yield from (refused.reason.encode(), b"")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (a reader that gives up says that the file is not whole)
        yield from (b"pdf_damaged", b"")
    else:
        yield from (b"", found)


def _is_pdf(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as opened:
            return opened.read(len(START)) == START
    except (OSError, ValueError):
        return False


def _refusal(code: str, name: str) -> BadScanFile:
    details = {"most": str(LARGEST_FILE // 2**20)}
    return BadScanFile((Problem(code, name, details=details),))

"""Says of bytes that somebody sent what they are, and gives back what may be kept of them.

The looking is done in a copy of the process that pages are laid out in: without network or files,
for some seconds only. The six kinds begin with bytes of their own, so no library guesses; what
matters is what a guess does not tell: whether a file is whole, of one kind, and no program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from toolkit.documents import sandbox
from toolkit.documents.confinement import Limits
from toolkit.documents.sandbox import Reason, Stopped
from toolkit.documents.zip_check import START as ZIP
from toolkit.documents.zip_check import look_inside
from toolkit.domain.file_types import (
    FILE_TYPES,
    LARGEST_FILE,
    LARGEST_LOGO,
    LOGO_SIZE,
    BadFile,
    FileType,
)

PDF, PNG, JPEG = b"%PDF-", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
LIMITS = Limits(cpu_seconds=20, wall_seconds=30)
_LONGEST_TEXT = 400_000
_REASONS: Mapping[Reason, str] = {
    Reason.TOO_LONG: "too_much_inside",
    Reason.TOO_LARGE: "too_large",
    Reason.OUT_OF_MEMORY: "too_much_inside",
    Reason.BROKEN: "damaged",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """What may be kept: the kind, the bytes, and the words in it as far as they could be had."""

    kind: FileType
    content: bytes
    words: str


def check(content: bytes) -> Checked:
    """Return what may be kept of a file; raise `BadFile`.

    A picture is drawn anew; anything else stays as it is, or is refused.
    """
    kind, kept, words = _looked(looked_at, content, LARGEST_FILE)
    return Checked(FILE_TYPES[kind.decode()], kept, words.decode())


def check_logo(content: bytes) -> bytes:
    """Return a picture (PNG, JPG) as a PNG no larger than a page needs; raise `BadFile`."""
    return _looked(drawn_as_logo, content, LARGEST_LOGO)[1]


def _looked(
    task: Callable[[bytes], Iterator[bytes]], content: bytes, largest: int
) -> tuple[bytes, bytes, bytes]:
    """Return kind, bytes and words that the confined process gave; raise `BadFile`."""
    if not content:
        raise BadFile("empty")
    if len(content) > largest:
        raise BadFile("too_large")
    try:
        reason, kind, kept, words = sandbox.run(task, content, LIMITS)
    except Stopped as stopped:
        raise BadFile(_REASONS.get(stopped.reason, "unlooked")) from None
    if reason:
        raise BadFile(reason.decode())
    if len(kept) > largest:
        raise BadFile("too_large")
    return kind, kept, words


def looked_at(content: bytes) -> Iterator[bytes]:
    """Yield why not, if that is so; the kind; what to keep; the words. For the confined process."""
    return _told(_found, content)


def drawn_as_logo(content: bytes) -> Iterator[bytes]:
    """Yield the same of a logo. For the confined process."""
    return _told(_logo, content)


def _told(found: Callable[[bytes], tuple[str, bytes, str]], content: bytes) -> Iterator[bytes]:
    try:
        kind, kept, words = found(content)
    except BadFile as refused:
        yield from (refused.reason.encode(), b"", b"", b"")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (a reader that gives up says that the file is not whole)
        yield from (b"damaged", b"", b"", b"")
    else:
        yield from (b"", kind.encode(), kept, words[:_LONGEST_TEXT].encode("utf-8", "replace"))


def _found(content: bytes) -> tuple[str, bytes, str]:
    from toolkit.documents.pdf_check import examine_pdf
    from toolkit.documents.picture_check import anew

    if content.startswith(PDF):
        examine_pdf(content)
        return "pdf", content, ""
    if content.startswith(ZIP):
        kind, words = look_inside(content)
        return kind, content, words
    if content.startswith(PNG):
        return "png", anew(content, "PNG"), ""
    if content.startswith(JPEG):
        return "jpg", anew(content, "JPEG"), ""
    raise BadFile("other_kind")


def _logo(content: bytes) -> tuple[str, bytes, str]:
    from toolkit.documents.picture_check import anew, at_most

    kinds = {PNG: "PNG", JPEG: "JPEG"}
    kind = next((kind for start, kind in kinds.items() if content.startswith(start)), None)
    if kind is None:
        raise BadFile("other_kind")
    return "png", at_most(anew(content, kind), kind, LOGO_SIZE), ""

"""Looks into a PDF that somebody sent: whole, without a program, without another file inside (T51)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pikepdf

from toolkit.domain.file_types import BadFile

_ENDS_WITHIN = 1_024
_DEEPEST = 50
_ACTIONS = frozenset(
    ("/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/RichMediaExecute", "/Rendition")
)
_KEYS = ("/JS", "/JavaScript", "/XFA", "/RichMediaContent")
_FILES = ("/EmbeddedFiles", "/EF")


def examine_pdf(content: bytes) -> None:
    """Refuse what is not whole, does something, or has another file inside."""
    with whole_pdf(content) as pdf:
        if not len(pdf.pages):
            raise BadFile("damaged")
        for one in pdf.objects:
            _examine_object(one)


@contextmanager
def whole_pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    """Give an opened PDF; raise `BadFile` for one that is cut off or locked, else as pikepdf does."""
    if not content[-_ENDS_WITHIN:].rstrip(b"\0\r\n\t ").endswith(b"%%EOF"):
        raise BadFile("damaged")
    try:
        with pikepdf.open(io.BytesIO(content), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                raise BadFile("locked")
            yield pdf
    except pikepdf.PasswordError:
        raise BadFile("locked") from None


def _examine_object(one: pikepdf.Object, deep: int = 0) -> None:
    """Look through what stands in one object; what it only points at is an object of its own."""
    if isinstance(one, pikepdf.Array):
        values = list(one)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        _refuse_keys(one)
        values = [value for _, value in one.items()]
    else:
        return
    if deep > _DEEPEST:
        raise BadFile("too_much_inside")
    for value in values:
        if not getattr(value, "is_indirect", True):
            _examine_object(value, deep + 1)


def _refuse_keys(one: pikepdf.Object) -> None:
    keys = set(one.keys())
    if ("/S" in keys and str(one["/S"]) in _ACTIONS) or not keys.isdisjoint(_KEYS):
        raise BadFile("program")
    embedded = "/Type" in keys and str(one["/Type"]) == "/EmbeddedFile"
    if embedded or not keys.isdisjoint(_FILES):
        raise BadFile("file_inside")

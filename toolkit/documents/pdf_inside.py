"""Looks into a PDF for the one scan file that a working form of ours carries, as it was made."""

from __future__ import annotations

import zlib
from hashlib import md5

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from toolkit.documents.archival import PRODUCER, SCAN_NAME, SCAN_RELATION, SCAN_TYPE, described
from toolkit.documents.pdf_check import whole_pdf
from toolkit.domain.file_types import BadFile
from toolkit.reading.text_file import MOST_BYTES


class NoScanInside(Exception):
    """No scan is taken from this PDF; ``reason`` is the code of the sentence that says why."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def carried(content: bytes) -> bytes:
    """Return the scan file inside; raise `NoScanInside`, or what pikepdf raises for a damaged PDF."""
    try:
        with whole_pdf(content) as pdf:
            if str(pdf.docinfo.get("/Producer", "")) != PRODUCER:
                raise NoScanInside("pdf_foreign")
            return _as_made(pdf, _only_file(pdf))
    except BadFile as refused:
        raise NoScanInside(f"pdf_{refused.reason}") from None


def _only_file(pdf: Pdf) -> Object:
    """Return the one file inside, wherever files may hang: in the list, on a page, loose."""
    files = [one for one in pdf.objects if isinstance(one, Stream) and _is_file(one)]
    listed = [file.obj for file in pdf.attachments.values()]
    holders = [one for one in pdf.objects if isinstance(one, Dictionary) and "/EF" in one]
    if not files and not listed and not holders:
        raise NoScanInside("pdf_without_scan")
    if max(len(files), len(listed), len(holders)) > 1:
        raise NoScanInside("pdf_more_files")
    if not listed:
        raise NoScanInside("pdf_altered")
    return listed[0]


def _is_file(stream: Object) -> bool:
    return stream.get("/Type") == Name.EmbeddedFile


def _as_made(pdf: Pdf, holder: Object) -> bytes:
    """Return what is in the file, when it is tied to the document as we tie it."""
    try:
        data = _unpacked(holder.EF.F)
        as_made = _tied(pdf, holder) and _told(holder, data)
    except (AttributeError, KeyError, TypeError, ValueError, zlib.error):
        as_made = False
    if not as_made:
        raise NoScanInside("pdf_altered")
    return data


def _unpacked(stream: Object) -> bytes:
    """Return the bytes of a file; a megabyte holds every scan, so nothing larger is unpacked (T52)."""
    raw = bytes(stream.read_raw_bytes())
    if "/Filter" in stream:
        if stream.Filter != Name.FlateDecode or "/DecodeParms" in stream:
            raise NoScanInside("pdf_altered")
        raw = zlib.decompressobj().decompress(raw, MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise NoScanInside("pdf_too_much")
    return raw


def _tied(pdf: Pdf, holder: Object) -> bool:
    tied = pdf.Root.AF
    return (
        isinstance(tied, pikepdf.Array)
        and [one.objgen for one in tied] == [holder.objgen]
        and holder.AFRelationship == Name(f"/{SCAN_RELATION}")
        and str(holder.UF) == SCAN_NAME
        and holder.EF.F.Subtype == Name(f"/{SCAN_TYPE}")
    )


def _told(holder: Object, data: bytes) -> bool:
    said = holder.EF.F.Params
    return (
        int(said.Size) == len(data)
        and bytes(said.CheckSum) == md5(data, usedforsecurity=False).digest()
        and str(holder.Desc) == described(data)
    )

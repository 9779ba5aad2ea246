"""Looks into a file that is an archive inside, without unpacking it anywhere (T51, T52)."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape

from toolkit.domain.file_types import LARGEST_UNPACKED, MOST_MEMBERS, BadFile

START = b"PK\x03\x04"
_END = 22
_PIECE = 2**20
_LONGEST_TEXT = 2_000_000
_PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"\xfd7zXZ", b"BZh")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM = (b"MZ", b"\x7fELF", b"#!")
_MACROS = re.compile(r"(^|/)(vba(project|data)|activex|macrosheets|basic/|scripts/)", re.IGNORECASE)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject|ms-office\.activeX", re.IGNORECASE)
_FETCHES = re.compile(rb"<[^>]*TargetMode\s*=[^>]*External[^>]*>", re.IGNORECASE)
_KINDS_THAT_FETCH = re.compile(r"/(attachedTemplate|oleObject|frame|subDocument)\b", re.IGNORECASE)
_AFAR = re.compile(r"target\s*=\s*.\s*(https?:|ftp:|\\\\)", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]{0,2000}>")
_CONTENTS = ("word/document.xml", "xl/sharedStrings.xml", "content.xml")
_OFFICE = {
    "word/document.xml": ("docx", b"wordprocessingml.document.main+xml"),
    "xl/workbook.xml": ("xlsx", b"spreadsheetml.sheet.main+xml"),
}
_ODT = b"application/vnd.oasis.opendocument.text"
_TYPES = "[Content_Types].xml"


def look_inside(content: bytes) -> tuple[str, str]:
    """Return which kind of file this is, and the text in it; raise `BadFile`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _whole(archive, content)
            texts = {
                info.filename: text
                for info in _fitting(archive)
                if (text := _examined(archive, info)) is not None
            }
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError):
        raise BadFile("damaged") from None
    return _kind(texts), _words(texts)


def _whole(archive: zipfile.ZipFile, content: bytes) -> None:
    """Refuse what has something before or behind it: it would be a file of two kinds."""
    begins = min((info.header_offset for info in archive.infolist()), default=-1)
    if begins != 0 or archive.comment or content[-_END : -_END + 4] != b"PK\x05\x06":
        raise BadFile("damaged")


def _fitting(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Yield the members; refuse too many, the same one twice, and names that lead elsewhere."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise BadFile("too_much_inside")
    if len({info.filename.lower() for info in members}) < len(members):
        raise BadFile("damaged")
    if sum(info.file_size for info in members) > LARGEST_UNPACKED:
        raise BadFile("too_much_inside")
    for info in members:
        parts = info.filename.replace("\\", "/").split("/")
        odd = ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]
        if (
            odd
            or info.orig_filename != info.filename
            or "\\" in info.filename
            or stat.S_ISLNK(info.external_attr >> 16)
        ):
            raise BadFile("damaged")
        if info.flag_bits & 1:
            raise BadFile("locked")
        if _MACROS.search(info.filename):
            raise BadFile("program")
        yield info


def _examined(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """Read a member to its end; return the text of those that say what the file is."""
    size, kept = 0, bytearray()
    with archive.open(info) as member:
        start = member.read(16)
        _refuse_start(start)
        piece = start
        while piece:
            size += len(piece)
            if size > info.file_size or size > LARGEST_UNPACKED:
                raise BadFile("too_much_inside")
            if len(kept) < _LONGEST_TEXT:
                kept += piece[: _LONGEST_TEXT - len(kept)]
            piece = member.read(_PIECE)
    name = info.filename
    if name.endswith(".rels"):
        _refuse_fetching(bytes(kept))
    if name.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in kept or b"<!ENTITY" in kept):
        raise BadFile("program")
    wanted = name in (_TYPES, "mimetype", *_CONTENTS, *_OFFICE)
    return bytes(kept) if wanted else None


def _refuse_start(start: bytes) -> None:
    if start.startswith(_PACKED) or start.startswith(OLE):
        raise BadFile("file_inside")
    if start.startswith(_PROGRAM):
        raise BadFile("program")


def _refuse_fetching(relations: bytes) -> None:
    """Refuse a part that is fetched from the internet when the file is opened; a link may stay."""
    for found in _FETCHES.findall(relations):
        said = unescape(found.decode("utf-8", "replace"))
        if _KINDS_THAT_FETCH.search(said) and _AFAR.search(said):
            raise BadFile("program")
    if b"\0" in relations:
        raise BadFile("damaged")


def _kind(texts: dict[str, bytes]) -> str:
    types = texts.get(_TYPES, b"")
    if _MACRO_TYPES.search(types):
        raise BadFile("program")
    for part, (kind, said) in _OFFICE.items():
        if part in texts and said in types:
            return kind
    if texts.get("mimetype") == _ODT and "content.xml" in texts:
        return "odt"
    raise BadFile("other_kind")


def _words(texts: dict[str, bytes]) -> str:
    """Return the words of a document, as far as they can be had without a parser."""
    found = (texts[name].decode("utf-8", "replace") for name in _CONTENTS if name in texts)
    return " ".join(unescape(_TAGS.sub(" ", text)) for text in found)

"""Makes files that somebody might send: sound, hostile, of two kinds (T50 to T57)."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping
from zipfile import ZIP_DEFLATED, ZipInfo

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

OFFICE = "application/vnd.openxmlformats-officedocument"
ODT = "application/vnd.oasis.opendocument.text"
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
CUT = 20
Members = Mapping[str, bytes]
Corpus = Mapping[str, tuple[bytes, str]]


def zipped(members: Members, *, method: int = ZIP_DEFLATED) -> bytes:
    """Return an archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(ZipInfo(name, (2026, 11, 20, 12, 0, 0)), content, method)
    return made.getvalue()


def docx_parts(words: str = "Beleid", **more: bytes) -> dict[str, bytes]:
    """Return the members of a Word document."""
    types = f'<Types><Override ContentType="{OFFICE}.wordprocessingml.document.main+xml"/></Types>'
    return {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": b"<Relationships/>",
        "word/document.xml": f"<w:document><w:t>{words}</w:t></w:document>".encode(),
        **more,
    }


def docx(words: str = "Beleid", members: Members | None = None) -> bytes:
    """Return a Word document."""
    return zipped({**docx_parts(words), **(members or {})})


def xlsx(members: Members | None = None) -> bytes:
    """Return a workbook."""
    types = f'<Types><Override ContentType="{OFFICE}.spreadsheetml.sheet.main+xml"/></Types>'
    parts = {
        "[Content_Types].xml": types.encode(),
        "xl/workbook.xml": b"<workbook/>",
        "xl/sharedStrings.xml": b"<sst><si><t>Cijfers</t></si></sst>",
    }
    return zipped({**parts, **(members or {})})


def odt(members: Members | None = None) -> bytes:
    """Return a text of LibreOffice."""
    parts = {"mimetype": ODT.encode(), "content.xml": b"<text:p>Afspraken</text:p>"}
    return zipped({**parts, **(members or {})})


def pdf(change: Callable[[Pdf], object] = lambda _: None, **how: object) -> bytes:
    """Return a PDF of one page, changed in some way."""
    made = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        change(paper)
        paper.save(made, **how)  # type: ignore[arg-type]  # options by name
    return made.getvalue()


def picture(kind: str, size: tuple[int, int] = (60, 40), mode: str = "RGB") -> bytes:
    """Return a picture."""
    made = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(made, kind)
    return made.getvalue()


def large_picture() -> bytes:
    """Return a small file that is a very large picture (M5)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        checked = zlib.crc32(name + data).to_bytes(4, "big")
        return len(data).to_bytes(4, "big") + name + data + checked

    side = (12_000).to_bytes(4, "big")
    rows = zlib.compress(bytes(12_000 * (1 + 12_000 // 8)), 9)
    head = chunk(b"IHDR", side * 2 + b"\1\0\0\0\0")
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def relation(kind: str, address: str) -> Members:
    said = f'<Relationship Type="http://x/{kind}" Target="{address}" TargetMode="External"/>'
    return {"word/_rels/document.xml.rels": f"<Relationships>{said}</Relationships>".encode()}


def root(name: str, value: pikepdf.Object) -> Callable[[Pdf], object]:
    return lambda paper: paper.Root.__setitem__(f"/{name}", value)


def page(name: str, value: pikepdf.Object) -> Callable[[Pdf], object]:
    return lambda paper: paper.pages[0].obj.__setitem__(f"/{name}", value)


def with_link(paper: Pdf) -> None:
    to = Dictionary(S=Name.URI, URI="https://voorbeeldstad.nl")
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 1, 1], A=to)
    paper.pages[0].obj.Annots = Array([link])


def with_file(paper: Pdf) -> None:
    paper.attachments["a.txt"] = b"hoi"


def with_circle(paper: Pdf) -> None:
    one = paper.make_indirect(Dictionary())
    one.Me = Array([one])
    paper.Root.Circle = one


def renamed(name: bytes) -> bytes:
    return docx(members={"word/aXb.xml": b"x"}).replace(b"word/aXb.xml", name)


def with_symlink() -> bytes:
    made = io.BytesIO(docx())
    link = ZipInfo("word/link.xml")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    return made.getvalue()


def twice() -> bytes:
    other = docx(members={"word/Document.xml": b"<w:t>een ander</w:t>"})
    return other.replace(b"word/Document.xml", b"word/document.xml")


def with_remark() -> bytes:
    made = io.BytesIO(docx())
    with zipfile.ZipFile(made, "a") as archive:
        archive.comment = b"<script>alert(1)</script>"
    return made.getvalue()


def locked() -> bytes:
    """Return a document of which every part says that it has a password."""
    content = bytearray(docx())
    for start, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(start)
        while at >= 0:
            content[at + place] |= 1
            at = content.find(start, at + 4)
    return bytes(content)


def lying() -> bytes:
    """Return a document of which a part is larger than it says."""
    size = (5_000_000).to_bytes(4, "little")
    return docx(members={"word/big.xml": bytes(5_000_000)}).replace(
        size, (10).to_bytes(4, "little")
    )


def plain_png(width: int, height: int) -> bytes:
    made = io.BytesIO()
    Image.new("1", (width, height)).save(made, "PNG")
    return made.getvalue()


# How files begin that are not kept.
STARTS: Mapping[str, bytes] = {
    "gif with a script": b"GIF89a/*<svg/onload=alert(1)>*/=1",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "html": b"<!doctype html><script>alert(1)</script>",
    "xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "a program": b"MZ" + bytes(100),
    "a program of Linux": b"\x7fELF" + bytes(100),
    "a script": b"#!/bin/sh\nrm -rf /\n",
    "an old Word document": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rtf": rb"{\rtf1\ansi Beleid}",
    "webp": b"RIFF\x20\0\0\0WEBPVP8 ",
    "tiff": b"II*\0" + bytes(20),
    "bmp": b"BM" + bytes(60),
    "gzip": b"\x1f\x8b\x08" + bytes(30),
    "7z": b"7z\xbc\xaf\x27\x1c" + bytes(30),
    "rar": b"Rar!\x1a\x07\x00" + bytes(30),
    "text": b"Beleid van de gemeente",
    "a virus that is none": EICAR,
    "an empty archive": b"PK\x05\x06" + bytes(18),
    "nothing but blanks": b" " * 100,
    "zeros": bytes(1000),
    "pdf with something before it": b"<script>alert(1)</script>\n" + pdf(),
    "pdf with one blank before it": b"\n" + pdf(),
    "docx with something before it": b"<script>" + docx(),
    "heic": b"\0\0\0\x18ftypheic" + bytes(20),
    "mp4": b"\0\0\0\x18ftypmp42" + bytes(20),
    "a mail": b"From: a@b.nl\r\nSubject: x\r\n\r\nhoi",
    "a shortcut": b"L\0\0\0\x01\x14\x02\0" + bytes(70),
    "csv": b"=cmd|' /C calc'!A0;1",
    "json": b'{"a": 1}',
}

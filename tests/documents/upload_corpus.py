"""Files that somebody might send, each with what is to become of it (T50 to T57)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.documents.uploads import (
    CUT,
    ODT,
    STARTS,
    Corpus,
    docx,
    docx_parts,
    large_picture,
    locked,
    lying,
    odt,
    page,
    pdf,
    picture,
    plain_png,
    relation,
    renamed,
    root,
    twice,
    with_circle,
    with_file,
    with_link,
    with_remark,
    with_symlink,
    xlsx,
    zipped,
)


@cache
def corpus() -> Corpus:
    """Return every file with its verdict: the kind that it is, or why it is refused."""
    return dict(
        (
            *_taken(),
            *_other_kinds(),
            *_pdfs(),
            *_archives(),
            *_documents_that_do_something(),
            *_of_two_kinds(),
            *_pictures(),
            *_cut(),
        )
    )


def _taken() -> Iterator[tuple[str, tuple[bytes, str]]]:
    yield "pdf", (pdf(), "pdf")
    yield (
        "pdf with object streams",
        (pdf(object_stream_mode=pikepdf.ObjectStreamMode.generate), "pdf"),
    )
    yield "pdf with a link", (pdf(with_link), "pdf")
    yield "pdf with a blank line behind it", (pdf() + b"\r\n\0\0", "pdf")
    yield "docx", (docx(), "docx")
    yield "docx, not compressed", (zipped(docx_parts(), method=zipfile.ZIP_STORED), "docx")
    yield "docx with a picture", (docx(members={"word/media/image1.png": picture("PNG")}), "docx")
    yield (
        "docx with a link",
        (docx(members=relation("hyperlink", "https://voorbeeldstad.nl")), "docx"),
    )
    template = relation("attachedTemplate", "file:///G:/sjablonen/brief.dotx")
    yield "docx with a template of its own network", (docx(members=template), "docx")
    yield "xlsx", (xlsx(), "xlsx")
    yield "odt", (odt(), "odt")
    for mode in ("1", "L", "LA", "P", "RGB", "RGBA"):
        yield f"png {mode}", (picture("PNG", mode=mode), "png")
    for mode in ("L", "RGB", "CMYK"):
        yield f"jpg {mode}", (picture("JPEG", mode=mode), "jpg")
    yield "a picture with something behind it", (picture("PNG") + b"<script>", "png")


def _other_kinds() -> Iterator[tuple[str, tuple[bytes, str]]]:
    for name, content in STARTS.items():
        yield name, (content, "other_kind")
    yield "ods", (odt({"mimetype": ODT.replace("text", "spreadsheet").encode()}), "other_kind")
    yield "a plain zip", (zipped({"brief.txt": b"hoi"}), "other_kind")
    yield "epub", (zipped({"mimetype": b"application/epub+zip", "content.xml": b""}), "other_kind")
    yield (
        "pptx",
        (zipped({"[Content_Types].xml": b"<Types/>", "ppt/presentation.xml": b""}), "other_kind"),
    )
    yield (
        "jar",
        (
            zipped({"META-INF/MANIFEST.MF": b"Main-Class: A", "A.class": b"\xca\xfe\xba\xbe"}),
            "other_kind",
        ),
    )


def _pdfs() -> Iterator[tuple[str, tuple[bytes, str]]]:
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    for kind in ("JavaScript", "Launch", "ImportData", "SubmitForm", "Rendition"):
        action = Dictionary(S=Name(f"/{kind}"))
        yield f"pdf that does {kind} when opened", (pdf(root("OpenAction", action)), "program")
        yield (
            f"pdf that does {kind} on its page",
            (pdf(page("AA", Dictionary(O=action))), "program"),
        )
        later = Dictionary(S=Name.GoTo, D="x", Next=Array([action]))
        yield f"pdf that does {kind} later", (pdf(root("OpenAction", later)), "program")
    yield (
        "pdf with named scripts",
        (
            pdf(root("Names", Dictionary(JavaScript=Dictionary(Names=Array(["a", script]))))),
            "program",
        ),
    )
    form = root("AcroForm", Dictionary(XFA="<xdp/>", Fields=Array([])))
    yield "pdf with a form in XFA", (pdf(form), "program")
    hidden = object_with_script()
    yield "pdf with a script in an object stream", (hidden, "program")
    escaped = pdf(root("OpenAction", script), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    yield (
        "pdf with a script spelt otherwise",
        (escaped.replace(b"/JavaScript", b"/J#61vaScript"), "damaged"),
    )
    yield "pdf with a file inside", (pdf(with_file), "file_inside")
    files = root("Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))
    yield "pdf with room for files", (pdf(files), "file_inside")
    for strength in (4, 6):
        locked = pikepdf.Encryption(owner="a", user="b", R=strength)
        yield f"pdf with a password {strength}", (pdf(encryption=locked), "locked")
    yield (
        "pdf that anybody may read and nobody change",
        (
            pdf(encryption=pikepdf.Encryption(owner="a", user="", R=6)),
            "locked",
        ),
    )
    yield "pdf without its list of objects", (pdf().replace(b"startxref", b"startxxxx"), "damaged")
    yield "pdf with another file behind it", (pdf() + docx(), "damaged")
    yield "pdf with a page behind it", (pdf() + b"<html>", "damaged")
    yield "only the start of a pdf", (b"%PDF-1.7\n%%EOF", "damaged")
    yield "pdf that points at itself", (pdf(with_circle), "pdf")
    yield "pdf without a page", (pdf(lambda paper: paper.pages.__delitem__(0)), "damaged")


def object_with_script() -> bytes:
    """Return a PDF whose script stands where a search through its bytes does not find it."""
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    return pdf(
        lambda paper: setattr(paper.Root, "OpenAction", paper.make_indirect(script)),
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )


def _archives() -> Iterator[tuple[str, tuple[bytes, str]]]:
    for name in (
        "../x",
        "word/../../x",
        "/etc/passwd",
        "..\\x",
        "C:/x",
        "\\\\server\\x",
        "a/../../b",
    ):
        yield f"docx with {name} in it", (docx(members={name: b"x"}), "damaged")
    yield "docx with a name that ends early", (renamed(b"word/a\0b.xml"), "damaged")
    yield "docx with a link to elsewhere", (with_symlink(), "damaged")
    yield "docx with a part twice", (twice(), "damaged")
    yield "docx with something behind it", (docx() + b"<script>alert(1)</script>", "damaged")
    yield "docx with a remark", (with_remark(), "damaged")
    yield "docx with a password", (locked(), "locked")
    for count in (1_001, 3_000):
        many = {f"word/{number}.xml": b"" for number in range(count)}
        yield f"docx with {count} parts more", (docx(members=many), "too_much_inside")
    yield (
        "docx with a thousand parts",
        (docx(members={f"word/{n}.xml": b"" for n in range(997)}), "docx"),
    )
    yield (
        "docx that unpacks to 210 MB",
        (docx(members={"word/big.xml": bytes(210 * 2**20)}), "too_much_inside"),
    )
    yield (
        "docx of three parts of 80 MB",
        (
            docx(members={f"word/{n}.xml": bytes(80 * 2**20) for n in range(3)}),
            "too_much_inside",
        ),
    )
    yield "docx that tells a smaller size", (lying(), "damaged")
    for kind, content in {
        "zip": zipped({"a": b"a"}),
        "rar": b"Rar!\x1a\x07\x00",
        "7z": b"7z\xbc\xaf\x27\x1c",
        "gzip": b"\x1f\x8b\x08",
        "xz": b"\xfd7zXZ\0",
        "bzip2": b"BZh91AY&SY",
        "old office": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }.items():
        yield (
            f"docx with a file of {kind} inside",
            (docx(members={"word/embeddings/a": content}), "file_inside"),
        )
        yield f"odt with a file of {kind} inside", (odt({"Object 1": content}), "file_inside")


def _documents_that_do_something() -> Iterator[tuple[str, tuple[bytes, str]]]:
    for name in (
        "word/vbaProject.bin",
        "word/VBAPROJECT.BIN",
        "word/vbaData.xml",
        "word/activeX/a.xml",
    ):
        yield f"docx with {name}", (docx(members={name: b"x"}), "program")
    for name in ("xl/vbaProject.bin", "xl/macrosheets/sheet1.xml"):
        yield f"xlsx with {name}", (xlsx({name: b"x"}), "program")
    for name in ("Basic/Standard/Module1.xml", "Scripts/python/a.py"):
        yield f"odt with {name}", (odt({name: b"x"}), "program")
    types = docx_parts()["[Content_Types].xml"]
    macro = types.replace(b"<Types>", b'<Types><Default ContentType="x.macroEnabled.main+xml"/>')
    yield "docx that says it has macros", (docx(members={"[Content_Types].xml": macro}), "program")
    for name, content in {"MZ": b"MZ\x90", "ELF": b"\x7fELF", "#!": b"#!/bin/sh"}.items():
        yield f"docx with a program of {name}", (docx(members={"word/a": content}), "program")
    for kind in ("attachedTemplate", "oleObject", "frame", "subDocument"):
        for address in (
            "https://a.example/x",
            "http://a.example/x",
            "\\\\server\\x",
            "&#104;ttp://a",
        ):
            yield (
                f"docx with {kind} at {address}",
                (docx(members=relation(kind, address)), "program"),
            )
    bomb = b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"
    yield "docx with entities", (docx(members={"word/document.xml": bomb}), "program")
    yield "odt with entities", (odt({"content.xml": bomb}), "program")


def _of_two_kinds() -> Iterator[tuple[str, tuple[bytes, str]]]:
    yield "pdf called docx inside", (docx(members={"word/document.pdf": pdf()}), "docx")
    yield "png and zip", (picture("PNG") + zipped({"a": b"a"}), "png")
    yield "jpg and zip", (picture("JPEG") + zipped({"a": b"a"}), "jpg")
    yield "jpg and html", (picture("JPEG") + b"<script>alert(1)</script>", "jpg")
    yield "pdf and zip", (pdf() + zipped({"a": b"a"}), "damaged")
    yield "zip and pdf", (zipped({"a": b"a"}) + pdf(), "damaged")


def _pictures() -> Iterator[tuple[str, tuple[bytes, str]]]:
    yield "a picture of 144 million points", (large_picture(), "picture")
    yield "a picture of twenty million and one points", (plain_png(20_000_001, 1), "picture")
    yield "a png of two bytes", (b"\x89PNG\r\n\x1a\n" + b"IEND\xaeB`\x82", "damaged")
    yield "a jpg of nothing", (b"\xff\xd8\xff\xff\xd9", "damaged")
    yield "a png that is a jpg", (picture("PNG")[:8] + picture("JPEG"), "damaged")
    broken = bytearray(picture("PNG"))
    broken[40] ^= 0x55
    yield "a png with a bit turned", (bytes(broken), "damaged")


def _cut() -> Iterator[tuple[str, tuple[bytes, str]]]:
    """Yield each kind, cut off at so many places (T55)."""
    whole = {
        "pdf": pdf(),
        "docx": docx("Beleid " * 500),
        "png": picture("PNG"),
        "jpg": picture("JPEG"),
    }
    for kind, content in whole.items():
        for part in range(1, CUT + 1):
            place = len(content) * part // (CUT + 1)
            early = kind == "docx" or place > 8
            yield (
                f"{kind} cut off at {part}",
                (content[:place], "damaged" if early else "other_kind"),
            )

"""Makes PDFs with a scan inside, sound and not, each with what is to become of it (T40 to T57)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Encryption, Name, Pdf, Stream

from tests.documents.reports import DAY
from tests.documents.uploads import pdf, with_file
from toolkit.documents.archival import (
    Archive,
    Identity,
    carried_scan,
    described,
    finish,
)
from toolkit.domain.file_types import LARGEST_FILE
from toolkit.paths import EXAMPLE

Change = Callable[[Pdf], object]
Cases = Mapping[str, tuple[bytes, str]]
SCAN = EXAMPLE.read_bytes()
OTHER = SCAN.replace(b"Voorbeeldstad", b"Anderestad")
CUTS = 6
_IDENTITY = Identity("Adviesrapport", "nl", Archive.CARRIES_FILE, DAY)


def working_version(scan: bytes = SCAN) -> bytes:
    """Return a working version of one page that carries this scan file."""
    return finish(pdf(), _IDENTITY, carried_scan(scan, DAY))


@cache
def cases() -> Cases:
    """Return PDFs from which no scan is taken, each with the code of the sentence that says why."""
    made = dict((*_damaged(), *_locked(), *_foreign(), *_files(), *_too_much()))
    return {**made, **{name: (_changed(change), "pdf_altered") for name, change in _altered()}}


def _changed(change: Change, *, encryption: Encryption | None = None) -> bytes:
    """Return a working version as somebody saved it who changed something in it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(working_version())) as opened:
        change(opened)
        opened.save(out, encryption=encryption or False)
    return out.getvalue()


def _damaged() -> Iterator[tuple[str, tuple[bytes, str]]]:
    whole = working_version()
    for cut in range(CUTS):
        yield f"cut off at {cut}", (whole[: 5 + len(whole) * cut // CUTS], "pdf_damaged")
    yield "zeros", (b"%PDF-1.7\n" + bytes(2_000) + b"%%EOF\n", "pdf_damaged")
    yield "a page of the web", (b"%PDF-<script>alert(1)</script>%%EOF", "pdf_damaged")
    yield "an archive behind it", (whole + b"PK\x03\x04" + bytes(2_000), "pdf_damaged")
    holes = whole[:300] + bytes(len(whole) - 400) + whole[-100:]
    yield "a hole in the middle", (holes, "pdf_damaged")


def _locked() -> Iterator[tuple[str, tuple[bytes, str]]]:
    reader = Encryption(user="geheim", owner="baas")
    yield "with a password", (_changed(_nothing, encryption=reader), "pdf_locked")
    printed = Encryption(user="", owner="baas")
    yield "with a password to change it", (_changed(_nothing, encryption=printed), "pdf_locked")


def _foreign() -> Iterator[tuple[str, tuple[bytes, str]]]:
    yield "of another program", (pdf(), "pdf_foreign")
    yield "of another program, with a file", (pdf(with_file), "pdf_foreign")
    yield "saved anew", (_changed(_produced("Microsoft: Print To PDF")), "pdf_foreign")
    yield "without a maker", (_changed(_produced("")), "pdf_foreign")
    script = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    yield "with a script", (pdf(lambda one: setattr(one.Root, "OpenAction", script)), "pdf_foreign")


def _files() -> Iterator[tuple[str, tuple[bytes, str]]]:
    publication = finish(pdf(), Identity("Rapport", "nl", Archive.PAGES_ONLY, DAY))
    yield "a publication", (publication, "pdf_without_scan")
    yield "a file in its list too many", (_changed(with_file), "pdf_more_files")
    yield "a second scan", (_changed(_second), "pdf_more_files")
    yield "a file on its page", (_changed(_on_the_page), "pdf_more_files")
    yield "a loose file", (_changed(_loose), "pdf_more_files")


def _too_much() -> Iterator[tuple[str, tuple[bytes, str]]]:
    yield "too large", (working_version() + b"\n" * LARGEST_FILE, "pdf_large")
    yield "a bomb", (_changed(_bomb), "pdf_too_much")


def _altered() -> Iterator[tuple[str, Change]]:
    """Yield ways to put something else in the place of the scan, or to tie it otherwise."""
    yield "other answers", lambda one: _stream(one).write(OTHER)
    yield "other answers, counted again", _replaced
    yield "other answers by an editor", _attached
    yield "emptied", lambda one: _stream(one).write(b"")
    yield "not tied to the document", lambda one: one.Root.__delitem__("/AF")
    yield "tied to nothing", lambda one: setattr(one.Root, "AF", Array())
    yield "tied to something else", lambda one: setattr(one.Root, "AF", Array([Dictionary()]))
    yield "tied by no list", lambda one: setattr(one.Root, "AF", _holder(one))
    yield "not in the list", lambda one: one.Root.Names.__delitem__("/EmbeddedFiles")
    yield "tied otherwise", lambda one: setattr(_holder(one), "AFRelationship", Name.Alternative)
    yield "under another name", lambda one: setattr(_holder(one), "UF", "../../etc/passwd")
    yield "of another kind", lambda one: setattr(_stream(one), "Subtype", Name("/text/html"))
    yield "packed otherwise", lambda one: setattr(_stream(one), "DecodeParms", Dictionary())
    yield "of another size", lambda one: setattr(_stream(one).Params, "Size", 1)
    yield "without a print", lambda one: _holder(one).__delitem__("/Desc")
    yield "with another print", lambda one: setattr(_holder(one), "Desc", described(OTHER))


def _holder(one: Pdf) -> pikepdf.Object:
    return next(iter(one.attachments.values())).obj


def _file(one: Pdf, data: bytes, name: str = "scan.yaml") -> AttachedFileSpec:
    """Return a file as an editor puts it in a PDF, with a print that fits it."""
    return AttachedFileSpec(
        one,
        data,
        filename=name,
        description=described(data),
        mime_type="application/yaml",
        creation_date="",
        mod_date="",
    )


def _stream(one: Pdf) -> pikepdf.Object:
    return _holder(one).EF.F


def _nothing(_: Pdf) -> None:
    """Change nothing."""


def _produced(by: str) -> Change:
    return lambda one: one.docinfo.__setitem__("/Producer", by)


def _replaced(one: Pdf) -> None:
    other = _file(one, OTHER)
    _holder(one).EF = other.obj.EF


def _attached(one: Pdf) -> None:
    one.attachments["scan.yaml"] = _file(one, OTHER)


def _second(one: Pdf) -> None:
    one.attachments["scan2.yaml"] = _file(one, OTHER)


def _on_the_page(one: Pdf) -> None:
    other = _file(one, b"hoi", "a.exe").obj
    pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=other)
    one.pages[0].obj.Annots = Array([one.make_indirect(pin)])


def _loose(one: Pdf) -> None:
    one.Root.Extra = one.make_indirect(Stream(one, b"hoi", Type=Name.EmbeddedFile))


def _bomb(one: Pdf) -> None:
    """Put a quarter of a gigabyte in the place of the scan, in as many kilobytes."""
    packer = zlib.compressobj(9)
    megabytes = (packer.compress(bytes(2**20)) for _ in range(256))
    _stream(one).write(b"".join((*megabytes, packer.flush())), filter=Name.FlateDecode)

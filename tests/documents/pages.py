"""Pages to print and what can be asked of the file that came of them."""

import io
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pikepdf
from pypdf import PdfReader

from toolkit.documents.archival import Archive, Attachment, Identity
from toolkit.documents.pdf import Rendered, render_pdf

NOON = datetime(2026, 12, 12, 12, 0, tzinfo=UTC)
HERE = Path(__file__).parent
EVERY_PART = (HERE / "every-part.html").read_text("utf-8")
PAPER = (HERE / "every-part.css").read_text("utf-8")
SCAN = b'questionnaire: kinderrechten-mensenhandel\nedition: "2026.1"\nanswers: {}\n'


def an_identity(
    title: str = "Advies voor Voorbeeldstad",
    language: str = "nl",
    archive: Archive = Archive.PAGES_ONLY,
    made_on: date = date(2026, 12, 12),
) -> Identity:
    return Identity(title, language, archive, made_on)


def a_scan_file(data: bytes = SCAN) -> Attachment:
    return Attachment("scan.yaml", data, "application/yaml", "De scan", NOON, NOON)


def a_page(body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang='nl'><title>Blad</title><body><h1>Blad</h1>{body}</body></html>"
    )


def printed(body: str) -> Rendered:
    return render_pdf(a_page(body), an_identity())


@cache
def printed_everything(archive: Archive = Archive.PAGES_ONLY) -> Rendered:
    """Print the page with every part, once in a run: the same page is the same bytes."""
    return printed_afresh(archive)


def printed_afresh(archive: Archive) -> Rendered:
    file = a_scan_file() if archive is Archive.CARRIES_FILE else None
    return render_pdf(EVERY_PART, an_identity(archive=archive), css=(PAPER,), attachment=file)


def opened(rendered: Rendered) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(rendered.pdf))


def text_of(rendered: Rendered) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(rendered.pdf)).pages)


def unpacked(rendered: Rendered) -> bytes:
    """Return the file with every stream readable, as somebody would who searches it."""
    plain = io.BytesIO()
    with opened(rendered) as pdf:
        pdf.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return plain.getvalue()

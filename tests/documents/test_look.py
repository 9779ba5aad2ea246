"""Documents in the look of a municipality: its logo on the front, its colour, nothing fetched."""

from __future__ import annotations

import io
from dataclasses import replace
from hashlib import sha256

import pikepdf
import pytest
from docx import Document

from tests.documents.kinds import facts_of, scan_of
from tests.documents.reports import DAY, a_scan
from tests.documents.uploads import picture
from tests.verapdf.verapdf import failed_rules
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.docx import render_docx
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.report_html import (
    LOGO,
    pictures,
    report_html,
    report_title,
    sheets,
    standalone_html,
)
from toolkit.domain.look import Look, Part
from toolkit.domain.report import Facts, Form, Kind
from toolkit.domain.scan import Adoption
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_scan
from toolkit.services.write_report import make_report

pytestmark = pytest.mark.slow

ACCENT = "#a4343a"
PUBLICATIONS = tuple(kind for kind in Kind if kind is not Kind.FULL)


def a_look(mode: str = "RGBA") -> Look:
    logo = picture("PNG", (600, 150), mode)
    return Look({Part.ACCENT: ACCENT}, logo, sha256(logo).hexdigest())


def dressed(kind: Kind, look: Look | None = None, scan: str = "short round") -> Facts:
    adopted = replace(scan_of(scan), adoption=Adoption(DAY, "2026-118"))
    return facts_of(kind, adopted).dressed(look or a_look())


def identity(said: Facts) -> Identity:
    return Identity(report_title(said, "nl"), "nl", Archive.PAGES_ONLY, DAY)


def pdf_of(said: Facts) -> Rendered:
    html = report_html(said, library(), "nl")
    return render_pdf(html, identity(said), css=sheets(said), pictures=pictures(said))


@pytest.mark.parametrize("kind", PUBLICATIONS)
def test_a_pdf_with_a_logo_keeps_pdfa_and_pdfua(kind: Kind) -> None:
    """The logo is a figure with words; a part that lets light through is allowed."""
    made = pdf_of(dressed(kind))

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", "2a")) == ()
    assert "Logo van Voorbeelddorp" in spoken(made.pdf)


@pytest.mark.parametrize(("form", "level"), [(Form.WORK, "3a"), (Form.PUBLICATION, "2a")])
def test_an_advisory_report_with_a_logo_keeps_pdfa_and_pdfua(form: Form, level: str) -> None:
    """Of the whole example, the working version with the scan inside."""
    scored = replace(score_scan(a_scan(), shipped()), look=a_look())

    made = make_report(scored, library(), Order(Kind.FULL, form, "nl", DAY, form is Form.WORK))

    assert made.warnings == ()
    assert failed_rules(made.pdf, ("ua1", level)) == ()
    assert "Logo van Voorbeeldstad" in spoken(made.pdf)


def spoken(pdf: bytes) -> list[str]:
    """Return what is said instead of each figure."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        objects = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one["/Alt"]) for one in objects if "/Alt" in one]


@pytest.mark.parametrize("kind", [Kind.COUNCIL, Kind.CHILDREN])
def test_two_pages_stay_two_pages_with_a_logo(kind: Kind) -> None:
    """M: also where most is on them."""
    with pikepdf.open(io.BytesIO(pdf_of(dressed(kind, scan="longest")).pdf)) as opened:
        assert len(opened.pages) == 2


def test_the_same_look_gives_the_same_bytes() -> None:
    look = a_look("P")

    assert pdf_of(dressed(Kind.LETTER, look)).pdf == pdf_of(dressed(Kind.LETTER, look)).pdf


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_the_logo_once_on_its_front(kind: Kind) -> None:
    html = report_html(dressed(kind), library(), "nl")

    assert html.count(f'<img src="{LOGO}" alt="Logo van ') == 1
    assert html.index(LOGO) < html.index("<h1")


@pytest.mark.parametrize("kind", Kind)
def test_without_a_look_a_document_is_as_it_was(kind: Kind) -> None:
    said = facts_of(kind, scan_of("short round"))

    assert "<img" not in report_html(said, library(), "nl")
    assert ACCENT not in "".join(sheets(said))
    assert pictures(said) == {}


def test_a_word_document_has_logo_and_colour() -> None:
    """The words beside the logo too, and the same bytes each time."""
    said = dressed(Kind.LETTER)
    html = report_html(said, library(), "nl")

    made = render_docx(html, identity(said), pictures=pictures(said), accent=ACCENT)
    again = render_docx(html, identity(said), pictures=pictures(said), accent=ACCENT)

    shape = Document(io.BytesIO(made)).inline_shapes[0]
    heading = Document(io.BytesIO(made)).styles["heading 1"].font.color.rgb
    assert made == again
    assert shape._inline.docPr.get("descr") == "Logo van Voorbeelddorp"
    assert (shape.width.mm, str(heading)) == (60, ACCENT[1:].upper())


def test_a_page_for_a_website_carries_its_logo() -> None:
    html = standalone_html(dressed(Kind.COUNCIL), library(), "nl")

    assert html.count('src="data:image/png;base64,') == 1
    assert LOGO not in html
    assert ACCENT in html


def test_a_document_gives_only_the_picture_that_was_handed_in() -> None:
    """R6, T60: a name that nobody handed in is an address like any other, and refused."""
    said = dressed(Kind.LETTER)
    html = report_html(said, library(), "nl").replace(LOGO, "krs:other")

    made = render_pdf(html, identity(said), css=sheets(said), pictures=pictures(said))

    assert len(made.warnings) == 1
    assert "PermissionError" in made.warnings[0]


def test_the_colour_says_nothing() -> None:
    """Where it is left out, every word and every sign stands as it stood."""
    said = dressed(Kind.COUNCIL)
    plain = said.dressed(replace(said.look, values={}))

    assert report_html(said, library(), "nl") == report_html(plain, library(), "nl")

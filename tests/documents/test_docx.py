"""What Word gets: real headings, tables, footnotes, and nothing that names a person."""

import io
import re
from datetime import date
from functools import cache

import docx
import pytest
from docx.document import Document
from pypdf import PdfReader

from tests.documents.office import opened_as
from tests.documents.reports import DAY, a_scan, the_html
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.docx import render_docx
from toolkit.documents.fixed_zip import unpacked
from toolkit.domain.report import Form, Kind
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_scan
from toolkit.services.write_report import make_word_report


def a_document(body: str, language: str = "nl") -> bytes:
    html = f"<html><head><title>Niet hier</title></head><body>{body}</body></html>"
    return render_docx(html, Identity("Blad", language, Archive.PAGES_ONLY, date(2026, 12, 12)))


def opened(data: bytes) -> Document:
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str = "word/document.xml") -> str:
    return unpacked(data)[name].decode()


def lines(data: bytes) -> list[tuple[str, str]]:
    return [(one.style.style_id, one.text) for one in opened(data).paragraphs if one.style]


@cache
def the_example() -> bytes:
    order = Order(Kind.FULL, Form.WORK, "nl", DAY)
    return make_word_report(score_scan(a_scan(), shipped()), library(), order)


def test_headings_and_paragraphs_have_their_own_styles() -> None:
    made = a_document("<h1>A</h1><h2>B</h2><h4>C</h4><p class='lead'>D <strong>e</strong>\n f</p>")

    assert lines(made) == [
        ("Title", "A"),
        ("Heading1", "B"),
        ("Heading3", "C"),
        ("Lead", "D e f"),
    ]


def test_every_numbered_list_begins_at_one() -> None:
    made = a_document("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>")

    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', part(made))

    assert numbers == ["2", "2", "3"]
    assert part(made, "word/numbering.xml").count("w:startOverride") == 2


def test_a_second_paragraph_of_an_entry_has_no_sign_of_its_own() -> None:
    made = a_document("<ul><li><p>a</p><p class='by'>b</p></li></ul>")

    assert lines(made) == [("ListBullet", "a"), ("Small", "b")]
    assert part(made).count("<w:numPr>") == 1


def test_a_table_has_a_caption_a_row_of_headings_that_comes_back_and_rows_that_stay_whole() -> None:
    made = a_document(
        "<table><caption>T</caption><thead><tr><th scope='col'>A</th><th>B</th></tr></thead>"
        "<tbody><tr><td><p>1</p><p>2</p></td><td></td></tr><tr><td colspan='2'>3</td></tr></tbody></table>"
    )

    table = opened(made).tables[0]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["A", "B"],
        ["1\n2", ""],
        ["3", "3"],
    ]
    assert part(made).count("<w:tblHeader/>") == 1
    assert part(made).count("<w:cantSplit/>") == 3
    assert '<w:tblCaption w:val="T"/>' in part(made)


def test_a_drawing_becomes_the_table_beside_it_which_says_what_it_showed() -> None:
    made = a_document(
        "<figure><svg aria-label='vier vakken'><title>x</title><text>y</text></svg>"
        "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></figure>"
    )

    assert '<w:tblDescription w:val="vier vakken"/>' in part(made)
    assert "<w:t>y</w:t>" not in part(made)


def test_a_footnote_is_a_footnote_of_word() -> None:
    made = a_document(
        "<p>Tekst&#8288;<span class='footnote'>Steunt op: A &amp; B.</span> verder</p>"
    )

    assert lines(made) == [("Normal", "Tekst verder")]
    assert 'w:footnoteReference w:id="1"' in part(made)
    assert "Steunt op: A &amp; B." in part(made, "word/footnotes.xml")


def test_the_list_of_chapters_is_a_field_with_links_that_lead_somewhere() -> None:
    made = a_document(
        "<nav><h2>Inhoud</h2><ol><li><a href='#een'>Een</a><ol><li><a href='#een-a'>A</a></li></ol>"
        "</li></ol></nav><section class='chapter' id='een'><h2>Een</h2><h3 id='een-a'>A</h3></section>"
    )

    assert [style for style, _ in lines(made)][:3] == ["TOCHeading", "TOC1", "TOC2"]
    assert 'TOC \\o "1-2"' in part(made)
    assert 'w:anchor="_een_a"' in part(made)
    assert 'w:name="_een_a"' in part(made)


def test_a_document_says_its_title_and_language_and_names_nobody() -> None:
    made = a_document("<p>x</p>", "en")

    said = opened(made).core_properties

    assert (said.title, said.language) == ("Blad", "en-GB")
    assert (said.author, said.last_modified_by) == ("", "")
    assert said.created == said.modified
    assert 'w:lang w:val="en-GB"' in part(made, "word/styles.xml")


def test_a_title_longer_than_word_allows_is_cut_off() -> None:
    long = "Collegevoorstel " * 20

    made = render_docx("<body></body>", Identity(long, "nl", Archive.PAGES_ONLY, DAY))

    assert opened(made).core_properties.title == long[:255]


def test_signs_that_word_refuses_become_a_mark() -> None:
    made = a_document("<p>a\x01b\ufffe</p>")

    assert lines(made) == [("Normal", "a\ufffdb\ufffd")]


def test_what_somebody_typed_on_lines_stays_on_lines() -> None:
    made = a_document("<aside class='remark'><p>Eerst\ndan</p></aside>")

    assert lines(made) == [("Remark", "Eerst\ndan")]


def test_lines_stay_where_somebody_typed_them_and_nowhere_else() -> None:
    made = a_document("<p>Wij\nzeiden: <span class='said'>eerst\ndan</span>\nen klaar</p>")

    assert lines(made) == [("Normal", "Wij zeiden: eerst\ndan en klaar")]


@pytest.mark.slow
def test_the_report_in_word_has_every_heading_of_the_report_and_the_same_bytes_again() -> None:
    html = the_html(a_scan())
    headings = [
        re.sub(r"<[^>]+>", "", found).strip()
        for found in re.findall(r"<h[234][^>]*>(.*?)</h[234]>", html)
    ]

    made = [text for style, text in lines(the_example()) if style.startswith(("Heading", "TOCH"))]

    assert len(headings) > 40
    assert len(made) == len(headings)
    assert the_example.__wrapped__() == the_example()


@pytest.mark.slow
def test_libreoffice_opens_the_report_with_its_headers_footers_and_footnotes() -> None:
    pdf = PdfReader(io.BytesIO(opened_as(the_example(), "rapport.docx", "pdf")))

    pages = [page.extract_text() for page in pdf.pages]

    assert "Kinderrechtenscan · Voorbeeldstad" not in pages[0]
    assert "Kinderrechtenscan · Voorbeeldstad" in pages[4]
    assert "werkversie, voor wie meedoet" in pages[4]
    assert re.search(r"^5$", pages[4], re.MULTILINE)
    assert any("Steunt op:" in page for page in pages)

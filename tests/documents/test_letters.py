"""The proposal to the executive and the letter to the council, in Word."""

import io
import re
from functools import cache

import docx
import pytest
from pypdf import PdfReader

from tests.documents.kinds import SCANS, pdf_of
from tests.documents.office import opened_as
from tests.documents.reports import DAY, SHORT_ROUND, a_scan, a_scan_of, the_facts
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.html import stylesheet
from toolkit.documents.report_html import SHEETS, report_html
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.domain.scan import Scan
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_scan
from toolkit.services.write_report import make_word_report

KINDS = (Kind.PROPOSAL, Kind.LETTER)
EMPTY = "answers: {}\n"


def said(scan: Scan, kind: Kind) -> Facts:
    result = score_scan(scan, shipped()).result
    return facts(scan, result, library(), kind=kind, form=Form.PUBLICATION, day=DAY)


def html_of(scan: Scan, kind: Kind, language: str = "nl") -> str:
    return report_html(said(scan, kind), library(), language)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


@cache
def in_word(kind: Kind) -> bytes:
    order = Order(kind, Form.PUBLICATION, "nl", DAY)
    return make_word_report(score_scan(a_scan(), shipped()), library(), order)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scan", [a_scan(), a_scan(SHORT_ROUND), a_scan_of(EMPTY)])
def test_at_most_ten_places_are_left_to_fill_in(kind: Kind, scan: Scan) -> None:
    places = re.findall(r'class="blank">(.*?)<', html_of(scan, kind))

    assert 5 <= len(places) <= 10
    assert all(re.fullmatch(r"\[.+\]", place) for place in places)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_letter_holds_no_percentage_no_number_to_call_and_no_note(
    kind: Kind, language: str
) -> None:
    text = text_of(html_of(a_scan(), kind, language))

    notes = [answer.note for answer in a_scan().answers.values() if answer.note]
    assert "%" not in text
    assert re.search(r"\b0[0-9]{3}|\b0800|\b113\b", text) is None
    assert notes
    assert [note for note in notes if note in text] == []


def test_the_letter_says_the_same_sentence_as_the_report() -> None:
    (sentence,) = re.findall(
        r"Van de \d+ afspraken [^.]*\.", text_of(html_of(a_scan(), Kind.LETTER))
    )

    assert sentence in text_of(report_html(the_facts(a_scan()), library(), "nl"))


def test_the_page_for_who_is_asked_about_it_goes_with_the_proposal_only() -> None:
    """Five questions, each with an answer of two sentences."""
    proposal, letter = (html_of(a_scan(), kind) for kind in KINDS)
    page = proposal.split('id="questions"')[1]

    answers = re.findall(r"</h3>\s*<p>(.*?)</p>", page, re.DOTALL)

    assert len(answers) == 5
    assert [len(re.findall(r"[.?!](?:\s|$)", answer.strip())) for answer in answers] == [2] * 5
    assert "Als u hierover vragen krijgt" not in letter


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_is_marked_in_word(kind: Kind) -> None:
    marked = [
        run.text
        for table in docx.Document(io.BytesIO(in_word(kind))).tables[:1]
        for row in table.rows
        for paragraph in row.cells[1].paragraphs
        for run in paragraph.runs
        if run.style is not None and run.style.style_id == "Blank"
    ]

    assert "[zaaknummer]" in marked
    assert "[portefeuillehouder veiligheid]" in marked


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "most"), [(Kind.PROPOSAL, 5), (Kind.LETTER, 3)])
def test_libreoffice_opens_a_letter_on_few_pages(kind: Kind, most: int) -> None:
    pages = PdfReader(io.BytesIO(opened_as(in_word(kind), "brief.docx", "pdf"))).pages

    assert 2 <= len(pages) <= most
    assert "Voorbeeldstad" in pages[0].extract_text()


@pytest.mark.slow
@pytest.mark.parametrize("name", SCANS)
@pytest.mark.parametrize(("kind", "most"), [(Kind.PROPOSAL, 3), (Kind.LETTER, 2)])
def test_a_letter_is_short_as_pdf_too_and_marks_what_is_still_to_fill_in(
    kind: Kind, most: int, name: str
) -> None:
    """The proposal has a page of its own for who is asked about it."""
    made = pdf_of(kind, name)

    pages = PdfReader(io.BytesIO(made.pdf)).pages

    assert len(pages) <= most
    assert ".blank { background" in "".join(map(stylesheet, SHEETS[kind]))

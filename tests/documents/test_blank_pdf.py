"""A blank questionnaire as a file: how many pages, what stands on which, for whom."""

import io
from functools import cache

import pytest
from pypdf import PdfReader

from tests.documents.blanks import MAIN, a_questionnaire, phrase, the_pdf
from tests.verapdf.verapdf import failed_rules

VOICES = ("youth-voice", "expert-voice")
SKETCHES = [
    (MAIN, "", "nl", 29),
    (MAIN, "", "en", 30),
    (MAIN, "core", "nl", 13),
    ("partner-scan", "", "nl", 3),
    ("partner-scan", "", "en", 3),
    ("youth-voice", "", "nl", 4),
    ("youth-voice", "", "en", 4),
    ("expert-voice", "", "nl", 4),
]

pytestmark = pytest.mark.slow


@cache
def pages(name: str, selection: str = "", language: str = "nl") -> tuple[str, ...]:
    """Return the text of each page, its white space made plain."""
    reader = PdfReader(io.BytesIO(the_pdf(name, selection, language).pdf))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


def questions(page: str, name: str) -> int:
    """Count the questions of a questionnaire that stand on a page."""
    return sum(item.question.within("nl") in page for item in a_questionnaire(name).all_items())


@pytest.mark.parametrize(("name", "selection", "language", "most"), SKETCHES)
def test_a_form_takes_no_more_pages_than_people_will_carry(
    name: str, selection: str, language: str, most: int
) -> None:
    assert 1 < len(pages(name, selection, language)) <= most


@pytest.mark.parametrize("name", [MAIN, "partner-scan", *VOICES])
def test_the_renderer_has_nothing_to_complain_of(name: str) -> None:
    assert the_pdf(name).warnings == ()


@pytest.mark.parametrize("name", [MAIN, "youth-voice", "expert-voice", "partner-scan"])
def test_a_form_keeps_pdfa_2a_and_pdfua(name: str) -> None:
    assert failed_rules(the_pdf(name).pdf, ("ua1", "2a")) == ()


def test_no_page_of_the_partners_holds_a_single_question() -> None:
    counts = [questions(page, "partner-scan") for page in pages("partner-scan")]

    assert sum(counts) == 14
    assert min(counts) > 1


@pytest.mark.parametrize("name", VOICES)
def test_the_supervisor_has_a_sheet_of_paper_to_keep(name: str) -> None:
    first, back, *sheet = pages(name)

    assert first.startswith("Blad voor de begeleider")
    assert a_questionnaire(name).safeguards[-1].text.within("nl") in first
    assert back == ""
    assert "begeleider zegt vooraf" not in " ".join(sheet)
    assert "Bevestig dit eerst" not in " ".join(sheet)


@pytest.mark.parametrize("name", VOICES)
def test_the_sheet_of_those_who_speak_starts_with_its_own_title(name: str) -> None:
    sheet = pages(name)[2:]
    title = a_questionnaire(name).title.within("nl")

    assert sheet[0].count(title) == 2
    assert sum(questions(page, name) for page in sheet) == len([*a_questionnaire(name).all_items()])


def test_the_young_read_nothing_of_victims() -> None:
    sheet = " ".join(pages("youth-voice")[2:]).lower()

    assert "jij en de gemeente" in sheet
    assert "slachtoffer" not in sheet
    assert "uitbuiting" not in sheet


@pytest.mark.parametrize("name", VOICES)
def test_help_stands_once_on_every_page_of_those_who_speak(name: str) -> None:
    sheet = pages(name)[2:]

    assert len(sheet) == 2
    assert [page.count(phrase(name, "help")) for page in sheet] == [1, 1]

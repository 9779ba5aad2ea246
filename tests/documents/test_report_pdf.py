"""The advisory report as a file: what its pages say, what it is called, what it carries."""

import io
from functools import cache

import pikepdf
import pytest
from pypdf import PdfReader

from tests.documents.kinds import scan_of
from tests.documents.reports import SHORT_ROUND, a_scan, a_scan_of, the_example, the_pdf
from tests.verapdf.verapdf import failed_rules
from toolkit.catalogue.shipped import shipped
from toolkit.documents import scanfile
from toolkit.documents.pdf import Rendered
from toolkit.domain.report import Form

CHAPTERS = (
    "Zo leest u dit rapport",
    "Samenvatting op één bladzijde",
    "De minimumlijn",
    "Wat niemand weet, en bij wie u het navraagt",
    "Antwoorden die niet bij elkaar passen",
    "Thema voor thema",
    "Actieplan",
    "Wat hier niet geldt",
    "Waar wij het anders zien",
    "Bewijsstukken",
    "Hoe de cijfers tot stand komen",
    "De kinderrechten achter de vragen",
    "Bronnen, en hoe zeker die zijn",
    "Tot slot",
    "Bijlage: alle andere adviezen",
)

pytestmark = pytest.mark.slow


@cache
def pages_of(rendered: Rendered) -> tuple[str, ...]:
    """Return the text of each page, its white space made plain."""
    reader = PdfReader(io.BytesIO(rendered.pdf))
    return tuple(" ".join((page.extract_text() or "").split()) for page in reader.pages)


def bookmarks_of(rendered: Rendered) -> list[str]:
    outline = PdfReader(io.BytesIO(rendered.pdf)).outline
    return [str(entry["/Title"]) for entry in outline if not isinstance(entry, list)]


def test_the_chapters_stand_in_their_order() -> None:
    titles = bookmarks_of(the_example())

    assert [title for title in titles if title in CHAPTERS] == list(CHAPTERS)


def test_the_renderer_has_nothing_to_complain_of() -> None:
    assert the_example().warnings == ()
    assert the_example(Form.PUBLICATION, "en").warnings == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_working_version_with_its_scan_keeps_pdfa_3a_and_pdfua(language: str) -> None:
    assert failed_rules(the_example(Form.WORK, language).pdf, ("ua1", "3a")) == ()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_publication_keeps_pdfa_2a_and_pdfua(language: str) -> None:
    assert failed_rules(the_example(Form.PUBLICATION, language).pdf, ("ua1", "2a")) == ()


def test_the_file_says_what_it_is_and_in_which_language() -> None:
    with pikepdf.open(io.BytesIO(the_example().pdf)) as pdf:
        title, language = str(pdf.docinfo["/Title"]), str(pdf.Root.Lang)

    assert title == "Adviesrapport: Kinderrechten in gemeentelijk mensenhandelbeleid, Voorbeeldstad"
    assert language == "nl"


def test_every_page_after_the_cover_says_edition_status_date_and_form() -> None:
    line = "Editie 2026.1 · 18 december 2026 · ambtelijk vastgesteld · werkversie"

    assert [number for number, page in enumerate(pages_of(the_example())) if line not in page] == []


def test_no_page_is_empty() -> None:
    assert [number for number, page in enumerate(pages_of(the_example())) if len(page) < 250] == []


@pytest.mark.parametrize("name", ["short round", "empty", "all unknown"])
def test_no_page_holds_a_line_alone(name: str) -> None:
    """Above the foot of a page, which has some thirty words, stands more than one sentence."""
    words = [len(page.split()) for page in pages_of(the_pdf(scan_of(name)))]

    assert min(words) > 60


def test_no_page_of_the_example_holds_a_line_alone() -> None:
    words = [len(page.split()) for page in pages_of(the_example())]

    assert min(words) > 60


def test_the_summary_is_one_page() -> None:
    titles = ("Samenvatting op één bladzijde", "Zes prioriteiten", "Wat uren tot dagen kost")

    places = [
        number
        for number, page in enumerate(pages_of(the_example()))
        if page.count("Zes prioriteiten") and all(title in page for title in titles)
    ]
    following = pages_of(the_example())[places[0] + 1]

    assert len(places) == 1
    assert following.startswith("De minimumlijn")


def test_a_working_version_carries_the_scan_it_was_made_of() -> None:
    with pikepdf.open(io.BytesIO(the_example().pdf)) as pdf:
        carried = pdf.attachments["scan.yaml"].get_file().read_bytes().decode()

    assert scanfile.read(carried, shipped()) == a_scan()


def test_a_publication_carries_nothing() -> None:
    with pikepdf.open(io.BytesIO(the_example(Form.PUBLICATION).pdf)) as pdf:
        assert list(pdf.attachments) == []


def test_a_report_without_being_asked_carries_nothing() -> None:
    with pikepdf.open(io.BytesIO(the_pdf(a_scan(SHORT_ROUND)).pdf)) as pdf:
        assert list(pdf.attachments) == []


def test_a_short_round_says_so_on_every_page() -> None:
    line = "Korte ronde: 23 van de 45 vragen van de minimumlijn."
    pages = pages_of(the_pdf(a_scan(SHORT_ROUND)))

    assert len(pages) > 10
    assert [number for number, page in enumerate(pages) if line not in page] == []


def test_a_draft_says_on_every_page_that_it_is_provisional_and_how_much_is_open() -> None:
    pages = pages_of(the_pdf(a_scan_of("answers: {}\n")))

    assert [page for page in pages if "Voorlopig: 73 vragen staan nog open" not in page] == []


def test_a_page_never_says_more_than_the_municipality_may_say() -> None:
    said = " ".join(pages_of(the_example()) + pages_of(the_example(Form.PUBLICATION)))

    assert "eigen inschatting" in said
    assert "voldoet aan het Verdrag" not in said
    assert "wettelijke eisen" not in said

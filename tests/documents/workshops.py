"""Papers of workshops to look into: of the example, and of a name only."""

import io
from functools import cache

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pypdf import PdfReader

from tests.documents.reports import DAY, a_scan
from toolkit.catalogue import library, shipped
from toolkit.documents.html import stylesheet
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.workshop_html import SHEETS, paper_html
from toolkit.documents.workshop_pack import PAPERS, Paper, Workshop
from toolkit.domain.scan import Scan
from toolkit.domain.workshop_proposal import Whose, Wishes
from toolkit.services.prepare_workshop import Subject, prepare, subject_of_scan
from toolkit.services.score_scan import score_scan
from toolkit.services.write_workshop import paper_identity, slides

AGREED = Wishes(agreed=True)
MAIN = "kinderrechten-mensenhandel"


def a_workshop(scan: Scan | None = None, wishes: Wishes = AGREED) -> Workshop:
    """Return a workshop for a scan, the example where none is given."""
    scored = score_scan(scan or a_scan(), shipped())
    subject = subject_of_scan(scored, library(), "deze gemeente", DAY)
    return prepare(subject, shipped(), library(), wishes, DAY)


def of_a_name(name: str = "Onbekendeveen", wishes: Wishes = AGREED) -> Workshop:
    """Return a workshop for a municipality of which only the name is known."""
    subject = Subject(Whose(name), shipped().newest(MAIN))
    return prepare(subject, shipped(), library(), wishes, DAY)


def the_paper(name: str) -> Paper:
    """Return a paper by the name of its template."""
    return next(paper for paper in PAPERS if paper.name == name)


def the_html(name: str, workshop: Workshop, language: str = "nl") -> str:
    """Return a paper as HTML."""
    return paper_html(the_paper(name), workshop, language)


def rendered(paper: Paper, workshop: Workshop, language: str = "nl") -> Rendered:
    """Return a paper as PDF, with what the renderer had to say."""
    sheets = tuple(map(stylesheet, SHEETS[paper.sheet]))
    identity = paper_identity(paper, workshop, language)
    return render_pdf(paper_html(paper, workshop, language), identity, css=sheets)


@cache
def of_the_example(name: str, language: str = "nl") -> Rendered:
    """Return a paper of the example as PDF, made once a test run."""
    return rendered(the_paper(name), a_workshop(), language)


def pages(pdf: bytes) -> tuple[str, ...]:
    """Return the text of each page, its white space made plain."""
    reader = PdfReader(io.BytesIO(pdf))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


@cache
def the_slides(language: str = "nl") -> bytes:
    """Return the slides of the example."""
    return slides(a_workshop(), language)


def the_deck(data: bytes) -> Deck:
    """Return slides, opened."""
    return Presentation(io.BytesIO(data))

"""Makes a questionnaire to fill in on paper and puts it on disk."""

from datetime import date
from pathlib import Path

from toolkit.documents.archival import Archive, Identity
from toolkit.documents.blank_html import Blank, blank_html, blank_title
from toolkit.documents.html import stylesheet
from toolkit.documents.output import write_whole
from toolkit.documents.pdf import Rendered, render_pdf


def make_blank(blank: Blank, language: str, day: date) -> Rendered:
    """Return the blank questionnaire as PDF.

    Raises `UnknownLanguage`, `PangoMissing` and `RenderFailed`.
    """
    identity = Identity(blank_title(blank, language), language, Archive.PAGES_ONLY, day)
    sheets = (stylesheet("report"), stylesheet("form"))
    return render_pdf(blank_html(blank, language, day), identity, css=sheets)


def write_blank(blank: Blank, language: str, day: date, target: Path) -> None:
    """Write the blank questionnaire; besides what `make_blank` raises, `CannotWrite`."""
    write_whole(target, make_blank(blank, language, day).pdf)

"""The report of the example, as the program makes it and as HTML alone."""

import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from benchmarks.plain_weasyprint import Page
from toolkit.catalogue.library_files import library
from toolkit.catalogue.shipped import shipped
from toolkit.documents.archival import Archive, Identity
from toolkit.documents.html import stylesheet
from toolkit.documents.pdf import render_pdf
from toolkit.documents.report_html import report_html
from toolkit.domain.report import Form, Kind, facts
from toolkit.paths import EXAMPLE
from toolkit.services.say_report import Order
from toolkit.services.score_scan import score_file
from toolkit.services.write_report import write_report

DAY = date(2026, 11, 21)
LANGUAGE = "nl"
ORDER = Order(Kind.FULL, Form.WORK, LANGUAGE, DAY, embed=True)
IDENTITY = Identity("Adviesrapport", LANGUAGE, Archive.CARRIES_FILE, DAY)
HERE = Path(__file__).parent


def tuned() -> Page:
    """Return the report with the style sheets of the program."""
    return Page(_html(), stylesheet("report"), stylesheet("paper-base"))


def naive() -> Page:
    """Return the same HTML with the style sheet one would write first."""
    return Page(_html(), (HERE / "naive.css").read_text("utf-8"), stylesheet("paper-base"))


def rendered(page: Page) -> bytes:
    """Return the PDF that the program makes of it, in a warm process."""
    return render_pdf(page.html, IDENTITY, css=(page.css,)).pdf


def whole_job() -> bytes:
    """Return the PDF after everything: reading the scan, scoring, pages, writing to disk."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "report.pdf"
        write_report(score_file(EXAMPLE, shipped()), library(), ORDER, target)
        return target.read_bytes()


@cache
def _html() -> str:
    scored = score_file(EXAMPLE, shipped())
    said = facts(
        scored.scan,
        scored.result,
        library(),
        kind=ORDER.kind,
        form=ORDER.form,
        day=ORDER.day,
        carries_scan=ORDER.embed,
    )
    return report_html(said, library(), LANGUAGE)

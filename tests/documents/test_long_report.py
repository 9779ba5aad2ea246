"""A report of 120 pages and more is made within the limits, is valid, and stays small in memory."""

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from benchmarks.memory import Watch
from tests.documents.kinds import LONG, scan_of
from tests.documents.reports import a_scan, the_pdf
from tests.verapdf.verapdf import failed_rules
from toolkit.documents.pdf import warm_up
from toolkit.domain.scan import Scan

MOST_FOR_A_REPORT, MOST_FOR_A_LONG_ONE = 250, 300
"""Megabytes at the highest, of the process that makes it, shared pages included."""
NOTE = LONG * 6

pytestmark = pytest.mark.slow


def of_120_pages() -> Scan:
    """Return a scan with little in order, 36 actions, and a long note at each answer."""
    scan = scan_of("longest")
    answers = {item: replace(answer, note=NOTE) for item, answer in scan.answers.items()}
    return replace(scan, answers=answers)


def test_120_pages_keep_pdfa_and_pdfua_within_the_limits_of_memory_and_time() -> None:
    scan = of_120_pages()
    warm_up()

    with Watch() as watch:
        rendered = the_pdf(scan, embed=True)

    pages = len(PdfReader(io.BytesIO(rendered.pdf)).pages)
    assert (pages >= 120, rendered.warnings) == (True, ())
    assert failed_rules(rendered.pdf, ("ua1", "3a")) == ()
    assert watch.peak.largest < MOST_FOR_A_LONG_ONE


def test_a_full_report_takes_less_than_a_quarter_of_a_gigabyte() -> None:
    scan = a_scan()
    warm_up()

    with Watch() as watch:
        the_pdf(scan, embed=True)

    assert 0 < watch.peak.largest < MOST_FOR_A_REPORT

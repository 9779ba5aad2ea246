"""Makes the report of a scan and puts it on disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from toolkit.documents import scanfile
from toolkit.documents.archival import Archive, Attachment, Identity, carried_scan
from toolkit.documents.docx import render_docx
from toolkit.documents.output import write_whole
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.report_html import (
    pictures,
    report_html,
    report_title,
    sheets,
    standalone_html,
)
from toolkit.domain.comparison import compare
from toolkit.domain.library import Library
from toolkit.domain.report import Facts, Form
from toolkit.services.say_report import Order, said
from toolkit.services.score_scan import Scored

ARCHIVES = {Form.WORK: Archive.CARRIES_FILE, Form.PUBLICATION: Archive.PAGES_ONLY}


Make = Callable[[Scored, Library, Order], Rendered]
"""Lays one document out as PDF."""


def make_report(scored: Scored, library: Library, order: Order) -> Rendered:
    """Return the report as PDF, with what the renderer had to say.

    Raises `UnknownLanguage`, `PangoMissing`, `RenderFailed`, and `ValueError` when a publication
    is asked to carry the scan.
    """
    told = said(scored, library, order)
    return render_pdf(
        report_html(told, library, order.language),
        _identity(told, order),
        css=sheets(told),
        pictures=pictures(told),
        attachment=_scan_file(scored, order.day) if order.embed else None,
    )


def make_word_report(scored: Scored, library: Library, order: Order) -> bytes:
    """Return the same report as a Word document; it never carries the scan.

    Raises `UnknownLanguage`, and `ValueError` when it is asked to carry the scan.
    """
    if order.embed:
        raise ValueError("a Word document carries no scan")
    told = said(scored, library, order)
    html = report_html(told, library, order.language)
    css, accent = "\n".join(sheets(told)), told.look.accent
    identity = _identity(told, order)
    return render_docx(html, identity, css=css, pictures=pictures(told), accent=accent)


def make_page(scored: Scored, library: Library, order: Order) -> bytes:
    """Return the same document as one page for a website; raise `UnknownLanguage`."""
    told = said(scored, library, order)
    return standalone_html(told, library, order.language).encode()


def in_format(ending: str, scored: Scored, library: Library, order: Order, make: Make) -> bytes:
    """Return a document as a file with this ending; ``make`` lays out a PDF.

    Raises what `make_report` and `make_word_report` raise.
    """
    if ending == "docx":
        return make_word_report(scored, library, order)
    if ending == "html":
        return make_page(scored, library, order)
    return make(scored, library, order).pdf


def write_report(scored: Scored, library: Library, order: Order, target: Path) -> None:
    """Write the report to ``target``: as its name ends, for Word, as a page for a website, or PDF.

    Besides what making it raises, `CannotWrite`.
    """
    if is_page(target):
        write_whole(target, make_page(scored, library, order))
    elif is_word(target):
        write_whole(target, make_word_report(scored, library, order))
    else:
        write_whole(target, make_report(scored, library, order).pdf)


def is_word(target: Path) -> bool:
    """Return whether a file with this name is for Word."""
    return target.suffix.lower() == ".docx"


def is_page(target: Path) -> bool:
    """Return whether a file with this name is a page for a website."""
    return target.suffix.lower() == ".html"


def since(scored: Scored, before: Scored, dated: date | None) -> Scored:
    """Return a scan with what changed since an earlier one; raise `ValueError` for another list."""
    if scored.questionnaire.id != before.questionnaire.id:
        raise ValueError("two scans of different questionnaires do not compare")
    found = compare(before.result, scored.result, dated=dated)
    return replace(scored, life=replace(scored.life, comparison=found))


def _identity(told: Facts, order: Order) -> Identity:
    title = report_title(told, order.language)
    return Identity(title, order.language, ARCHIVES[order.form], order.day)


def _scan_file(scored: Scored, day: date) -> Attachment:
    return carried_scan(scanfile.write(scored.scan, scored.questionnaire).encode(), day)

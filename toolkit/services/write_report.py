"""Makes the report of a scan and puts it on disk."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from toolkit.documents import scanfile
from toolkit.documents.archival import Archive, Attachment, Identity, moment
from toolkit.documents.docx import render_docx
from toolkit.documents.html import stylesheet
from toolkit.documents.output import write_whole
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.report_html import SHEETS, report_html, report_title, standalone_html
from toolkit.domain.comparison import compare
from toolkit.domain.library import Library
from toolkit.domain.report import Facts, Form, Kind, facts
from toolkit.services.score_scan import Scored

ARCHIVES = {Form.WORK: Archive.CARRIES_FILE, Form.PUBLICATION: Archive.PAGES_ONLY}


@dataclass(frozen=True, slots=True)
class Order:
    """Which document is asked for; ``embed`` puts the scan file inside a working form."""

    kind: Kind
    form: Form
    language: str
    day: date
    embed: bool = False


def make_report(scored: Scored, library: Library, order: Order) -> Rendered:
    """Return the report as PDF, with what the renderer had to say.

    Raises `UnknownLanguage`, `PangoMissing`, `RenderFailed`, and `ValueError` when a publication
    is asked to carry the scan.
    """
    said = _said(scored, library, order)
    return render_pdf(
        report_html(said, library, order.language),
        _identity(said, order),
        css=tuple(map(stylesheet, SHEETS[order.kind])),
        attachment=_scan_file(scored, order.day) if order.embed else None,
    )


def make_word_report(scored: Scored, library: Library, order: Order) -> bytes:
    """Return the same report as a Word document; it never carries the scan.

    Raises `UnknownLanguage`, and `ValueError` when it is asked to carry the scan.
    """
    if order.embed:
        raise ValueError("a Word document carries no scan")
    said = _said(scored, library, order)
    html = report_html(said, library, order.language)
    sheets = "\n".join(map(stylesheet, SHEETS[order.kind]))
    return render_docx(html, _identity(said, order), css=sheets)


def write_report(scored: Scored, library: Library, order: Order, target: Path) -> None:
    """Write the report to ``target``: as its name ends, for Word, as a page for a website, or PDF.

    Besides what making it raises, `CannotWrite`.
    """
    if is_page(target):
        page = standalone_html(_said(scored, library, order), library, order.language)
        write_whole(target, page.encode())
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


def _said(scored: Scored, library: Library, order: Order) -> Facts:
    return facts(
        scored.scan,
        scored.result,
        library,
        kind=order.kind,
        form=order.form,
        day=order.day,
        carries_scan=order.embed,
    ).within(scored.life)


def _identity(said: Facts, order: Order) -> Identity:
    title = report_title(said, order.language)
    return Identity(title, order.language, ARCHIVES[order.form], order.day)


def _scan_file(scored: Scored, day: date) -> Attachment:
    return Attachment(
        name="scan.yaml",
        data=scanfile.write(scored.scan, scored.questionnaire).encode(),
        media_type="application/yaml",
        description="Scan file",
        created=moment(day),
        modified=moment(day),
    )

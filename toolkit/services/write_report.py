"""Makes the report of a scan and puts it on disk."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from toolkit.documents import scanfile
from toolkit.documents.archival import Archive, Attachment, Identity, moment
from toolkit.documents.docx import render_docx
from toolkit.documents.html import stylesheet
from toolkit.documents.output import write_whole
from toolkit.documents.pdf import Rendered, render_pdf
from toolkit.documents.report_html import report_html, report_title
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
        css=(stylesheet("report"),),
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
    return render_docx(html, _identity(said, order), css=stylesheet("report"))


def write_report(scored: Scored, library: Library, order: Order, target: Path) -> None:
    """Write the report to ``target``: for Word when its name ends in .docx, else as PDF.

    Besides what making it raises, `CannotWrite`.
    """
    if is_word(target):
        write_whole(target, make_word_report(scored, library, order))
    else:
        write_whole(target, make_report(scored, library, order).pdf)


def is_word(target: Path) -> bool:
    """Return whether a file with this name is for Word."""
    return target.suffix.lower() == ".docx"


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

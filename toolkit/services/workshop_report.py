"""Makes the report of what came of a workshop, as PDF or for Word."""

from __future__ import annotations

from toolkit.documents.archival import Archive, Identity
from toolkit.documents.docx import render_docx
from toolkit.documents.outcome_html import outcome_html, outcome_sheets, outcome_title
from toolkit.documents.pdf import render_pdf
from toolkit.services.open_workshop import Held
from toolkit.services.workshop_outcome import Outcome
from toolkit.storage.documents import What


def outcome_file(held: Held, what: What) -> bytes:
    """Return the report of a workshop, as PDF or for Word.

    Words of the second round stand in it once the supporting organisation has seen them. Raises
    `UnknownLanguage`, `PangoMissing` and `RenderFailed`.
    """
    brought = Outcome(held).brought(what.day)
    html = outcome_html(brought, held.questionnaire, what.language)
    title = outcome_title(brought, what.language)
    identity = Identity(title, what.language, Archive.PAGES_ONLY, what.day)
    sheets = outcome_sheets()
    if what.format == "docx":
        return render_docx(html, identity, css="\n".join(sheets))
    return render_pdf(html, identity, css=sheets).pdf

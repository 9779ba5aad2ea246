"""The documents of a scan: reading one on the screen, having it made, taking it along."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.documents.blank_words import LABEL
from toolkit.documents.report_html import report_context
from toolkit.domain.report import Barred, Form, Kind
from toolkit.services import show_documents
from toolkit.services.name_file import file_name
from toolkit.services.order_document import (
    CannotBecome,
    QueueFull,
    WantedDocument,
    order_document,
)
from toolkit.services.relatives import relatives
from toolkit.services.show_documents import OFFERED
from toolkit.storage.documents import DOSSIER, Document, Stage, What
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.home import title_of
from toolkit.web.views.scan import around
from toolkit.wording import N_, languages

REASONS: Mapping[str, str] = {
    "too_long": N_(
        "Laying it out took too long. Probably a note is very long: shorten it, then make the "
        "document again."
    ),
    "too_large": N_(
        "The document became too large. Shorten the longest notes, then make the document again."
    ),
    "out_of_memory": N_(
        "The computer that makes it had too little memory. Try again in a few minutes."
    ),
    "host_refused": N_(
        "The computer that makes it had no room at that moment. Try again in a few minutes."
    ),
    "unavailable": N_(
        "The computer that makes it lacks what PDF needs. Ask whoever manages the program to run "
        "the command doctor."
    ),
    "changed": N_("The scan changed while the document was waiting. Make it again."),
    "not_as_kept": N_(
        "The figures are not those that the final scan keeps. Ask whoever manages the program to "
        "run the command verify."
    ),
    "gone": N_("The program stopped while it was being made. Make it again."),
}
BARRED: Mapping[Barred, str] = {
    Barred.NO_LINE: N_("Cannot be made: this questionnaire has no minimum line."),
    Barred.NO_ROUND: N_("Can be made once there is a round before this one."),
    Barred.NOTHING_DECIDED: N_(
        "Can be made once an action has been decided, with an owner and a date."
    ),
    Barred.NOT_ADOPTED: N_("Can be made once the municipal executive has adopted the scan."),
}
TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "zip": "application/zip",
}
BROKEN = N_(
    "The program made a mistake. Nothing of your scan is lost. Try once more, and otherwise tell "
    "whoever manages the program."
)


def index(scan_id: str) -> ResponseReturnValue:
    """Show which documents there are, and how far each is."""
    shelf, library = parts().shelf, parts().library
    found = show_documents.desk(
        visit.actor(), visit.reading(), shelf, library, scan_id, at=visit.now()
    )
    known = relatives(visit.actor(), visit.reading(), found.scan.assessment)
    return page(
        "documents",
        desk=found,
        relatives=known,
        reason=_reason,
        barred=_barred,
        label=lambda name: visit.words()(LABEL[name]),
        today=today(),
        languages=(visit.language(), *(one for one in languages() if one != visit.language())),
        **around(found.scan),
    )


def order(scan_id: str) -> ResponseReturnValue:
    """Have a document made."""
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    wanted = _wanted(request.form)
    try:
        with visit.writing() as connection:
            name = order_document(
                actor, connection, shelf, library, scan_id, wanted, at=visit.now()
            )
    except CannotBecome as problem:
        say(_barred(problem.reason), "warning")
        return redirect(url_for(".index", scan_id=scan_id), 303)
    except QueueFull:
        words = visit.words()
        say(words("Too many documents are waiting. Wait until some are ready."), "warning")
        return redirect(url_for(".index", scan_id=scan_id), 303)
    parts().wake.set()
    return redirect(url_for(".show", document_id=name), 303)


def read(scan_id: str) -> ResponseReturnValue:
    """Show the report on the screen, in the form that is asked for."""
    shelf, library = parts().shelf, parts().library
    form = Form.PUBLICATION if request.args.get("form") == Form.PUBLICATION else Form.WORK
    wanted = WantedDocument(form, visit.language())
    found = show_documents.preview(
        visit.actor(), visit.reading(), shelf, library, scan_id, wanted, at=visit.now()
    )
    said = report_context(found.facts, found.library, visit.words())
    return page("report", **said, **around(found.scan))


def show(document_id: str) -> ResponseReturnValue:
    """Show how far a document is."""
    known = visit.actor(), visit.reading(), parts().shelf, parts().library
    found, scan = show_documents.document(*known, document_id)
    what = found.what
    return page(
        "document",
        document=found,
        wanted=_asked_for(what),
        scan_title=title_of(scan),
        reason=_reason,
        municipality=scan.municipality_name,
        fictional=scan.fictional,
    )


def take(document_id: str) -> ResponseReturnValue:
    """Give the file."""
    known = visit.actor(), visit.reading(), parts().shelf, parts().library
    found, scan = show_documents.document(*known, document_id)
    content = show_documents.content(*known, document_id)
    answer = Response(content, content_type=TYPES[found.what.format])
    name = file_name(found.what, scan.municipality_name)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def _wanted(form: Mapping[str, str]) -> WantedDocument:
    """Return what the form asks for, if it is one of what is offered."""
    kind, embed = form.get("kind", Kind.FULL.value), form.get("embed") == "yes"
    asked = (kind, form.get("form"), form.get("language"), embed, form.get("format", "pdf"))
    for wanted in OFFERED:
        told = (wanted.kind.value, wanted.form.value, wanted.language, wanted.embed)
        if asked == (*told, wanted.format):
            return wanted
    raise BadRequest


def _asked_for(what: What) -> WantedDocument | None:
    """Return how a document is asked for again; a dossier is asked for on a page of its own."""
    if what.kind == DOSSIER:
        return None
    return WantedDocument(Form(what.form), what.language, what.embed, Kind(what.kind), what.format)


def _barred(reason: Barred) -> str:
    return visit.words()(BARRED[reason])


def _reason(document: Document) -> str:
    failed = document.stage is Stage.FAILED
    return visit.words()(REASONS.get(document.reason, BROKEN)) if failed else ""

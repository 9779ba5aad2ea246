"""Scan files: reading one in as a new scan, taking one along."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.pdf_scan import read_any
from toolkit.domain.access import Action, require
from toolkit.domain.problems import Refused
from toolkit.services.explain import explained
from toolkit.services.export_scan import export_scan, note_taken_along
from toolkit.services.import_scan import import_scan
from toolkit.services.own_place import own_place
from toolkit.web import visit
from toolkit.web.pages import say
from toolkit.web.parts import parts
from toolkit.web.views.home import more_page

MOST_LINES = 20


def read_in() -> ResponseReturnValue:
    """Take a scan file, or the one inside a report, in as a new scan; say what is wrong with it."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    place = own_place(actor, visit.reading(), Action.IMPORT)
    require(actor, Action.IMPORT, place)
    visit.close()
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    if not content:
        return more_page((words("Choose a scan file first."),), 422)
    try:
        scan = read_any(content, shelf, name=_name(sent.filename if sent else ""))
    except Refused as refused:
        return more_page(tuple(explained(refused.problems, words, MOST_LINES)), 422)
    with visit.writing() as connection:
        scan_id = import_scan(actor, connection, shelf, place, scan, at=visit.now())
    if scan.state == "final" or scan.adopted_by or scan.adoption is not None:
        say(
            words(
                "Read in from a file. Its status and who adopted it did not come along: it is a draft again."
            ),
            "info",
        )
    return redirect(url_for("scan.show", scan_id=scan_id), 303)


def take_along(scan_id: str) -> ResponseReturnValue:
    """Hand out the scan as a file; a form, as it is written down that somebody took it."""
    actor, shelf = visit.actor(), parts().shelf
    made = export_scan(actor, visit.reading(), shelf, scan_id)
    with visit.writing() as connection:
        note_taken_along(actor, connection, scan_id, by=actor.account, at=visit.now())
    headers = {
        "Content-Type": "application/yaml; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{made.name}"',
    }
    return made.text, 200, headers


def _name(given: str | None) -> str:
    """Return the name of a file as its sender knows it, without a folder."""
    return (given or "").replace("\\", "/").rpartition("/")[2][:120]

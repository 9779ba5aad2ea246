"""Answers that go to Excel and come back: first what would change, then the step itself."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.answer_sheets_in import NOT_READ, said
from toolkit.documents.xlsx_in import NotAWorkbook, read_workbook
from toolkit.domain.access import Action, require
from toolkit.services.export_scan import note_taken_along
from toolkit.services.fill_in_sheets import before_looking, look_through
from toolkit.services.make_table import Layout, What, make_table
from toolkit.services.open_scan import Opened
from toolkit.services.save_answers import save_answers
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.sheet_changes import (
    LARGEST_SEALED,
    Change,
    changes_between,
    changes_of,
    chosen,
    sealed,
)
from toolkit.web.tables import handed_out
from toolkit.web.views.scan import around, opened
from toolkit.wording import N_, languages, wording

MOST_FAULTS = 50
NAMES = {
    What.ANSWERS: N_("Answers"),
    What.FIND_OUT: N_("Find out"),
    What.SCORES: N_("Scores"),
}
"""The tables that are handed out here, each with what its file is called."""
TOO_MUCH = NOT_READ["too_much_inside"]
NO_FILE = N_("Choose a workbook first.")
OLD = N_(
    "This page was not of this scan, or too old. Nothing was changed; choose the workbook again."
)


def show(scan_id: str) -> ResponseReturnValue:
    """Show how answers go to Excel, and how they come back."""
    return _page(scan_id)


def take_along(scan_id: str) -> ResponseReturnValue:
    """Hand out a table; a form, as it is written down that somebody took it."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    wanted, ending = request.form.get("what"), request.form.get("as")
    what = next((one for one in NAMES if one == wanted), What.ANSWERS)
    layout = Layout.CSV if ending == Layout.CSV else Layout.XLSX
    content, asked = (shelf, parts().library), (what, layout)
    data = make_table(actor, visit.reading(), content, scan_id, asked, words, day=today())
    with visit.writing() as connection:
        note_taken_along(actor, connection, scan_id, by=actor.account, at=visit.now())
    return handed_out(data, words(NAMES[what]), layout)


def look(scan_id: str) -> ResponseReturnValue:
    """Show what a workbook would change; nothing changes, and nothing of it is kept here."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    before_looking(actor, visit.reading(), shelf, scan_id)
    visit.close()
    sent = request.files.get("file")
    content = sent.read() if sent is not None else b""
    if not content:
        return _page(scan_id, words(NO_FILE), 422)
    try:
        sheets = read_workbook(content)
    except NotAWorkbook as refused:
        return _page(scan_id, words(NOT_READ[refused.reason]), 422)
    offered = (words, *map(wording, languages()))
    looked = look_through(actor, visit.reading(), shelf, scan_id, sheets, offered)
    faults = tuple(said(one, words) for one in looked.faults)
    return _changes(looked.scan, changes_of(looked), faults=faults)


def keep(scan_id: str) -> ResponseReturnValue:
    """Keep what was looked at; what a colleague answered in the meantime comes back to choose."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    scan = before_looking(actor, visit.reading(), shelf, scan_id)
    wanted = chosen(scan, request.form)
    if wanted is None:
        say(words(OLD), "warning")
        return redirect(url_for(".show", scan_id=scan_id), 303)
    with visit.writing() as connection:
        outcome = save_answers(actor, connection, shelf, scan_id, wanted.given, at=visit.now())
    _say_kept(len(outcome.saved), wanted.left)
    if outcome.conflicts:
        return _changes(scan, changes_between(scan, outcome.conflicts), status=409)
    return redirect(url_for("scan.show", scan_id=scan_id), 303)


def _say_kept(count: int, left: int) -> None:
    words = visit.words()
    if count:
        say(words.plural("%(count)s answer was kept.", "%(count)s answers were kept.", count))
    else:
        say(words("Nothing was changed."), "info")
    if left:
        said_left = words.plural(
            "%(count)s answer of the workbook was left out.",
            "%(count)s answers of the workbook were left out.",
            left,
        )
        say(said_left, "info")


def _page(scan_id: str, error: str = "", status: int = 200) -> ResponseReturnValue:
    scan = opened(scan_id)
    require(scan.actor, Action.ANSWER, scan.assessment.municipality, scan=scan_id)
    return page("sheet", status, wrong=(("file", error),) if error else (), **around(scan))


def _changes(
    scan: Opened, changes: tuple[Change, ...], *, faults: tuple[str, ...] = (), status: int = 200
) -> ResponseReturnValue:
    brought = sealed(scan, changes)
    if len(brought) > LARGEST_SEALED:
        words = visit.words()
        return _page(scan.assessment.id, words(TOO_MUCH), 422)
    return page(
        "sheet_changes",
        status,
        changes=changes,
        straight=tuple(one for one in changes if not one.moved),
        moved=tuple(one for one in changes if one.moved),
        concern=next(
            (one.found.concern for one in changes if one.found and one.found.concern), None
        ),
        faults=faults[:MOST_FAULTS],
        more_faults=max(len(faults) - MOST_FAULTS, 0),
        sealed=brought,
        **around(scan),
    )

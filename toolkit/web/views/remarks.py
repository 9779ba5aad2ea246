"""Remarks: what the municipality itself writes beside the outcome."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action
from toolkit.services.remark import RemarkChanged, Remarked, RemarkPlace, open_remarks, write_remark
from toolkit.storage.surroundings import KeptRemark
from toolkit.web import visit
from toolkit.web.forms.remark_form import RemarkForm, texts_of
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around


def index(scan_id: str) -> ResponseReturnValue:
    """Show every place for a remark, with what stands there."""
    known = _remarks(scan_id)
    return page("remarks", places=known.places.values(), **around(known.scan))


def show(scan_id: str, place: str) -> ResponseReturnValue:
    """Show the form of one remark."""
    known = _to_write(scan_id)
    here = known.place(place)
    return _remark_page(known, here, RemarkForm.of(here.kept))


def write(scan_id: str, place: str) -> ResponseReturnValue:
    """Keep one remark; stale is 409 with both texts."""
    known = _to_write(scan_id)
    here = known.place(place)
    form = RemarkForm.of(here.kept, request.form)
    if not form.accepted(visit.words(), parts().library):
        return _remark_page(known, here, form, 422)
    actor, shelf, said = visit.actor(), parts().shelf, (place, form.read())
    try:
        with visit.writing() as connection:
            write_remark(actor, connection, shelf, scan_id, said, at=visit.now())
    except RemarkChanged as changed:
        return _remark_page(known, here, form, 409, theirs=changed.theirs)
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def _remarks(scan_id: str) -> Remarked:
    return open_remarks(visit.actor(), visit.reading(), parts().shelf, scan_id)


def _to_write(scan_id: str) -> Remarked:
    known = _remarks(scan_id)
    known.scan.require(Action.REMARK)
    return known


def _remark_page(
    known: Remarked,
    here: RemarkPlace,
    form: RemarkForm,
    status: int = 200,
    *,
    theirs: KeptRemark | None = None,
) -> Response:
    return page(
        "remark",
        status,
        place=here,
        form=form,
        theirs=theirs and texts_of(theirs.remark),
        theirs_version=theirs.version if theirs else 0,
        **around(known.scan),
    )

"""The later life of a scan: adopting it, correcting it, a new round, removing a draft."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.domain.access import Action, NotNow
from toolkit.services import begin_round as rounds
from toolkit.services.adopt import adopt as keep_adoption
from toolkit.services.begin_round import NextRound
from toolkit.services.correct import AlreadyBeingCorrected
from toolkit.services.correct import correct as begin_correction
from toolkit.services.open_scan import Opened
from toolkit.services.rectify import struck_from
from toolkit.services.relatives import Replaced, relatives
from toolkit.services.remove_scan import remove_scan
from toolkit.services.start_scan import NoSuchRound
from toolkit.services.tidy import keep_draft
from toolkit.web import visit
from toolkit.web.forms.life_forms import AdoptionForm, CorrectionForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened


def show(scan_id: str) -> ResponseReturnValue:
    """Show what can be done with a scan now, and what happened to it."""
    scan = opened(scan_id)
    known = relatives(scan.actor, visit.reading(), scan.assessment)
    days = struck_from(visit.reading(), scan)
    return page("life", relatives=known, struck=days, **around(scan))


def before_correction(scan_id: str) -> ResponseReturnValue:
    """Show the form of a correction."""
    scan = opened(scan_id)
    return _correction(scan, CorrectionForm()) if _now(scan, Action.CORRECT) else _back(scan_id)


def correct(scan_id: str) -> ResponseReturnValue:
    """Begin a correction, or lead to the one that is being made."""
    scan = opened(scan_id)
    scan.require(Action.CORRECT)
    form = CorrectionForm(request.form)
    if not form.accepted(visit.words(), parts().library):
        return _correction(scan, form, 422)
    try:
        with visit.writing() as connection:
            made = begin_correction(
                scan.actor, connection, parts().shelf, scan_id, form.read(), at=visit.now()
            )
    except AlreadyBeingCorrected as known:
        made = known.correction
    except Replaced:
        return _back(scan_id)
    return redirect(url_for("scan.show", scan_id=made), 303)


def before_round(scan_id: str) -> ResponseReturnValue:
    """Show what a new round would be, and what the newest edition asks otherwise."""
    try:
        found = rounds.offer(visit.actor(), visit.reading(), parts().shelf, scan_id)
    except (NotNow, Replaced):
        return _back(scan_id)
    words = visit.words()
    short = ((one.id, words.text(one.title)) for one in found.newest.selections)
    selections = (("", words("All questions")), *short)
    return page("round", offer=found, selections=selections, **around(found.scan))


def begin_round(scan_id: str) -> ResponseReturnValue:
    """Begin a new round."""
    actor, shelf = visit.actor(), parts().shelf
    wanted = NextRound(request.form.get("edition", ""), request.form.get("selection") or None)
    try:
        with visit.writing() as connection:
            made = rounds.begin_round(actor, connection, shelf, scan_id, wanted, at=visit.now())
    except NoSuchRound:
        raise BadRequest from None
    except Replaced:
        return _back(scan_id)
    return redirect(url_for("scan.show", scan_id=made), 303)


def changes(scan_id: str) -> ResponseReturnValue:
    """Show what the edition of this round asks otherwise than that of the round before."""
    scan, found = rounds.changed_since(visit.actor(), visit.reading(), parts().shelf, scan_id)
    return page("changes", changes=found, **around(scan))


def before_adoption(scan_id: str) -> ResponseReturnValue:
    """Show the form of who adopted the scan."""
    scan = opened(scan_id)
    form = AdoptionForm(data={"by": "executive"})
    return _adoption(scan, form) if _now(scan, Action.ADOPT) else _back(scan_id)


def adopt(scan_id: str) -> ResponseReturnValue:
    """Write down who adopted the scan; its documents are made anew."""
    scan = opened(scan_id)
    scan.require(Action.ADOPT)
    form = AdoptionForm(request.form)
    if not form.accepted(visit.words(), parts().library):
        return _adoption(scan, form, 422)
    shelf, library = parts().shelf, parts().library
    with visit.writing() as connection:
        keep_adoption(scan.actor, connection, shelf, library, scan_id, form.read(), at=visit.now())
    parts().wake.set()
    words = visit.words()
    say(words("Written down. The documents are being made anew, with this status."))
    return redirect(url_for("documents.index", scan_id=scan_id), 303)


def before_removal(scan_id: str) -> ResponseReturnValue:
    """Ask whether the scan may really go."""
    scan = opened(scan_id)
    return page("removal", **around(scan)) if _now(scan, Action.REMOVE) else _back(scan_id)


def remove(scan_id: str) -> ResponseReturnValue:
    """Remove a scan that is not final, also from what lies beside the database."""
    actor, shelf = visit.actor(), parts().shelf
    with visit.writing() as connection:
        remove_scan(actor, connection, shelf, scan_id, at=visit.now())
    parts().database.settle()
    words = visit.words()
    say(words("The scan has been removed."))
    return redirect(url_for("home.doors"), 303)


def keep(scan_id: str) -> ResponseReturnValue:
    """Keep a draft that was announced to go."""
    with visit.writing() as connection:
        keep_draft(visit.actor(), connection, scan_id, at=visit.now())
    words = visit.words()
    say(words("The scan stays."))
    return redirect(url_for("home.doors"), 303)


def _now(scan: Opened, action: Action) -> bool:
    """Return whether the scan is in a phase for this; raise `NotAllowed` when it never is."""
    try:
        scan.require(action)
    except NotNow:
        return False
    return True


def _back(scan_id: str) -> ResponseReturnValue:
    """Lead to the page that says what can be done now."""
    return redirect(url_for("life.show", scan_id=scan_id), 303)


def _correction(scan: Opened, form: CorrectionForm, status: int = 200) -> ResponseReturnValue:
    known = relatives(scan.actor, visit.reading(), scan.assessment)
    if known.replaced_by is not None or known.correction is not None:
        return _back(scan.assessment.id)
    return page("correction", status, form=form, theirs=None, **around(scan))


def _adoption(scan: Opened, form: AdoptionForm, status: int = 200) -> ResponseReturnValue:
    return page("adoption", status, form=form, theirs=None, **around(scan))

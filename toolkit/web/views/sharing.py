"""Sharing: letting an advisor see a scan or a municipality, or another municipality begin from it."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.days import day_of
from toolkit.services import share
from toolkit.services.begin_from_shared import begin_from_shared, beginnings
from toolkit.services.let_person_in import NumberNeeded
from toolkit.services.share import USUALLY, NoSuchMunicipality, NotThatLong, Shared
from toolkit.web import visit
from toolkit.web.forms.people_forms import ShareForm, SharePlaceForm
from toolkit.web.handing_over import handed_over
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.home import title_of

SCAN, PLACE = "/scans/<scan_id>/sharing", "/municipalities/<municipality_id>/sharing"


def scan(scan_id: str) -> ResponseReturnValue:
    """Show who from outside may see a scan."""
    return _page(_shared("", scan_id))


def share_scan(scan_id: str) -> ResponseReturnValue:
    """Let an advisor see a scan until a day."""
    return _share(_shared("", scan_id), scan_id)


def to_municipality(scan_id: str) -> ResponseReturnValue:
    """Let another municipality begin from a scan until a day."""
    known, words, form = _shared("", scan_id), visit.words(), SharePlaceForm(request.form)
    if not form.sound(words):
        return _page(known, place_form=form, status=422)
    visit.prove()
    wish = form.written("place"), form.day()
    try:
        with visit.writing() as connection:
            share.share_with_municipality(
                visit.actor(), connection, parts().shelf, scan_id, wish, at=visit.now()
            )
    except NotThatLong:
        form.refuse_day(words)
    except NoSuchMunicipality:
        form.refuse_place(words)
    else:
        say(words("Shared. The coordinator there can begin a scan from this one."))
        return redirect(url_for(".scan", scan_id=scan_id), 303)
    return _page(known, place_form=form, status=422)


def withdraw_scan(scan_id: str, grant: str) -> ResponseReturnValue:
    """End the sharing of a scan with somebody, now."""
    return _withdraw("", scan_id, grant)


def place(municipality_id: str) -> ResponseReturnValue:
    """Show who from outside may see every scan of a municipality."""
    return _page(_shared(municipality_id, None))


def share_place(municipality_id: str) -> ResponseReturnValue:
    """Let an advisor see every scan of a municipality until a day."""
    return _share(_shared(municipality_id, None), None)


def withdraw_place(municipality_id: str, place_grant: str) -> ResponseReturnValue:
    """End the sharing of a municipality with somebody, now."""
    return _withdraw(municipality_id, None, place_grant)


def from_others() -> ResponseReturnValue:
    """Show the scans that others shared with a municipality of ours, to begin from."""
    found = beginnings(visit.actor(), visit.reading(), parts().shelf, at=visit.now())
    return page("shared", beginnings=tuple((one, title_of(one.scan)) for one in found))


def begin(offered: str) -> ResponseReturnValue:
    """Begin a scan from one that was shared."""
    with visit.writing() as connection:
        made = begin_from_shared(visit.actor(), connection, parts().shelf, offered, at=visit.now())
    return redirect(url_for("scan.show", scan_id=made), 303)


def _shared(municipality: str, scan_id: str | None) -> Shared:
    where = municipality, scan_id
    return share.shared(visit.actor(), visit.reading(), parts().shelf, where, at=visit.now())


def _share(known: Shared, scan_id: str | None) -> ResponseReturnValue:
    words, form = visit.words(), ShareForm(request.form)
    if not form.sound(words):
        return _page(known, form, status=422)
    visit.prove()
    where, wish = (known.municipality, scan_id), (form.whom(), form.day())
    try:
        with visit.writing() as connection:
            made = share.share_with_person(
                visit.actor(), connection, parts().shelf, where, wish, at=visit.now()
            )
    except NumberNeeded:
        form.ask_number(words)
    except NotThatLong:
        form.refuse_day(words)
    else:
        return handed_over(form.written("name"), made.link, _here(known))
    return _page(known, form, status=422)


def _withdraw(municipality: str, scan_id: str | None, grant: str) -> ResponseReturnValue:
    known, words = _shared(municipality, scan_id), visit.words()
    where = municipality, scan_id
    with visit.writing() as connection:
        share.withdraw(visit.actor(), connection, parts().shelf, where, grant, at=visit.now())
    say(words("Ended. It holds at once, also for what was open on a screen."))
    return redirect(_here(known), 303)


def _here(known: Shared) -> str:
    if known.scan is None:
        return url_for("sharing.place", municipality_id=known.municipality)
    return url_for("sharing.scan", scan_id=known.scan.assessment.id)


def _page(
    known: Shared,
    form: ShareForm | None = None,
    place_form: SharePlaceForm | None = None,
    *,
    status: int = 200,
) -> Response:
    usually = (day_of(visit.now()) + USUALLY).isoformat()
    frame = known.scan.assessment if known.scan is not None else None
    return page(
        "sharing",
        status,
        shared=known,
        form=form or ShareForm(until=usually),
        place_form=place_form or SharePlaceForm(place_until=usually),
        scan_title=title_of(frame) if frame else "",
        here=_here(known),
        municipality=frame.municipality_name if frame else "",
        fictional=frame.fictional if frame else False,
    )

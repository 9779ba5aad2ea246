"""Reading along: giving somebody a link to one scan, withdrawing it, and coming in by it."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.services import read_along
from toolkit.services.read_along import LinkEnded, Readers
from toolkit.services.share import USUALLY, NotThatLong
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.forms.people_forms import ReaderForm
from toolkit.web.getting_in import note_dead_link
from toolkit.web.letters import reading_along
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.home import title_of

SCAN, LINK = "/scans/<scan_id>/readers", "/read/<secret>"


def index(scan_id: str) -> ResponseReturnValue:
    """Show who reads a scan along by a link, and the form of a new one."""
    return _page(_readers(scan_id))


def give(scan_id: str) -> ResponseReturnValue:
    """Make a link; it is shown once."""
    known, words, form = _readers(scan_id), visit.words(), ReaderForm(request.form)
    if not form.sound(words):
        return _page(known, form, 422)
    visit.prove()
    wish = form.written("name"), form.day()
    try:
        with visit.writing() as connection:
            secret = read_along.give_link(
                visit.actor(), connection, parts().shelf, scan_id, wish, at=visit.now()
            )
    except NotThatLong:
        form.refuse_day(words)
        return _page(known, form, 422)
    where = parts().settings.address + url_for(".welcome", secret=secret)
    letter = reading_along(wish, where, words)
    return page("way_in", letter=letter, name=wish[0], back=url_for(".index", scan_id=scan_id))


def withdraw(scan_id: str, reader_link: str) -> ResponseReturnValue:
    """End a link, now."""
    words = visit.words()
    with visit.writing() as connection:
        read_along.withdraw_link(
            visit.actor(), connection, parts().shelf, scan_id, reader_link, at=visit.now()
        )
    say(words("Ended. It holds at once, also for what was open on a screen."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def welcome(secret: str) -> ResponseReturnValue:
    """Show what the link opens; looking changes nothing (T107)."""
    try:
        link, scan = read_along.look(visit.reading(), secret, at=visit.now())
    except LinkEnded:
        return page("reading_ended", 410)
    return page(
        "reading",
        link=link,
        secret=secret,
        scan_title=title_of(scan),
        here=visit.visitor() is not None,
        municipality=scan.municipality_name,
        fictional=scan.fictional,
    )


def enter(secret: str) -> ResponseReturnValue:
    """Begin to read along, at the outcome once there is one."""
    try:
        with visit.writing() as connection:
            cookie, scan = read_along.come_to_read(
                connection, secret, visit.cookie(), at=visit.now()
            )
    except LinkEnded:
        note_dead_link()
        return page("reading_ended", 410)
    visit.enter(cookie)
    page_to = "scan.show" if scan.state == "draft" else "outcome.show"
    return redirect(url_for(page_to, scan_id=scan.id), 303)


def _readers(scan_id: str) -> Readers:
    return read_along.readers(
        visit.actor(), visit.reading(), parts().shelf, scan_id, at=visit.now()
    )


def _page(known: Readers, form: ReaderForm | None = None, status: int = 200) -> Response:
    frame = known.scan.assessment
    usually = (today() + USUALLY).isoformat()
    return page(
        "readers",
        status,
        scan=known.scan,
        links=known.links,
        form=form or ReaderForm(data={"until": usually}),
        scan_title=title_of(frame),
        municipality=frame.municipality_name,
        fictional=frame.fictional,
    )

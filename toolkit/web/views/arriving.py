"""The way in of somebody who was invited: a link or a code, and what it opens."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.find_out import minutes_alone
from toolkit.services import come_in as coming
from toolkit.services import throttle
from toolkit.services.come_in import Here, OwnWay, TooLate
from toolkit.services.invite import WayIn
from toolkit.services.list_team import asked_of
from toolkit.services.sign_in import LinkSpent
from toolkit.services.throttle import ADDRESS, CODE, TooSoon, Tried
from toolkit.storage.ids import code_digest, code_meant, digest
from toolkit.storage.invitations import Invitation
from toolkit.storage.sessions import Limits
from toolkit.web import visit
from toolkit.web.getting_in import note_dead_link, note_failed
from toolkit.web.inviting import letter_for, mailed
from toolkit.web.letters import anew
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.views.scan import around


def welcome(secret: str) -> ResponseReturnValue:
    """Show which questions wait for somebody; looking does not use the link (T107)."""
    return _welcome(digest(secret), url_for(".enter", secret=secret), secret)


def enter(secret: str) -> ResponseReturnValue:
    """Use the link: begin a session, or say that the questions are for somebody else."""
    return _enter(digest(secret), url_for(".enter", secret=secret), secret)


def again(secret: str) -> ResponseReturnValue:
    """Ask for a new link; the page is the same for one that never existed."""
    with visit.writing() as connection:
        found = coming.ask_again(
            connection, digest(secret), mails=parts().settings.mails, at=visit.now()
        )
    if found is not None and not _mailed_again(*found):
        with visit.writing() as connection:
            coming.ask_again(connection, digest(secret), mails=False, at=visit.now())
    return page("no_way_in", kind="asked_again", mails=parts().settings.mails)


def code() -> ResponseReturnValue:
    """Show the field for a code."""
    return page("code", error="", typed="")


def typed() -> ResponseReturnValue:
    """Show what a code opens; the button there sends it again and uses it."""
    words, sent = visit.words(), code_meant(request.form.get("code", "")[:40])
    if not sent:
        return _no_code(words("Type the code of the mail."))
    tries = _tries(sent)
    try:
        with visit.writing() as connection:
            throttle.knock(connection, tries, at=visit.now())
    except TooSoon:
        return _no_code(words("Too many tries. Wait a few minutes, then try again."), 429)
    kept = code_digest(sent)
    if not coming.opens(visit.reading(), kept, at=visit.now()):
        note_failed(None)
        return _no_code(words("This code does not work. Look whether it is typed as in the mail."))
    with visit.writing() as connection:
        throttle.opened(connection, tries)
    if request.form.get("go_on") or request.form.get("decline"):
        return _enter(kept, url_for(".typed"), "", sent)
    return _welcome(kept, url_for(".typed"), "", sent)


def _welcome(kept: str, action: str, secret: str, sent: str = "") -> ResponseReturnValue:
    try:
        found = coming.look(visit.reading(), parts().shelf, kept, _here(), at=visit.now())
    except LinkSpent:
        return _spent(kept, secret)
    except TooLate:
        return page("no_way_in", 410, kind="too_late")
    except OwnWay:
        return page("no_way_in", 409, kind="own_way")
    return page(
        "arriving",
        found=found,
        action=action,
        code=sent,
        minutes=minutes_alone(len(found.mine.own.questions)),
        here=visit.visitor() is not None,
        **around(found.mine.scan),
    )


def _spent(kept: str, secret: str) -> ResponseReturnValue:
    """Lead whoever used this link, and is still here, to their questions; else say what now."""
    visitor = visit.visitor()
    scan_id = coming.came_by(visit.reading(), kept, visitor.account) if visitor else None
    if scan_id is not None:
        return redirect(url_for("mine.index", scan_id=scan_id), 303)
    if request.method == "POST":
        note_dead_link()
    return page("no_way_in", 410, kind="old", secret=secret)


def _enter(kept: str, action: str, secret: str, sent: str = "") -> ResponseReturnValue:
    shelf, here, at = parts().shelf, _here(), visit.now()
    role = request.form.get("ask", "")
    if request.form.get("decline"):
        known = role if role in parts().library.roles_by_id else ""
        try:
            with visit.writing() as connection:
                coming.decline(connection, shelf, kept, here, known, at=at)
        except (LinkSpent, TooLate, OwnWay):
            return _welcome(kept, action, secret, sent)
        return page("no_way_in", kind="declined")
    joins = request.form.get("go_on") == "join"
    try:
        with visit.writing() as connection:
            cookie, scan_id = coming.come_in(connection, shelf, kept, here, joins=joins, at=at)
    except (LinkSpent, TooLate, OwnWay):
        return _welcome(kept, action, secret, sent)
    visit.enter(cookie)
    return redirect(url_for("mine.begin", scan_id=scan_id), 303)


def _no_code(error: str, status: int = 422) -> ResponseReturnValue:
    return page("code", status, error=error, typed=request.form.get("code", "")[:40])


def _tries(code: str) -> tuple[Tried, ...]:
    secret, address = parts().secret, request.remote_addr or ""
    return Tried.of(secret, CODE, code), Tried.of(secret, ADDRESS, address)


def _mailed_again(invitation: Invitation, way: WayIn) -> bool:
    asked, sender = asked_of(visit.reading(), parts().shelf, invitation, at=visit.now())
    letter = letter_for(asked, way, sender, anew)
    visit.close()
    return mailed(asked, letter)


def _here() -> Here:
    return Here(visit.cookie(), Limits.of(parts().settings))

"""The pages for what went wrong: what happened, what was kept, what to do now."""

from __future__ import annotations

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from structlog import get_logger
from werkzeug.exceptions import HTTPException, InternalServerError, RequestEntityTooLarge

from toolkit import logs
from toolkit.domain.access import NotAllowed, NotNow, NotWhole
from toolkit.services.note_refusal import note_refusal
from toolkit.storage.assessments import NotAsKept, NotFound
from toolkit.storage.database import NotWritten
from toolkit.web import visit
from toolkit.web.pages import here, page
from toolkit.web.parts import parts
from toolkit.web.visit import NoSecondStep, NotProved, NotSignedIn

log = get_logger()
STATUS: dict[type[Exception], tuple[int, str]] = {
    NotSignedIn: (401, "not_signed_in"),
    NotFound: (404, "not_found"),
    NoSecondStep: (403, "no_second_step"),
    NotWhole: (403, "not_whole"),
    NotAllowed: (403, "not_allowed"),
    NotNow: (409, "not_now"),
    CSRFError: (400, "old_form"),
    NotAsKept: (409, "not_as_kept"),
    NotWritten: (503, "not_written"),
}
NEVER_SHOWN = ("csrf_token", "password", "again", "current", "code")
NAMES = {
    400: "bad_request",
    403: "not_allowed",
    404: "not_found",
    405: "not_found",
    413: "too_large",
}


def answer(app: Flask) -> None:
    """Give every error its page."""
    for kind in STATUS:
        app.register_error_handler(kind, _foreseen)
    app.register_error_handler(NotProved, _ask_proof)
    app.register_error_handler(NoSecondStep, _set_up_first)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def _foreseen(error: Exception) -> ResponseReturnValue:
    status, name = next(row for kind, row in STATUS.items() if isinstance(error, kind))
    if isinstance(error, NotAllowed) or (isinstance(error, NotFound) and request.method == "POST"):
        _note_refusal()
    return _page(name, status, reason=error.reason if isinstance(error, NotWritten) else "")


def _ask_proof(_error: NotProved) -> ResponseReturnValue:
    """Ask for the password, and lead back to the page where somebody was."""
    return redirect(url_for("account.prove", next=here()), 303)


def _set_up_first(error: NoSecondStep) -> ResponseReturnValue:
    """Lead to where the second step is set up; a form is not lost on the way."""
    if request.method == "GET":
        return redirect(url_for("account.before_second_step"), 303)
    return _foreseen(error)


def _http(error: HTTPException) -> ResponseReturnValue:
    if isinstance(error, InternalServerError) and error.original_exception is not None:
        return _fault(error.original_exception)  # the page that said what was wrong went wrong
    status = error.code or 500
    return _page(NAMES.get(status, "bad_request" if status < 500 else "fault"), status)


def _fault(error: BaseException) -> ResponseReturnValue:
    """Answer what nobody foresaw; the log says where, never what people wrote."""
    kind, places = type(error).__name__, logs.places(error)
    log.error("fault", kind=kind, places=places, endpoint=request.endpoint)
    return _page("fault", 500)


def _note_refusal() -> None:
    """Write down who was refused; a full disk does not stand in the way of the page that says so."""
    visitor = visit.visitor()
    if visitor is None:
        return
    scan = (request.view_args or {}).get("scan_id")
    try:
        with visit.writing() as connection:
            note_refusal(visitor, connection, request.endpoint or "", scan, at=visit.now())
    except NotWritten as problem:
        log.warning("refusal_not_noted", reason=problem.reason)


def _page(name: str, status: int, *, reason: str = "") -> ResponseReturnValue:
    """Return the whole page; a script that sent one answer gets the words for beside it."""
    visit.close()
    if request.headers.get("HX-Request") and request.method == "POST":
        return page("refusal", status, name=name, reason=reason)
    return page(
        "error",
        status,
        name=name,
        reason=reason,
        unsent=request.method == "POST",
        scan=_scan(name),
        local=parts().settings.local,
        written=_written() if name == "not_signed_in" else (),
    )


def _written() -> tuple[str, ...]:
    """Return the sentences that somebody sent after the session ended, so that they are not lost.

    What is larger than a form may be was never read.
    """
    try:
        sent = tuple(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return ()
    return tuple(text for name, text in sent if name not in NEVER_SHOWN and " " in text.strip())


def _scan(name: str) -> str:
    """Return the id of the scan to go back to, where it is only the moment that is wrong."""
    known = request.view_args or {}
    return str(known.get("scan_id", "")) if name == "not_now" else ""

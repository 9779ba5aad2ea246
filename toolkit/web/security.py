"""What is looked at before any page runs: the host, where a form comes from, who is knocking."""

from __future__ import annotations

import io
from re import fullmatch
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Flask, Request, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import BadRequest, Forbidden, NotFound

from toolkit.domain.file_types import LARGEST_FILE, LARGEST_LOGO
from toolkit.storage.sessions import FULL
from toolkit.web import visit
from toolkit.web.parts import parts
from toolkit.web.routes import DOORS, Door

if TYPE_CHECKING:
    from toolkit.settings import Settings

LOCAL_NAMES = ("localhost", "127.0.0.1", "[::1]")
SAFE = ("GET", "HEAD", "OPTIONS")
LARGEST_FORM = 1_000_000
# Only these doors take more, and only from whoever may pass them.
UPLOADS = {
    "files.read_in": LARGEST_FILE + LARGEST_FORM,
    "evidence_files.add": LARGEST_FILE + LARGEST_FORM,
    "place.add_logo": LARGEST_LOGO + LARGEST_FORM,
}
MOST_PARTS = 2_000
HEALTH = "health.live"
TO_SET_UP = (
    "account.before_second_step",
    "account.set_second_step",
    "account.prove",
    "account.show_proof",
    "start.leave",
    "start.stay",
)
"""Where somebody may go who has to set up a second step first."""


class InMemory(Request):
    """A request whose files lie nowhere else until they have been looked through (T101)."""

    def _get_file_stream(self, *_: object, **__: object) -> io.BytesIO:
        return io.BytesIO()


def protect(app: Flask, settings: Settings) -> None:
    """Set the limits, the cookie and the checks of every request."""
    app.request_class = InMemory
    app.config.update(
        PROPAGATE_EXCEPTIONS=False,  # every fault gets its page, whatever the environment says
        MAX_CONTENT_LENGTH=LARGEST_FORM,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM,
        MAX_FORM_PARTS=MOST_PARTS,
        SESSION_COOKIE_NAME="__Host-krs" if settings.secure else "krs",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=12 * 3600,
        SESSION_REFRESH_EACH_REQUEST=False,
        WTF_CSRF_TIME_LIMIT=None,  # it lives as long as the session it is tied to
        WTF_CSRF_SSL_STRICT=False,  # we send no referrer; the origin is looked at below
    )
    app.before_request(_check_host)
    app.before_request(_check_origin)
    app.before_request(_check_door)
    CSRFProtect(app)
    app.teardown_request(visit.close)


def own_path(target: str) -> str:
    """Return a path on this site, or the start page for everything that leads elsewhere (T14)."""
    plain = target.isascii() and target.isprintable() and "\\" not in target
    return target if plain and target.startswith("/") and not target.startswith("//") else "/"


def _check_host() -> None:
    """Refuse an address that is not ours; whoever watches over the program may use any (T15)."""
    settings = parts().settings
    if request.host in _own_hosts(settings) or request.endpoint == HEALTH:
        return
    local = fullmatch(r"(.+?)(:[0-9]+)?", request.host)
    if not (settings.local and local and local[1] in (*LOCAL_NAMES, settings.host)):
        raise BadRequest


def _check_origin() -> None:
    """Refuse a form that another site sent, whatever its token says (T16).

    Browsers send the origin ``null`` from pages that give no referrer, which ours do not.
    """
    if request.method in SAFE:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden
    settings = parts().settings
    own = settings.public_url or f"http://{request.host}"
    if request.headers.get("Origin", own) not in (own, "null"):
        raise Forbidden


def _own_hosts(settings: Settings) -> tuple[str, ...]:
    return (urlsplit(settings.public_url).netloc,) if settings.public_url else ()


def _check_door() -> None:
    if request.endpoint is None:
        return  # No such address; the error page says so.
    door = DOORS.get(request.endpoint)
    if door is None:
        raise NotFound
    if door is not Door.OPEN:
        visit.actor()
        if door is Door.IN_PERSON and visit.session_here().kind != FULL:
            raise NotFound
        if request.endpoint not in TO_SET_UP:
            visit.require_second_step()
    request.max_content_length = UPLOADS.get(request.endpoint, LARGEST_FORM)

"""Fills in a page: its template, with what every page has around it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from flask import (
    Response,
    current_app,
    flash,
    get_flashed_messages,
    make_response,
    request,
    url_for,
)
from flask_wtf.csrf import generate_csrf

from toolkit.documents.html import fill
from toolkit.web import assets, visit
from toolkit.web.dress import OURS, Dress, worn
from toolkit.web.parts import parts
from toolkit.wording import languages

UNDRESSED = ("error", "refusal")
"""What is said when something went wrong, perhaps with what is kept; it stands in our own colours."""


@dataclass(frozen=True, slots=True)
class Message:
    """One line that a page says once: ``kind`` is success, info, warning or error."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """What stands around every page.

    ``ends_in`` is in how many seconds the session ends when nobody uses it; 0 when it does not.
    """

    language: str
    other_language: str
    path: str
    csrf: str
    signed_in: bool
    function: str
    municipality: str
    fictional: bool
    messages: tuple[Message, ...]
    ends_in: int
    idle_minutes: int
    dress: Dress = OURS


def page(template: str, status: int = 200, /, **context: object) -> Response:
    """Return a page in the language of the request.

    ``municipality`` and ``fictional`` in its context are said around the page too.
    """
    around = _around(str(context.get("municipality", "")), fictional=bool(context.get("fictional")))
    if template not in UNDRESSED:
        around = replace(around, dress=worn())
    html = fill(
        f"pages/{template}.html",
        around.language,
        {**context, "page": around, "url": url_for, "asset": assets.address},
    )
    response = make_response(html, status)
    response.headers["Content-Language"] = around.language
    return response


def say(text: str, kind: str = "success") -> None:
    """Say one line on the next page."""
    flash(text, kind)


def here() -> str:
    """Return the address of this page; after a form the nearest one that can be opened again."""
    if request.method == "GET":
        return request.full_path.rstrip("?")
    addresses, path = current_app.create_url_adapter(request), request.path
    while path and not (addresses and addresses.test(path, "GET")):
        path = path.rstrip("/").rpartition("/")[0]
    return path or "/"


def _around(municipality: str, *, fictional: bool) -> Page:
    language = visit.language()
    visitor = visit.visitor()
    said: list[tuple[str, str]] = get_flashed_messages(with_categories=True)  # type: ignore[assignment]  # with categories
    return Page(
        language=language,
        other_language=next(one for one in languages() if one != language),
        path=here(),
        csrf=generate_csrf(),
        signed_in=visitor is not None,
        function=_function(visitor.function if visitor else ""),
        municipality=municipality,
        fictional=fictional,
        messages=tuple(Message(kind, text) for kind, text in said),
        ends_in=visit.ends_in() if visitor else 0,
        idle_minutes=visit.limits().idle // timedelta(minutes=1),
    )


def _function(role: str) -> str:
    """Return what a function is called; nothing for one that the library does not have."""
    known = parts().library.roles_by_id.get(role)
    return visit.words().text(known.label) if known is not None else ""

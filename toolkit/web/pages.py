"""Fills in a page: its template, with what every page has around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

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
from toolkit.domain.access import Action, may_somewhere
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


@dataclass(frozen=True)
class Page:
    """What stands around every page; each is found out once the template asks for it."""

    language: str
    municipality: str = ""
    fictional: bool = False
    dressed: bool = True

    @cached_property
    def other_language(self) -> str:
        """The language to change to."""
        return next(one for one in languages() if one != self.language)

    @cached_property
    def path(self) -> str:
        """The address of this page."""
        return here()

    @cached_property
    def csrf(self) -> str:
        """The token that every form carries."""
        return generate_csrf()

    @property
    def signed_in(self) -> bool:
        """Whether somebody is."""
        return visit.visitor() is not None

    @cached_property
    def function(self) -> str:
        """What the function of who is asking is called; nothing for one the library does not have."""
        visitor = visit.visitor()
        known = parts().library.roles_by_id.get(visitor.function if visitor else "")
        return visit.words().text(known.label) if known is not None else ""

    @cached_property
    def more(self) -> bool:
        """Whether there is more for who is asking than the scans that they may see."""
        visitor = visit.visitor()
        return visitor is not None and (visitor.operator or may_somewhere(visitor, Action.START))

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """What is said once."""
        said: list[tuple[str, str]] = get_flashed_messages(with_categories=True)  # type: ignore[assignment]  # with categories
        return tuple(Message(kind, text) for kind, text in said)

    @cached_property
    def ends_in(self) -> int:
        """In how many seconds the session ends when nobody uses it; 0 when it does not."""
        return visit.ends_in() if self.signed_in else 0

    @property
    def idle_minutes(self) -> int:
        """How many minutes that is after the last use."""
        return visit.limits().idle // timedelta(minutes=1)

    @property
    def dress(self) -> Dress:
        """In whose look the page stands."""
        return worn() if self.dressed else OURS


def page(template: str, status: int = 200, /, **context: object) -> Response:
    """Return a page in the language of the request.

    ``municipality`` and ``fictional`` in its context are said around the page too.
    """
    around = Page(
        language=visit.language(),
        municipality=str(context.get("municipality", "")),
        fictional=bool(context.get("fictional")),
        dressed=template not in UNDRESSED,
    )
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

"""Opens every page on the way in with a password and a code, for the gallery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from werkzeug.test import TestResponse

from tests.web.builders import Browser, Site
from tests.web.people import App, a_person
from toolkit.services.welcome import make_welcome


class Looking(Protocol):
    """What keeps the pages that are opened."""

    site: Site
    says: dict[str, str]

    def look(self, name: str, address: str, browser: Browser | None = None) -> list[str]:
        """Open a page and keep it."""
        ...

    def send(self, name: str, address: str, data: Mapping[str, object]) -> str:
        """Send a form and keep the page that comes back."""
        ...

    def keep(self, name: str, answer: TestResponse) -> None:
        """Keep a page that was answered to somebody else."""
        ...


def getting_in(gallery: Looking) -> None:
    """Every page on the way in with a password and a code, also with what is wrong."""
    person, stranger = a_person(gallery.site), gallery.site.visitor()
    at = gallery.site.parts.now()
    with gallery.site.parts.database.writing() as connection:
        link = f"/password/new/{make_welcome(connection, person.account, at=at)}"
    gallery.look("choose a password", link, stranger)
    gallery.send("refused password", link, {"password": "kort", "again": "lang"})
    gallery.look("password link used", "/password/new/spent", stranger)
    gallery.send("not let in", "/sign-in", {"email": person.email, "password": "fout"})
    browser = person.signed_in()
    app = App.reading(browser, "/account/second-step")
    for address in ("/account", "/account/password", "/account/prove", "/account/second-step"):
        gallery.look(f"with a password {address}", address, browser)
    codes = browser.client.post(
        "/account/second-step",
        data={"code": app.code(at), "csrf_token": _token_of(browser)},
        headers=gallery.says,
    )
    gallery.keep("spare codes", codes)
    gallery.look("with a second step", "/account", browser)
    waiting = gallery.site.visitor()
    person.tries(browser=waiting)
    gallery.look("the code", "/sign-in/step", waiting)


def _token_of(browser: Browser) -> str:
    fields = [field.attributes for field in browser.page("/help-now").all("input")]
    return next(field["value"] for field in fields if field.get("name") == "csrf_token")

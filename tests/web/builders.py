"""An installation with a database of its own, and browsers that visit it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.web.pages import Page, looked_over
from toolkit.bootstrap import assemble
from toolkit.services.sign_in import make_link
from toolkit.settings import Settings
from toolkit.web.app import create_app
from toolkit.web.parts import Parts

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHORT_ROUND = {"questionnaire": "kinderrechten-mensenhandel", "selection": "core"}


@dataclass(frozen=True)
class Browser:
    """Somebody's browser; every page that it opens is looked over."""

    client: FlaskClient

    def page(self, address: str, status: int = 200, *, language: str = "nl") -> Page:
        """Open a page."""
        answer = self.client.get(address, headers={"Accept-Language": language})
        assert answer.status_code == status, answer.text
        return looked_over(answer.text)

    def post(self, address: str, data: Mapping[str, str] | None = None) -> TestResponse:
        """Send a form, with the token of a page that is open."""
        fields = [field.attributes for field in self.page("/help-now").all("input")]
        token = next(field["value"] for field in fields if field.get("name") == "csrf_token")
        return self.client.post(address, data={"csrf_token": token, **(data or {})})


@dataclass(frozen=True)
class Site:
    """One installation."""

    app: Flask
    parts: Parts

    def link(self) -> str:
        """Return the address of a new link to sign in with."""
        with self.parts.database.writing() as connection:
            return f"/start/{make_link(connection, at=self.parts.now())}"

    def visitor(self) -> Browser:
        """Return a browser that is not signed in."""
        return Browser(self.app.test_client())

    def signed_in(self) -> Browser:
        """Return the browser of the first account."""
        browser = self.visitor()
        assert browser.post(self.link()).status_code == 303
        return browser

    def a_scan(self) -> str:
        """Begin a short round; return its id."""
        address = self.signed_in().post("/scans/", SHORT_ROUND).headers["Location"]
        return str(address).strip("/").rpartition("/")[2]


def a_site(folder: Path, now: Callable[[], datetime] = lambda: NOON, **settings: object) -> Site:
    """Return an installation with a data folder of its own."""
    known = Settings.model_validate({"data": folder / "data", **settings})
    parts = assemble(known, now)
    app = create_app(parts)
    app.testing = True
    return Site(app, parts)

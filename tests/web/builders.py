"""An application on a database of its own, and somebody who is signed in to it."""

from __future__ import annotations

from collections.abc import Callable
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
from toolkit.web.parts import NAME, Parts

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def an_app(folder: Path, now: Callable[[], datetime] = lambda: NOON) -> Flask:
    """Return the application with a new data folder."""
    app = create_app(assemble(Settings(data=folder / "data"), now))
    app.testing = True
    return app


def parts_of(app: Flask) -> Parts:
    """Return what the application is handed."""
    found = app.extensions[NAME]
    assert isinstance(found, Parts)
    return found


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser; every page that they see is looked over."""

    client: FlaskClient

    def sees(self, address: str, status: int = 200) -> Page:
        """Open a page."""
        answer = self.client.get(address)
        assert answer.status_code == status, answer.text
        return looked_over(answer.text)

    def sends(self, address: str, **fields: str) -> TestResponse:
        """Send a form, with the token of the page that somebody has open."""
        tokens = [field.given for field in self.sees("/help-now").all("input")]
        token = next(one["value"] for one in tokens if one.get("name") == "csrf_token")
        return self.client.post(address, data={"csrf_token": token, **fields})


def a_visitor(app: Flask) -> Visitor:
    """Return somebody who is not signed in."""
    return Visitor(app.test_client())


def a_coordinator(app: Flask) -> Visitor:
    """Return the first account, signed in by its link."""
    parts, visitor = parts_of(app), a_visitor(app)
    with parts.database.writing() as connection:
        secret = make_link(connection, at=parts.now())
    assert visitor.sends(f"/start/{secret}").status_code == 303
    return visitor

"""People who get in with a password, and with a code from an app."""

from __future__ import annotations

from base64 import b32decode
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from re import search

from passlib.totp import TOTP
from sqlalchemy import Connection, insert
from werkzeug.test import TestResponse

from tests.web.builders import NOON, Browser, Site
from toolkit.domain.access import Role
from toolkit.services import passwords
from toolkit.storage import accounts, credentials, municipalities, tables
from toolkit.storage.ids import new_id

PASSWORD = "vier paarden zonder zadel"  # noqa: S105
ANOTHER = "een blauwe deur in de mist"
EMAIL = "anna@voorbeeldstad.example"


@dataclass(frozen=True)
class Person:
    """Somebody with an account and a password."""

    site: Site
    account: str
    email: str

    def tries(self, typed: str = PASSWORD, browser: Browser | None = None) -> TestResponse:
        """Type a password; by default the right one, in a browser that nobody used before."""
        sent = {"email": self.email, "password": typed}
        return (browser or self.site.visitor()).post("/sign-in", sent)

    def signed_in(self, browser: Browser | None = None) -> Browser:
        """Return a browser in which this person typed the right password."""
        used = browser or self.site.visitor()
        assert self.tries(browser=used).status_code == 303
        return used


@cache
def hashed(password: str) -> str:
    return str(passwords._hash().hash(password))


def a_person(
    site: Site, role: Role = Role.COORDINATOR, email: str = EMAIL, *, operator: bool = False
) -> Person:
    """Return somebody new with a password, in a new municipality."""
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=operator, email=email, at=NOON)
        place = municipalities.add(connection, name="Voorbeeldstad", at=NOON)
        if role is Role.ADVISOR:
            grant(connection, account, place)
        else:
            accounts.join(connection, account, place, role, "Anna", at=NOON)
        credentials.keep_password(connection, account, hashed(PASSWORD))
    return Person(site, account, email)


def grant(connection: Connection, account: str, place: str) -> None:
    row = {"id": new_id(), "municipality_id": place, "account_id": account}
    ends = date(2027, 2, 1)
    connection.execute(insert(tables.grants).values(**row, begun=NOON, ends=ends))


@dataclass
class App:
    """An app for codes on somebody's telephone."""

    key: str

    @classmethod
    def reading(cls, browser: Browser, address: str) -> App:
        """Return an app that has read the key of a page."""
        found = search(r"<code>([A-Z2-7 ]{32,})</code>", browser.client.get(address).text)
        assert found is not None
        return cls(found[1].replace(" ", ""))

    def code(self, at: datetime = NOON, *, steps: int = 0) -> str:
        """Return the code of a moment, some steps later or earlier."""
        assert len(b32decode(self.key)) == 20
        return str(TOTP(key=self.key).generate(at + timedelta(seconds=30 * steps)).token)


def with_an_app(person: Person) -> App:
    """Let somebody set up the second step; return the app."""
    browser = person.signed_in()
    app = App.reading(browser, "/account/second-step")
    answer = browser.post("/account/second-step", {"code": app.code()})
    assert answer.status_code == 200
    return app

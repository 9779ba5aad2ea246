"""Five municipalities that ask the same, and somebody who works for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from werkzeug.test import TestResponse

from tests.web.builders import NOON, Browser, Site, a_site
from tests.web.pages import Page
from toolkit.domain.access import Role
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.regional import Offers
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import accounts, assessments, municipalities, regional, sessions
from toolkit.storage.assessments import Draft
from toolkit.web import visit

NAMES = ("Amberdam", "Bergdal", "Cederwijk", "Duinoord", "Eikstad")
MAIN, EDITION = "kinderrechten-mensenhandel", "2026.1"
REGION = f"/region/{MAIN}/{EDITION}"


@dataclass(frozen=True)
class Town:
    """One of the municipalities: its scan, and who leads there."""

    name: str
    id: str
    scan: str
    lead: str


@dataclass(frozen=True)
class Region:
    """The installation, and the account of whoever works for every one of them."""

    site: Site
    account: str
    towns: tuple[Town, ...]

    @property
    def questionnaire(self) -> Questionnaire:
        return self.site.parts.shelf.find(MAIN, EDITION)

    def browser_of(self, account: str, *towns: int, kind: str = sessions.FULL) -> Browser:
        """Return the browser of somebody who is in; with a link, into these municipalities."""
        with self.site.parts.database.writing() as connection:
            secret = sessions.begin(connection, account, kind, at=NOON)
            session = sessions.living(connection, secret, sessions.Limits(), at=NOON)
            assert session is not None
            for town in towns:
                sessions.let_into(connection, session.id, self.towns[town].id)
        browser = self.site.visitor()
        with browser.client.session_transaction() as cookie:
            cookie[visit.SESSION] = secret
        return browser

    def care_coordinator(self) -> Browser:
        """Return the browser of whoever works for every municipality."""
        return self.browser_of(self.account)

    def lead_of(self, town: int) -> Browser:
        """Return the browser of the coordinator of a municipality."""
        return self.browser_of(self.towns[town].lead)

    def by_invitation(self, *towns: int) -> Browser:
        """Return a browser that came by an invitation of these municipalities."""
        return self.browser_of(self.account, *towns, kind=sessions.LINK)

    def opened(self, town: int) -> Opened:
        """Return a scan as its coordinator sees it."""
        with self.site.parts.database.reading() as connection:
            actor = accounts.actor(connection, self.towns[town].lead, at=NOON)
            assert actor is not None
            return open_scan(actor, connection, self.site.parts.shelf, self.towns[town].scan)

    def offers(self, town: int) -> Offers:
        """Return what was offered to a municipality."""
        with self.site.parts.database.reading() as connection:
            return regional.offers_to(connection, self.towns[town].scan, self.questionnaire)


def a_region(folder: Path, selection: str | None = "core", count: int = 5) -> Region:
    """Return municipalities with a scan each, their coordinators, and one person for all."""
    site = a_site(folder)
    with site.parts.database.writing() as connection:
        first = accounts.add(connection, operator=True, at=NOON)
        accounts.choose(connection, first, function="adv_youth")
        account = accounts.add(connection, operator=False, at=NOON)
        accounts.choose(connection, account, function="care_coord")
        towns = []
        for name in NAMES[:count]:
            place = municipalities.add(connection, name=name, at=NOON)
            lead = accounts.add(connection, operator=False, at=NOON)
            accounts.choose(connection, lead, function="adv_youth")
            accounts.join(connection, lead, place, Role.COORDINATOR, at=NOON)
            accounts.join(connection, account, place, Role.CONTRIBUTOR, at=NOON)
            draft = Draft(place, MAIN, EDITION, selection)
            towns.append(Town(name, place, assessments.add(connection, draft, at=NOON), lead))
    return Region(site, account, tuple(towns))


def stamps(page: Page) -> dict[str, str]:
    """Return what the form of a page holds out of sight."""
    fields = [field.attributes for field in page.all("input")]
    return {
        one["name"]: one.get("value", "")
        for one in fields
        if one.get("type") == "hidden" and one.get("name") not in ("next", "csrf_token")
    }


def send(browser: Browser, address: str, fields: Mapping[str, str]) -> TestResponse:
    """Open a page and send its form with these fields."""
    return browser.post(address, {**stamps(browser.page(address)), **fields})


def answer(
    browser: Browser, question: Question, value: str, fields: Mapping[str, str] | None = None
) -> TestResponse:
    """Answer a question for the region."""
    said = {f"{question.id}-value": value, **(fields or {})}
    return send(browser, f"{REGION}/items/{question.id}", said)


def answer_all(browser: Browser, questions: tuple[Question, ...], *, nothing: bool = True) -> None:
    """Answer every question with the lowest answer, or that nobody knows."""
    for question in questions:
        assert (
            answer(browser, question, lowest(question) if nothing else "!unknown").status_code
            == 303
        )


def lowest(question: Question) -> str:
    """Return the answer that gives no points."""
    if question.item.type == "scale":
        return str(question.scale[0].value)
    options = {option.id: option.points or 0 for option in question.item.options}
    return min(options, key=lambda name: options[name]) if options else "no"

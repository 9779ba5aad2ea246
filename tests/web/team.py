"""A scan whose coordinator asks colleagues, and the mails that they get."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self

from tests.web.builders import SHORT_ROUND, Browser, Site
from tests.web.pages import Page, looked_over
from toolkit.domain.questionnaire import Question
from toolkit.storage import invitations

FUNCTION = "adv_youth"
FIRST, SECOND = "gov.children_explicit", "gov.best_interests_test"
NOT_THEIRS = "gov.policy_adopted"


@dataclass(frozen=True, slots=True)
class Handed:
    """What somebody who was invited got: where the link leads, and the code."""

    page: Page
    link: str
    code: str

    @classmethod
    def of(cls, html: str) -> Self:
        """Return what stands on the page that shows it once."""
        page = looked_over(html)
        link = re.search(r"/in/\S+", page.text)
        code = re.search(r"(?<= )[0-9A-Z]{5}-[0-9A-Z]{5}(?=\.)", page.text)
        assert link is not None
        assert code is not None
        return cls(page, link[0], code[0])


@dataclass(frozen=True)
class Team:
    """An installation with the browser of the coordinator and the address of a scan."""

    site: Site
    lead: Browser
    scan: str

    @property
    def scan_id(self) -> str:
        """The id of the scan."""
        return self.scan.rpartition("/")[2]

    def invites(self, name: str = "Fatima", function: str = FUNCTION, **more: str) -> Handed:
        """Ask somebody."""
        sent = {"name": name, "function": function, **more}
        answer = self.lead.post(f"{self.scan}/team/new", sent)
        assert answer.status_code == 200, answer.text
        return Handed.of(answer.text)

    def somebody(self, name: str = "Fatima", function: str = FUNCTION) -> Browser:
        """Return the browser of somebody who was invited and came in."""
        browser = self.site.visitor()
        enter(browser, self.invites(name, function).link)
        return browser

    def question(self, item: str) -> Question:
        """Return a question of the scan."""
        return self.site.parts.shelf.newest(SHORT_ROUND["questionnaire"]).questions[item]

    def asked(self, number: int = 0) -> str:
        """Return the address of the page about somebody who was asked."""
        with self.site.parts.database.reading() as connection:
            found = invitations.of(connection, self.scan_id)
        return f"{self.scan}/team/{found[number].id}"


def a_team(site: Site) -> Team:
    """Return a short round in which nobody was asked yet."""
    scan = f"/scans/{site.a_scan()}"
    return Team(site, site.signed_in(), scan)


def enter(browser: Browser, link: str, go_on: str = "yes") -> None:
    """Use a link."""
    answer = browser.post(link, {"go_on": go_on})
    assert answer.status_code == 303, answer.text


def answer(browser: Browser, address: str, **fields: str) -> str:
    """Answer one question; return where that leads."""
    item = address.rpartition("/")[2]
    sent = {"version": "0", "request_id": "request-0", **fields}
    done = browser.post(address, {f"{item}-{name}": value for name, value in sent.items()})
    assert done.status_code == 303, done.text
    return str(done.headers["Location"])

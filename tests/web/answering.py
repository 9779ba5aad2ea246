"""Answers as a page sends them, with or without scripts, and what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from werkzeug.test import TestResponse

from tests.web.builders import Browser, Site, a_site
from toolkit.catalogue import Shelf, shelf_at
from toolkit.domain.questionnaire import Question
from toolkit.storage import answers
from toolkit.storage.answers import Change, KeptAnswer
from toolkit.storage.database import FILE, Database
from toolkit.web.app import create_app

PLAN = "gov.policy_adopted"
LED = """
format: "1"
id: met-vervolg
edition: "1"
languages: [nl]
title: {nl: Met vervolg}
passport: {owner: {nl: De makers}, published: "2026-11-21", status: trial}
intake:
  - id: begin.opvang
    type: choice
    question: {nl: Is er opvang?}
    options:
      - {id: "yes", label: {nl: ja}}
      - {id: "no", label: {nl: nee}}
  - id: begin.waar
    type: text
    question: {nl: Waar is die opvang?}
    show_if: {item: begin.opvang, equals: "yes"}
  - id: begin.slot
    type: text
    question: {nl: Wat wilt u nog kwijt?}
scales: {policy: [{value: 0, label: {nl: niets}}, {value: 4, label: {nl: alles}}]}
levels: [minimum]
themes:
  - id: beleid
    title: {nl: Beleid}
    items: [{id: beleid.plan, type: scale, dimension: policy, question: {nl: Is er een plan?}}]
"""


@dataclass(frozen=True)
class Sheet:
    """Somebody in front of a scan; ``stamps`` are taken from the page when it is opened."""

    site: Site
    browser: Browser
    scan: str

    def stamps(self, item: str = PLAN) -> dict[str, str]:
        """Open a question; return what its form holds besides the answer."""
        page = self.browser.page(f"/scans/{self.scan}/items/{item}")
        fields = [field.attributes for field in page.all("input")]
        names = ("csrf_token", f"{item}-version", f"{item}-request_id")
        return {one["name"]: one["value"] for one in fields if one.get("name") in names}

    def send(
        self,
        fields: Mapping[str, str],
        *,
        over: Mapping[str, str] | None = None,
        item: str = PLAN,
        where: str = "",
        script: bool = False,
    ) -> TestResponse:
        """Send an answer: ``fields`` without the name of the question, over what was opened."""
        said = {f"{item}-{name}": value for name, value in fields.items()}
        stamps = self.stamps(item) if over is None else over
        headers = {"Accept-Language": "nl", **({"HX-Request": "true"} if script else {})}
        address = f"/scans/{self.scan}/{where or f'items/{item}'}"
        return self.browser.client.post(address, data={**stamps, **said}, headers=headers)

    def kept(self, item: str = PLAN) -> KeptAnswer:
        """Return the answer as it is kept."""
        with self.site.parts.database.reading() as connection:
            return answers.current(connection, self.scan, self.question(item))

    def history(self, item: str = PLAN) -> tuple[Change, ...]:
        """Return everything that was ever kept as this answer, the last first."""
        with self.site.parts.database.reading() as connection:
            return answers.history(connection, self.scan, self.question(item))

    def question(self, item: str) -> Question:
        """Return a question, of whatever questionnaire has it."""
        shelf = self.site.parts.shelf
        every = (shelf.newest(name).questions.get(item) for name in shelf.ids())
        return next(question for question in every if question is not None)


def a_sheet(site: Site) -> Sheet:
    """Return somebody with a short round that was just begun."""
    return Sheet(site, site.signed_in(), site.a_scan())


def a_led_site(folder: Path) -> Site:
    """Return an installation with one more list, in which an answer shows another question."""
    edition = folder / "met-vervolg" / "1"
    edition.mkdir(parents=True)
    (edition / "questionnaire.yaml").write_text(LED, "utf-8")
    site = a_site(folder)
    shelf = Shelf({**site.parts.shelf.folders, **shelf_at(edition).folders})
    return _with(replace(site, parts=replace(site.parts, shelf=shelf)))


def a_led_sheet(site: Site) -> Sheet:
    """Return somebody with a scan in which an answer shows another question."""
    browser = site.signed_in()
    begun = browser.post("/scans/", {"questionnaire": "met-vervolg"})
    return Sheet(site, browser, begun.headers["Location"].strip("/").rpartition("/")[2])


def an_impatient_site(folder: Path) -> Site:
    """Return an installation that does not wait for others who hold the data."""
    site = a_site(folder)
    site.parts.database.close()
    database = Database.at(folder / "data" / FILE, patience=0.1)
    return _with(replace(site, parts=replace(site.parts, database=database)))


def _with(site: Site) -> Site:
    return replace(site, app=create_app(site.parts))

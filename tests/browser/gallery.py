"""Every page in every state that a scan can be in, as the application answers it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from sqlalchemy import Connection
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.browser.getting_in import getting_in
from tests.web.answering import PLAN
from tests.web.builders import SHORT_ROUND, Browser, Site, a_site
from tests.web.pages import looked_over
from tests.worker.queues import PDF
from toolkit.paths import EXAMPLE
from toolkit.services.show_documents import OFFERED
from toolkit.storage import jobs
from toolkit.web import errors
from toolkit.web.pages import page

HALF = EXAMPLE.with_name("korte-ronde.yaml")
_FILES = (
    "answering.versions documents.take evidence_files.take health.live "
    "log.installation_file log.place_file mine.begin mine.due operator.accounts_file "
    "own_cases.template people.review place.headings place.logo place.sheet room.version "
    "scan.to_example team.dates workshop_pack.take"
)
_LEADS_ON = "organisation.leave organisation.arrive sign_in.before_set_up"
NO_PAGES = frozenset(f"{_FILES} {_LEADS_ON}".split())
OWN = re.compile(r'"(/municipalities/[^"]+\.(?:css|png))"')
# One question of each type; the first of them is gone on to from its theme.
QUESTIONS = (
    PLAN,
    "gov.children_explicit",
    "context.respondents",
    "context.population",
    "context.region",
)
# How many pages of one kind are looked at in one state, where that is more than one.
MOST = {
    "answering.theme": 2,
    "documents.show": 4,
    "empty answering.item": len(QUESTIONS),
    "half answering.item": len(QUESTIONS),
    "reviewed documents.read": 2,
}


@dataclass(frozen=True, slots=True)
class View:
    """One page as it was answered."""

    name: str
    endpoint: str
    html: str
    # What the page brings along of a municipality's own, by address: its kind and its bytes.
    own: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)


@dataclass
class Gallery:
    """Somebody in an installation, and every page that was opened there."""

    site: Site
    language: str
    views: dict[str, View] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.says = {"Accept-Language": self.language}
        self.browser = self.site.signed_in()
        self.urls = self.site.app.url_map.bind("")

    def look(self, name: str, address: str, browser: Browser | None = None) -> list[str]:
        """Open a page and keep it, unless it leads elsewhere; return where its links lead."""
        client = (browser or self.browser).client
        answer = client.get(address, headers=self.says)
        if answer.location:
            return []
        self._keep(name, self._page_at(address)[0], answer)
        return looked_over(answer.text).links() if answer.mimetype == "text/html" else []

    def send(self, name: str, address: str, data: Mapping[str, object]) -> str:
        """Send a form; keep the page that comes back, return where it leads."""
        form = {**data, "csrf_token": self._token()}
        answer = self.browser.client.post(address, data=form, headers=self.says)
        self._keep(name, "", answer)
        return str(answer.location)

    def read_in(self, file: Path) -> str:
        """Read a scan file in; return the id of the scan."""
        sent = (BytesIO(file.read_bytes()), file.name)
        return self.send("read in", "/more", {"file": sent}).split("/")[2]

    def walk(self, state: str, scan: str) -> None:
        """Open every page about one scan that a link leads to; of those that are alike, a few."""
        waiting = [f"/scans/{scan}/", f"/scans/{scan}/report"]
        waiting += [f"/scans/{scan}/items/{item}" for item in QUESTIONS]
        opened: dict[str, list[str]] = {}
        for link in waiting:
            address = link.partition("#")[0]
            endpoint = self._about_a_scan(address)
            alike = opened.setdefault(endpoint, [])
            most = MOST.get(f"{state} {endpoint}", MOST.get(endpoint, 1))
            if not endpoint or address in alike or len(alike) == most:
                continue
            alike.append(address)
            waiting += self.look(f"{state} {endpoint} {len(alike)}", address)

    def _about_a_scan(self, address: str) -> str:
        """Return which page an address is of; nothing when it is no page, or not of a scan."""
        if not address.startswith("/"):
            return ""
        endpoint, values = self._page_at(address)
        return endpoint if values and endpoint not in NO_PAGES else ""

    def _page_at(self, address: str) -> tuple[str, Mapping[str, object]]:
        return self.urls.match(address.partition("?")[0])

    def _token(self) -> str:
        page = looked_over(self.browser.client.get("/help-now").text)
        fields = [field.attributes for field in page.all("input")]
        return next(field["value"] for field in fields if field.get("name") == "csrf_token")

    def keep(self, name: str, answer: TestResponse) -> None:
        """Keep a page that was answered to somebody else."""
        self._keep(name, "", answer)

    def _keep(self, name: str, endpoint: str, answer: TestResponse) -> None:
        """Keep what is a page; one that is not there in another state is kept once."""
        if answer.status_code in (302, 303):
            return
        assert answer.mimetype == "text/html", name
        assert answer.status_code < 500, name
        once = answer.status_code in (404, 409) and answer.request.method == "GET"
        name = f"refused {answer.status_code}" if once else name
        looked_over(answer.text)
        own = {address: self._own(address) for address in OWN.findall(answer.text)}
        self.views.setdefault(name, View(name, endpoint, answer.text, own))

    def _own(self, address: str) -> tuple[str, bytes]:
        answer = self.browser.client.get(address)
        return answer.content_type, answer.data


def every_page(folder: Path, language: str) -> tuple[View, ...]:
    """Return every page in every state, in one language."""
    gallery = Gallery(a_site(folder), language)
    _without_a_scan(gallery)
    empty = gallery.send("begin", "/scans/", SHORT_ROUND).split("/")[2]
    gallery.walk("empty", empty)
    _refused(gallery, empty)
    half = gallery.read_in(HALF)
    gallery.walk("half", half)
    _disagree(gallery, f"/scans/{half}/items/{PLAN}/disagreement")
    reviewed = gallery.read_in(HALF)
    gallery.send("review", f"/scans/{reviewed}/review", {})
    _order_documents(gallery, reviewed)
    gallery.walk("reviewed", reviewed)
    final = gallery.read_in(EXAMPLE)
    gallery.send("review", f"/scans/{final}/review", {})
    gallery.send("finalise", f"/scans/{final}/finalise", {})
    _finish_all(gallery)
    gallery.walk("final", final)
    _what_comes_after(gallery, final)
    gallery.look("example", gallery.send("example", "/scans/example", {}))
    gallery.look("every scan", "/")
    _faults(gallery)
    return tuple(gallery.views.values())


def pages_without_a_scan(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of somebody who has not begun anything, in one language."""
    gallery = Gallery(a_site(folder), language)
    _without_a_scan(gallery)
    return tuple(gallery.views.values())


def pages_of(site: Site) -> tuple[Rule, ...]:
    """Return the rule of every page that can be opened."""
    rules = (rule for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ()))
    return tuple(rule for rule in rules if rule.endpoint not in NO_PAGES)


def _without_a_scan(gallery: Gallery) -> None:
    for rule in pages_of(gallery.site):
        if not rule.arguments:
            gallery.look(rule.endpoint, rule.rule)
    stranger = gallery.site.visitor()
    gallery.look("not signed in", "/", stranger)
    gallery.look("welcome", gallery.site.link(), stranger)
    gallery.look("link spent", "/start/spent", stranger)
    getting_in(gallery)


def _disagree(gallery: Gallery, address: str) -> None:
    gallery.look("two answers to give", address)
    gallery.send("two answers without reasons", address, {})


def _refused(gallery: Gallery, scan: str) -> None:
    """Every form that comes back with what is wrong."""
    about, gov = f"/scans/{scan}/themes/intake", f"/scans/{scan}/themes/gov"
    note = {f"{PLAN}-value": "preparing", f"{PLAN}-note": "Bel 06-12345678."}
    late = {f"{PLAN}-value": "none", f"{PLAN}-version": "0", f"{PLAN}-note": "Van mij."}
    gallery.send(
        "no number", about, {"context.population-value": "veel", **_stamp("context.population")}
    )
    gallery.send("personal data", gov, {**note, **_stamp(PLAN)})
    gallery.send("first", gov, {f"{PLAN}-value": "preparing", **_stamp(PLAN)})
    gallery.send("a colleague was first", gov, {**late, **_stamp(PLAN, "another-request")})
    gallery.send("nameless", f"/scans/{scan}/", {"name": " "})
    gallery.send("no file", "/more", {})


def _stamp(item: str, request: str = "first-request") -> dict[str, str]:
    return {f"{item}-version": "0", f"{item}-request_id": request}


def _what_comes_after(gallery: Gallery, final: str) -> None:
    """Fill in what does not fit, look for a text to strike, and begin the next round."""
    wrong = {"progress_on": "straks", "retention_years": "veel", "version": "1"}
    gallery.send("blanks that do not fit", f"/scans/{final}/blanks", wrong)
    gallery.send("blanks", f"/scans/{final}/blanks", {"case_number": "Z-1", "version": "1"})
    gallery.send("to strike", f"/scans/{final}/rectification", {"text": "jongeren"})
    begun = gallery.send("a round", f"/scans/{final}/round", {"edition": "2026.1"})
    gallery.send("review", f"{begun}review", {})
    for name in ("", "comparison", "changes"):
        gallery.look(f"second round {name}", begun + name)


def _order_documents(gallery: Gallery, scan: str) -> None:
    """Ask for every document; one is ready, one failed, one is being made, the others wait."""
    for wanted, then in zip_longest(OFFERED, (_finish, _give_up, jobs.claim)):
        embed = "yes" if wanted.embed else "no"
        kind = wanted.kind.value
        form = {
            "kind": kind,
            "form": wanted.form.value,
            "language": wanted.language,
            "embed": embed,
            "format": wanted.format,
        }
        gallery.send("ask", f"/scans/{scan}/documents", form)
        if then is not None:
            with gallery.site.parts.database.writing() as connection:
                then(connection, at=gallery.site.parts.now())


def _finish(connection: Connection, *, at: datetime) -> bool:
    """Make the next document; return whether there was one."""
    job = jobs.claim(connection, at=at)
    return job is not None and jobs.finish(connection, job, PDF, at=at)


def _give_up(connection: Connection, *, at: datetime) -> None:
    job = jobs.claim(connection, at=at)
    assert job is not None
    jobs.fail(connection, job, "too_long", at=at, again=False)


def _finish_all(gallery: Gallery) -> None:
    with gallery.site.parts.database.writing() as connection:
        while _finish(connection, at=gallery.site.parts.now()):
            pass


def _faults(gallery: Gallery) -> None:
    """Every page for what went wrong."""
    names = {*errors.NAMES.values(), *(name for _, name in errors.STATUS.values()), "fault"}
    for name in sorted(names):
        with gallery.site.app.test_request_context(headers=gallery.says):
            said = page(
                "error",
                name=name,
                reason="full",
                unsent=True,
                scan="",
                local=True,
                written=("Nog niet bewaard.",),
            ).get_data(as_text=True)
        looked_over(said)
        gallery.views[f"error {name}"] = View(f"error {name}", "", said)


def save(views: tuple[View, ...], folder: Path) -> None:
    """Write each page to a file of its own."""
    for number, view in enumerate(views):
        name = f"{number} {view.name}.html".replace(" ", "-").replace("/", "-")
        (folder / name).write_text(view.html, "utf-8")

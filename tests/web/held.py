"""A workshop that somebody holds, with what the room showed, for tests of what comes after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from werkzeug.test import TestResponse

from tests.web.builders import NOON, Browser, Site
from toolkit.documents import scanfile
from toolkit.domain.access import Actor, Role
from toolkit.domain.scan import ScanState
from toolkit.domain.scoring.score import score
from toolkit.domain.workshop_counts import Counts
from toolkit.paths import EXAMPLE
from toolkit.services.import_scan import import_scan
from toolkit.services.open_workshop import Held, open_workshop
from toolkit.services.plan_workshop import FromName, FromScan, begin_workshop, set_day
from toolkit.services.score_json import as_data
from toolkit.storage import accounts, assessments, workshop_room
from toolkit.storage.tables import memberships

DAY = date(2026, 1, 14)
TWELVE = Counts((3, 2, 2, 1, 1, 3))


@dataclass(frozen=True)
class Holder:
    """Whoever is signed in first, with a workshop of theirs."""

    site: Site
    browser: Browser
    workshop: str
    scan: str = ""

    @property
    def address(self) -> str:
        """Where the workshop is."""
        return f"/workshops/{self.workshop}"

    @property
    def actor(self) -> Actor:
        """Who holds it."""
        return first_actor(self.site)

    def held(self) -> Held:
        """Return the workshop as it is now; what is lazy in it is not to be asked for."""
        parts = self.site.parts
        with parts.database.reading() as connection:
            return open_workshop(self.actor, connection, parts.shelf, parts.library, self.workshop)

    def cards(self) -> tuple[str, ...]:
        """Return the questions by cards."""
        plan = self.held().plan
        return (*plan.opening, *(item for phase in plan.phases for item in phase.cards))

    def counted(self, item: str, counts: Counts = TWELVE, months: int = 0) -> None:
        """Keep what the room showed."""
        with self.site.parts.database.writing() as connection:
            workshop_room.put_counts(
                connection, self.workshop, item, counts, months=months, at=NOON
            )

    def parks(self, text: str) -> None:
        """Keep a question for later."""
        with self.site.parts.database.writing() as connection:
            workshop_room.park(connection, self.workshop, "break", text, at=NOON)

    def is_now(self, role: Role) -> None:
        """Make who holds it something else in the municipality."""
        with self.site.parts.database.writing() as connection:
            connection.execute(memberships.update().values(role=role.value))


def seen(holder: Holder) -> dict[str, str]:
    """Return what every form of the plan carries along."""
    return {"version": str(holder.held().kept.version)}


def story(holder: Holder) -> str:
    """Return which case is told."""
    return holder.held().plan.scenario or ""


def send(holder: Holder, form: str, sent: Mapping[str, object]) -> TestResponse:
    """Send a form of the workshop, in which a name may have several values."""
    page = holder.browser.page("/help-now")
    fields = [one.attributes for one in page.all("input")]
    token = next(one["value"] for one in fields if one.get("name") == "csrf_token")
    return holder.browser.client.post(
        holder.address + form,
        data={**sent, "csrf_token": token},
        headers={"Accept-Language": "nl"},
    )


def first_actor(site: Site) -> Actor:
    """Return who is signed in first."""
    with site.parts.database.reading() as connection:
        actor = accounts.actor(connection, accounts.first(connection) or "", at=NOON)
    assert actor is not None
    return actor


def of_a_scan(site: Site, state: ScanState = "draft", day: date | None = DAY) -> Holder:
    """Return a workshop about the example in this state."""
    browser, parts = site.signed_in(), site.parts
    read, actor = scanfile.read_file(EXAMPLE, parts.shelf), first_actor(site)
    with parts.database.writing() as connection:
        place = actor.municipalities[0]
        scan = import_scan(actor, connection, parts.shelf, place, read, at=NOON)
        questionnaire = parts.shelf.find(read.questionnaire, read.edition)
        result = as_data(score(questionnaire, read.answers, selection=read.selection))
        assessments.set_state(connection, scan, state, result=result)
    return _begun(site, browser, FromScan(scan, ""), scan, day)


def of_a_name(site: Site, day: date | None = DAY) -> Holder:
    """Return a workshop for a municipality of which there is only a name."""
    return _begun(site, site.signed_in(), FromName("Onbekendeveen"), "", day)


def _begun(
    site: Site, browser: Browser, beginning: FromScan | FromName, scan: str, day: date | None
) -> Holder:
    parts, actor = site.parts, first_actor(site)
    with parts.database.writing() as connection:
        known = connection, parts.shelf, parts.library
        name = begin_workshop(actor, *known, beginning, at=NOON)
        held = open_workshop(actor, *known, name)
        set_day(held, day, seen=held.kept.version)
    return Holder(site, browser, name, scan)

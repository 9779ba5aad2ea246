"""Every form that changes or hands out something leaves a line in the log, or says here why not."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Self

import pytest
from sqlalchemy import select, update

from tests.documents.uploads import pdf, picture
from tests.web.builders import NOON, SHORT_ROUND, Browser, Site
from tests.web.neighbours import Caller, Neighbours, neighbours
from tests.web.people import ANOTHER, PASSWORD, a_person, with_an_app
from tests.web.region import a_region, answer, send
from tests.web.untold import NEEDS_NONE
from toolkit.domain.scan import Evidence, ScanState
from toolkit.paths import EXAMPLE
from toolkit.reading.letter_headings import OUR_FILE
from toolkit.storage import files, people, register, tables
from toolkit.storage.files import NewFile
from toolkit.storage.register import KeptEvidence

pytestmark = pytest.mark.slow

WHOM = {"name": "Sam", "email": "sam@gemeente.example", "function": "adv_youth"}
LATER = {"until": "2026-12-31", "place_until": "2026-12-31"}
TOKENS = b'{"utrecht": {"link": {"color": {"$value": "#24578F"}}}}'
Sent = Mapping[str, str | bytes]
# What a coordinator who also runs the program sends, in this order, by the state of the scan.
DEEDS: Mapping[ScanState, tuple[tuple[str, Sent], ...]] = {
    "draft": (
        ("scan.begin", SHORT_ROUND),
        ("scan.example", {}),
        ("scan.frame", {"name": "Elders"}),
        ("files.read_in", {"file": EXAMPLE.read_bytes()}),
        ("files.take_along", {}),
        ("actions.take_along", {"as": "ics"}),
        ("sheets.take_along", {"what": "answers", "as": "csv"}),
        ("actions.remove", {}),
        ("evidence_files.add", {"file": pdf()}),
        ("evidence_files.remove", {}),
        ("evidence.remove", {}),
        *((f"team.{one}", {}) for one in ("link", "remind", "withdraw")),
        ("team.invite", WHOM),
        ("people.add", {**WHOM, "email": "kim@gemeente.example", "role": "reader"}),
        ("people.link", {}),
        ("people.rename", {"name": "Kim"}),
        ("people.change_role", {"role": "reader"}),
        ("people.remove", {}),
        ("place.describe", {"code": "GM9999", "region": "Voorbeeldstreek", "population": "28000"}),
        ("place.choose_colour", {"colour": "#a4343a"}),
        ("place.read_tokens", {"tokens": TOKENS}),
        ("place.take_look_away", {}),
        ("place.add_logo", {"logo": picture("PNG")}),
        ("place.take_logo_away", {}),
        ("place.read_headings", {"headings": OUR_FILE.read_bytes()}),
        ("place.take_headings_away", {}),
        ("sharing.withdraw_scan", {}),
        ("sharing.share_scan", {**WHOM, **LATER, "email": "ada@elders.example"}),
        ("sharing.to_municipality", {**LATER, "place": "kanarie van hiernaast"}),
        ("readers.withdraw", {}),
        ("readers.give", {**WHOM, **LATER}),
        ("sharing.withdraw_place", {}),
        ("sharing.share_place", {**WHOM, **LATER, "email": "eva@elders.example"}),
        ("operator.add_municipality", {**WHOM, "place": "Nieuw", "email": "bo@nieuw.example"}),
        ("operator.rename", {"place": "Anders"}),
        *((f"operator.{one}", {}) for one in ("stop", "restore", "end_sessions")),
        ("operator.take_off_second_step", {}),
        ("operator.link", {}),
        ("own_data.take", {}),
        ("workshops.begin", {"name": "Onbekendeveen"}),
        ("workshop_pack.order", {"language": "nl"}),
        ("workshops.remove", {"sure": "yes"}),
        ("outcome.to_outcome", {}),
        ("life.remove", {}),
    ),
    "in_review": (
        ("documents.order", {"form": "work", "language": "nl", "kind": "full"}),
        *((f"outcome.{one}", {}) for one in ("reopen", "to_outcome", "make_final")),
        ("own_data.erase_person", {}),
        ("own_data.erase_everything", {"name": "Voorbeeldstad"}),
    ),
    "final": (
        ("life.adopt", {"by": "officials"}),
        ("told_back.keep", {"told": "2026-11-19"}),
        ("life.begin_round", {"edition": "2026.1", "selection": "core"}),
        ("life.correct", {"reason": "Verwisseld", "approver": "wethouder jeugd"}),
        ("rectification.strike", {"text": "Voorbeeldstad"}),
    ),
}
# What is told of who gets in, offers for the region, and begins from what was shared.
TOLD_BELOW = frozenset(
    [
        "account.change_password",
        "account.end_one",
        "account.end_others",
        "account.set_second_step",
        "account.show_proof",
        "account.take_off_second_step",
        "arriving.enter",
        "arriving.typed",
        "offers.adapt",
        "offers.decide",
        "password.ask",
        "password.choose",
        "publication.decide",  # in the tests of publishing
        "publication.dossier",
        "publication.fill",
        "readers.enter",  # in the tests of readers
        "region.offer",
        "region.withdraw",
        "sharing.begin",
        "sign_in.enter",
        "sign_in.set_up",
        "sign_in.take_step",
        "start.enter",
        "start.leave",
        "workshop_outcome.order",  # in the tests of what comes after a workshop
    ]
)


@pytest.mark.parametrize("state", DEEDS)
def test_every_deed_leaves_a_line(tmp_path: Path, state: ScanState) -> None:
    """R37: and is done, so that the line is about something."""
    both = neighbours(tmp_path, state)
    knocking = Knocking.at(both)

    came = [(endpoint, *knocking.sends(endpoint, sent)) for endpoint, sent in DEEDS[state]]

    assert len(came) >= 4
    assert [one for one in came if one[1] not in (200, 303) or not one[2]] == []
    both.site.parts.database.close()


def test_every_form_is_told_or_on_the_list_of_what_needs_no_line(tmp_path: Path) -> None:
    """R37."""
    both = neighbours(tmp_path)
    forms = {rule.endpoint for rule in both.rules if "POST" in (rule.methods or ())}
    done = {endpoint for deeds in DEEDS.values() for endpoint, _ in deeds}

    both.site.parts.database.close()
    assert len(forms) > 70
    assert forms == done | TOLD_BELOW | NEEDS_NONE.keys()
    assert not (done | TOLD_BELOW) & NEEDS_NONE.keys()


def test_offers_and_decisions_about_them_are_told_where_they_are_made(tmp_path: Path) -> None:
    """R37: one line a press, however many answers it is about."""
    region = a_region(tmp_path, count=2)
    worker, lead, scan = region.care_coordinator(), region.lead_of(0), region.towns[0].scan
    answer(worker, region.questionnaire.questions["sight.register_minors"], "2")
    answer(worker, region.questionnaire.questions["refer.route"], "2")
    worker.post(f"/scans/{scan}/region/offer")
    worker.post(f"/scans/{scan}/region/withdraw")
    worker.post(f"/scans/{scan}/region/offer")

    send(lead, f"/scans/{scan}/offers/", {"accept": "refer.route"})
    send(lead, f"/scans/{scan}/offers/", {"leave": "sight.register_minors"})
    worker.post(f"/scans/{scan}/region/offer")

    assert told(region.site, region.towns[0].id) == [
        "offered",
        "offer_withdrawn",
        "offered",
        "offer_decided",
        "offer_decided",
    ]
    region.site.parts.database.close()


def test_every_way_in_and_each_change_of_it_is_told(site: Site) -> None:
    """R37: a wrong code and a wrong password too."""
    person = a_person(site)
    app = with_an_app(person)
    browser = person.signed_in()
    browser.post("/sign-in/step", {"code": "000000"})
    browser.post("/sign-in/step", {"code": app.code(steps=1)})
    browser.post("/account/prove", {"password": ANOTHER, "code": "000000"})
    browser.post("/account/sessions/end-others")
    browser.post("/account/sessions/end", {"session": "x"})
    changed = {"current": PASSWORD, "password": ANOTHER, "again": ANOTHER}
    browser.post("/account/password", changed)
    browser.post("/account/second-step/off")
    browser.post("/sign-out")
    person.tries()

    assert told(site) == [
        "signed_in",
        "second_step_set",
        "sign_in_failed",
        "signed_in",
        "sign_in_failed",
        "sessions_ended",
        "sessions_ended",
        "password_set",
        "second_step_taken_off",
        "signed_out",
        "sign_in_failed",
    ]


def test_an_operator_who_lets_in_a_coordinator_is_read_by_the_municipality(
    site: Site, browser: Browser
) -> None:
    """R37: in plain words, also that the second step went and that a link was made."""
    person = a_person(site, email="anna@elders.example")
    deeds = ("link", "second-step", "stop", "restore")
    done = [browser.post(f"/operator/accounts/2/{deed}").status_code for deed in deeds]
    with site.parts.database.reading() as connection:
        (place,) = people.places(connection, person.account)

    page = person.signed_in().page(f"/municipalities/{place}/log")

    assert done == [200, 303, 303, 303]
    assert page.text.count("account 1 (beheerder)") == 4
    assert "maakte een link waarmee iemand binnenkomt" in page.text
    assert "account 2" in page.text


@dataclass(frozen=True)
class Knocking:
    """The coordinator of ours, who runs the program too, with the ids that forms are about."""

    both: Neighbours
    caller: Caller
    ids: Mapping[str, str]

    @classmethod
    def at(cls, both: Neighbours) -> Self:
        """Return it, with a document in the register that no answer names."""
        caller, ids = Caller.of(both.site.signed_in()), dict(both.ids(both.ours))
        with both.site.parts.database.writing() as connection:
            free = KeptEvidence(Evidence("vrij", "Plan", "plan"))
            register.put(connection, both.ours.municipality, free, at=NOON)
            file = NewFile("vrij.pdf", "pdf", pdf())
            ids["file_id"] = files.add(
                connection, both.ours.municipality, "vrij", file, None, at=NOON
            )
            long_ago = NOON - timedelta(days=9)
            connection.execute(update(tables.invitations).values(invited=long_ago))
        return cls(both, caller, {**ids, "entry": "vrij"})

    def sends(self, endpoint: str, sent: Sent) -> tuple[int, list[str]]:
        """Send a form; return what it gave, and what the log tells of it."""
        build = self.both.site.app.url_map.bind("localhost").build
        rule = next(one for one in self.both.rules if one.endpoint == endpoint)
        path = build(endpoint, {name: self.ids[name] for name in rule.arguments}, "POST")
        before = len(told(self.both.site))
        files_sent = {
            name: (io.BytesIO(one), "x") for name, one in sent.items() if isinstance(one, bytes)
        }
        data = {"version": "1", **sent, **files_sent, "csrf_token": self.caller.token}
        status = self.caller.client.post(path, data=data).status_code
        return status, told(self.both.site)[before:]


def told(site: Site, place: str | None = None) -> list[str]:
    """Return what the log tells, of one municipality or of all, the oldest first."""
    query = select(tables.audit.c.what).order_by(tables.audit.c.number)
    if place is not None:
        query = query.where(tables.audit.c.municipality == place)
    with site.parts.database.reading() as connection:
        return list(connection.execute(query).scalars())

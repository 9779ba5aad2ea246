"""Two municipalities in one installation: ours, and one of which we may know nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from flask.testing import FlaskClient
from werkzeug.routing import Rule

from tests.documents.uploads import picture
from tests.web.builders import NOON, Browser, Site, a_site
from tests.web.holding import hold, paper_of, workshop_of
from tests.worker.queues import Town
from toolkit.documents import scanfile
from toolkit.domain.access import Role
from toolkit.domain.look import Part
from toolkit.domain.scan import Scan, ScanState
from toolkit.domain.scoring.score import score
from toolkit.paths import EXAMPLE
from toolkit.services.import_scan import import_scan
from toolkit.services.score_json import as_data
from toolkit.services.sign_in import first_account
from toolkit.storage import (
    accounts,
    assessments,
    credentials,
    files,
    grants,
    invitations,
    looks,
    municipalities,
    own_cases,
    reader_links,
    register,
    surroundings,
    tokens,
    workshop_room,
)
from toolkit.storage.files import NewFile
from toolkit.storage.grants import Recipient
from toolkit.storage.ids import new_id
from toolkit.web.look_sheet import logo_mark, sheet_mark

CANARY = "kanarie van hiernaast"
PRIVATE = frozenset(
    (
        "scan_id",
        "document_id",
        "action",
        "entry",
        "file_id",
        "invitation",
        "municipality_id",
        "grant",
        "place_grant",
        "reader_link",
    )
)
MINE = frozenset(("workshop_id", "parked", "own_case", "paper"))
"""Ids of what belongs to one account, whatever roles others have."""
OPERATORS = "operator."
A_FORM = {
    "form": "work",
    "language": "nl",
    "embed": "no",
    "name": "Ons",
    "way": "up",
    "gov.policy_adopted-value": "!unknown",
    "gov.policy_adopted-version": "1",
    "gov.policy_adopted-request_id": "one-request",
}
# What differs between two pages that say the same: their own address, and the token.
_OWN = re.compile(r'name="(?:csrf_token|next)" value="[^"]*"')


@dataclass(frozen=True, slots=True)
class Knock:
    """One request at one door."""

    endpoint: str
    method: str
    path: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody got: the status, and the page without what is its own."""

    status: int
    page: str


@dataclass(frozen=True)
class Caller:
    """Somebody with a browser, who remembers the token of a page that is open."""

    client: FlaskClient
    token: str

    @classmethod
    def of(cls, browser: Browser) -> Self:
        """Return a caller with this browser."""
        fields = [one.attributes for one in browser.page("/help-now").all("input")]
        return cls(browser.client, next(f["value"] for f in fields if f["name"] == "csrf_token"))

    def sees(self, knock: Knock) -> Seen:
        """Knock; a form carries the token."""
        data = {**A_FORM, "csrf_token": self.token} if knock.method == "POST" else None
        answer = self.client.open(knock.path, method=knock.method, data=data)
        text = answer.get_data().decode(errors="replace")
        return Seen(answer.status_code, _OWN.sub("", text))

    def statuses(self, knocks: tuple[Knock, ...]) -> Mapping[Knock, int]:
        """Return what each of these gives."""
        return {knock: self.sees(knock).status for knock in knocks}


@dataclass(frozen=True)
class Neighbours:
    """The installation with both; ``ours`` is that of the first account."""

    site: Site
    ours: Town
    theirs: Town

    def member(self, role: Role | None, *, operator: bool = False) -> Caller:
        """Return somebody new: in our municipality, or nowhere."""
        with self.site.parts.database.writing() as connection:
            account = accounts.add(connection, operator=operator, at=NOON)
            for given in filter(None, (role,)):
                accounts.join(connection, account, self.ours.municipality, given, at=NOON)
            secret = tokens.make(connection, account, tokens.SIGN_IN, at=NOON)
        browser = self.site.visitor()
        assert browser.post(f"/start/{secret}").status_code == 303
        return Caller.of(browser)

    def ids(self, town: Town) -> dict[str, str]:
        """Return what stands in addresses about this municipality."""
        with self.site.parts.database.reading() as connection:
            actions = surroundings.actions_of(connection, town.assessment)
            entries = register.all_of(connection, town.municipality)
            asked = invitations.of(connection, town.assessment)
            given = grants.of(connection, town.municipality)
            kept = files.all_of(connection, town.municipality)
            readers = reader_links.of(connection, town.assessment, on=NOON.date())
            member = credentials.number(connection, asked[0].account)
            look = looks.of(connection, town.municipality)
            workshop = workshop_of(connection, town.municipality)
            later = workshop_room.parked_in(connection, workshop.id)
            cases = own_cases.of(connection, workshop.account)
            paper = paper_of(connection, workshop)
        return {
            "scan_id": town.assessment,
            "document_id": town.documents[0].id,
            "action": actions[0].id,
            "entry": entries[0].entry.id,
            "invitation": asked[0].id,
            "file_id": kept[0].id,
            "municipality_id": town.municipality,
            "grant": next(one.id for one in given if one.scan == town.assessment),
            "reader_link": readers[0].id,
            "place_grant": next(one.id for one in given if one.scan is None),
            "workshop_id": workshop.id,
            "parked": later[0].id,
            "own_case": cases[0].id,
            "paper": paper,
            **PUBLIC,
            "number": str(member),
            "sheet_mark": sheet_mark(look),
            "logo_mark": logo_mark(look),
        }

    def knocks(self, ids: Mapping[str, str], *methods: str) -> tuple[Knock, ...]:
        """Return a knock at every door there is; a parameter without an id fails."""
        return tuple(self._knocks(ids, methods or ("GET", "POST")))

    def private(self, ids: Mapping[str, str], *methods: str) -> tuple[Knock, ...]:
        """Return a knock at every door with an id that not everybody may know."""
        return self._with_ids(ids, PRIVATE | MINE, methods)

    def by_role(self, ids: Mapping[str, str], *methods: str) -> tuple[Knock, ...]:
        """Return a knock at every door that opens by a role in a municipality."""
        mine = self._with_ids(ids, MINE, methods)
        return tuple(one for one in self.private(ids, *methods) if one not in mine)

    def _with_ids(
        self, ids: Mapping[str, str], names: frozenset[str], methods: tuple[str, ...]
    ) -> tuple[Knock, ...]:
        doors = {
            rule.endpoint
            for rule in self.rules
            if rule.arguments & names and not rule.endpoint.startswith(OPERATORS)
        }
        return tuple(one for one in self.knocks(ids, *methods) if one.endpoint in doors)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every route."""
        return tuple(self.site.app.url_map.iter_rules())

    def _knocks(self, ids: Mapping[str, str], methods: tuple[str, ...]) -> Iterator[Knock]:
        build = self.site.app.url_map.bind("localhost").build
        for rule in self.rules:
            values = {name: ids[name] for name in rule.arguments}
            for method in sorted((rule.methods or set()) & set(methods)):
                yield Knock(rule.endpoint, method, build(rule.endpoint, values, method))


PUBLIC = {
    "offered": "no-such-grant",
    "number": "1",
    "secret": "no-such-link",
    "theme": "gov",
    "item": "gov.policy_adopted",
    "place": "foreword",
    "questionnaire": "kinderrechten-mensenhandel",
    "edition": "2026.1",
    "sheet_mark": "no-such-mark",
    "logo_mark": "no-such-mark",
    "phase": "signal",
    "months": "3",
    "line": "1",
}
MISSING = {**{name: new_id() for name in sorted(PRIVATE | MINE)}, **PUBLIC}


def neighbours(folder: Path, state: ScanState = "in_review") -> Neighbours:
    """Return an installation in which both have the same scan, the others with our canary in it."""
    site = a_site(folder)
    scan = scanfile.read_file(EXAMPLE, site.parts.shelf)
    with site.parts.database.writing() as connection:
        ours = first_account(connection, at=NOON)
        account = accounts.add(connection, operator=True, at=NOON)
        place = municipalities.add(connection, name=CANARY, at=NOON)
        accounts.join(connection, account, place, Role.COORDINATOR, at=NOON)
    return Neighbours(
        site, _town(site, ours, scan, state), _town(site, account, _with_canary(scan), state)
    )


def _with_canary(scan: Scan) -> Scan:
    return replace(
        scan,
        title=CANARY,
        answers={name: replace(one, note=CANARY) for name, one in scan.answers.items()},
        evidence=(replace(scan.evidence[0], id="kanarie", title=CANARY),),
        actions=tuple(replace(one, what=CANARY, owner=CANARY) for one in scan.actions),
    )


def _town(site: Site, account: str, scan: Scan, state: ScanState) -> Town:
    parts = site.parts
    with parts.database.writing() as connection:
        actor = accounts.actor(connection, account, at=NOON)
        assert actor is not None
        place = actor.municipalities[0]
        name = import_scan(actor, connection, parts.shelf, place, scan, at=NOON)
        questionnaire = parts.shelf.find(scan.questionnaire, scan.edition)
        result = as_data(score(questionnaire, scan.answers, selection=scan.selection))
        assessments.set_state(connection, name, state, result=result)
        asked = accounts.add(connection, operator=False, at=NOON)
        accounts.join(connection, asked, place, Role.CONTRIBUTOR, scan.title, at=NOON)
        invitations.add(connection, name, asked, "adv_youth", None, account, at=NOON)
        colour, width = ("#a4343a", 160) if scan.title == CANARY else ("#154273", 320)
        looks.put_values(connection, place, {Part.ACCENT: colour})
        looks.put_logo(connection, place, picture("PNG", (width, 80)))
        entry = register.all_of(connection, place)[0].entry.id
        file = NewFile(f"{entry}.pdf", "pdf", place.encode())
        files.add(connection, place, entry, file, account, at=NOON)
        for where in (name, None):
            to = Recipient(scan.title or "Ada", account)
            grants.give(connection, (place, where), to, NOON.date(), account, at=NOON)
        reads = accounts.add(connection, operator=False, at=NOON)
        wish = scan.title or "Ada", NOON.date()
        reader_links.give(connection, name, reads, wish, account, at=NOON)
        hold(connection, actor, parts, name, scan.title)
    town = Town(parts.database, place, name)
    town.finish(town.claim_of("these"))
    return town


def sibling(both: Neighbours) -> Town:
    """Return another scan of our municipality, with documents, actions and people of its own."""
    scan = scanfile.read_file(EXAMPLE, both.site.parts.shelf)
    with both.site.parts.database.reading() as connection:
        account = accounts.first(connection) or ""
    return _town(both.site, account, scan, "in_review")

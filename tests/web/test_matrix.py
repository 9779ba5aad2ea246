"""Every route, by everybody there is, for what is theirs, beside theirs, of others and of nobody."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from tests.web.builders import NOON
from tests.web.neighbours import (
    CANARY,
    MISSING,
    PRIVATE,
    Caller,
    Knock,
    Neighbours,
    neighbours,
    sibling,
)
from tests.web.test_routes import WANTS
from tests.worker.queues import Town
from toolkit.domain.access import Action, Actor, Role, may
from toolkit.storage import accounts, grants, municipalities, people, sessions, tables
from toolkit.storage.grants import Recipient
from toolkit.web.routes import DOORS, Door
from toolkit.web.visit import SESSION

pytestmark = pytest.mark.slow

# What somebody wants who opens these pages; every other page of a scan is for whoever sees it.
LOOKS = {
    "evidence.index": Action.SEE_REGISTER,
    "evidence.new": Action.REGISTER_EVIDENCE,
    "evidence.show": Action.REGISTER_EVIDENCE,
    "evidence_files.take": Action.SEE_REGISTER,
    "files.take_along": Action.EXPORT,
    "actions.new": Action.PLAN,
    "actions.show": Action.PLAN,
    "outcome.before_final": Action.FINALISE,
    "offers.index": Action.DECIDE_OFFER,
    "offers.show": Action.DECIDE_OFFER,
    "life.before_correction": Action.CORRECT,
    "life.before_round": Action.BEGIN_ROUND,
    "life.before_adoption": Action.ADOPT,
    "life.before_removal": Action.REMOVE,
    "rectification.begin": Action.RECTIFY,
    "remarks.show": Action.REMARK,
    "team.before": Action.INVITE,
    "team.asked": Action.INVITE,
    "team.dates": Action.SEE_NAMES,
    "people.index": Action.MANAGE_MEMBERS,
    "people.show": Action.MANAGE_MEMBERS,
    "people.review": Action.MANAGE_MEMBERS,
    "sharing.scan": Action.SHARE,
    "sharing.place": Action.SHARE,
    "own_data.show": Action.TAKE_EVERYTHING,
    "own_data.person": Action.ERASE,
    "log.place": Action.SEE_LOG,
    "log.place_file": Action.SEE_LOG,
}
# What changes who is asking, or takes away what later knocks are about, comes last.
LAST = ("evidence", "actions.remove", "people.", "life.remove", "own_data.")
VERY_LAST = ("account.", "sign_in.", "password.", "arriving.", "mine.done", "start.")
"""After one of these whoever asks may be nobody, or have to begin anew."""
FOR_OPERATORS = ("operator.", "log.installation")
AWAY = 401
WRONG = (500, 503)
"""What no door may ever answer."""
LEAST = 5_000


@dataclass(frozen=True)
class Somebody:
    """One kind of visitor; ``roles`` and ``shared`` say what they may, nothing when nobody."""

    roles: Mapping[str, Role]
    shared: frozenset[str] = frozenset()
    operator: bool = False
    here: bool = True

    @property
    def actor(self) -> Actor:
        return Actor("", self.roles, operator=self.operator, shared=self.shared)


@dataclass(frozen=True)
class Place:
    """The installation with two scans of ours, beside that of others."""

    both: Neighbours
    beside: Town

    @property
    def ids(self) -> Mapping[str, Mapping[str, str]]:
        both = self.both
        return {
            "own": both.ids(both.ours),
            "sibling": both.ids(self.beside),
            "foreign": both.ids(both.theirs),
            "missing": MISSING,
        }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    both = neighbours(tmp_path)
    return Place(both, sibling(both))


def arrive(
    place: Place,
    member: Mapping[str, Role],
    *,
    operator: bool = False,
    kind: str = sessions.FULL,
    shared: tuple[tuple[str, str | None], ...] = (),
    until: int = 1,
) -> Caller:
    """Return the browser of a new account with a session of this kind and these grants."""
    both, site = place.both, place.both.site
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=operator, at=NOON)
        for town, role in member.items():
            accounts.join(connection, account, town, role, at=NOON)
        for where in shared:
            ends = (NOON + timedelta(days=until)).date()
            grants.give(connection, where, Recipient("Ada", account), ends, account, at=NOON)
        secret = sessions.begin(connection, account, kind, at=NOON)
        begun = sessions.living(connection, secret, sessions.Limits(), at=NOON)
        assert begun is not None
        if kind == sessions.LINK:
            sessions.let_into(connection, begun.id, both.ours.municipality)
    return _with(site.app.test_client(), secret, place)


def _with(client: FlaskClient, secret: str, place: Place) -> Caller:
    client.get("/help-now")
    with client.session_transaction() as kept:
        kept[SESSION] = secret
    browser = replace(place.both.site.visitor(), client=client)
    return Caller.of(browser)


def _member(role: Role) -> Callable[[Place], tuple[Somebody, Caller]]:
    def come(place: Place) -> tuple[Somebody, Caller]:
        roles = {place.both.ours.municipality: role}
        return Somebody(roles), arrive(place, roles)

    return come


def _neighbour(place: Place) -> tuple[Somebody, Caller]:
    roles = {place.both.theirs.municipality: Role.COORDINATOR}
    return Somebody(roles), arrive(place, roles)


def _operator(place: Place) -> tuple[Somebody, Caller]:
    return Somebody({}, operator=True), arrive(place, {}, operator=True)


def _by_link(place: Place) -> tuple[Somebody, Caller]:
    """Return who came by a link of ours and leads the others: by a link nobody leads anything."""
    ours, theirs = place.both.ours.municipality, place.both.theirs.municipality
    member = {ours: Role.CONTRIBUTOR, theirs: Role.COORDINATOR}
    caller = arrive(place, member, kind=sessions.LINK, operator=True)
    return Somebody({ours: Role.CONTRIBUTOR}), caller


def _lead_by_link(place: Place) -> tuple[Somebody, Caller]:
    roles = {place.both.ours.municipality: Role.COORDINATOR}
    return Somebody({}), arrive(place, roles, kind=sessions.LINK)


def _advisor(place: Place) -> tuple[Somebody, Caller]:
    ours = place.both.ours
    caller = arrive(place, {}, shared=((ours.municipality, ours.assessment),))
    return Somebody({}, frozenset((ours.assessment,))), caller


def _advisor_of_all(place: Place) -> tuple[Somebody, Caller]:
    ours = place.both.ours.municipality
    return Somebody({ours: Role.ADVISOR}), arrive(place, {}, shared=((ours, None),))


def _advisor_before(place: Place) -> tuple[Somebody, Caller]:
    ours = place.both.ours
    shared = (ours.municipality, ours.assessment), (ours.municipality, None)
    return Somebody({}), arrive(place, {}, shared=shared, until=-1)


def _advisor_of_nothing(place: Place) -> tuple[Somebody, Caller]:
    return Somebody({}), arrive(place, {})


def _nobody(place: Place) -> tuple[Somebody, Caller]:
    return Somebody({}, here=False), Caller.of(place.both.site.visitor())


def _stopped(place: Place) -> tuple[Somebody, Caller]:
    caller = arrive(place, {place.both.ours.municipality: Role.COORDINATOR})
    with place.both.site.parts.database.writing() as connection:
        newest = people.everybody(connection)[-1]
        people.set_active(connection, newest.account, active=False)
    return Somebody({}, here=False), caller


def _expired(place: Place) -> tuple[Somebody, Caller]:
    caller = arrive(place, {place.both.ours.municipality: Role.COORDINATOR})
    with place.both.site.parts.database.writing() as connection:
        newest = people.everybody(connection)[-1].account
        which = tables.sessions.c.account_id == newest
        long_ago = NOON - timedelta(hours=13)
        connection.execute(update(tables.sessions).where(which).values(last_seen=long_ago))
    return Somebody({}, here=False), caller


def _half(place: Place) -> tuple[Somebody, Caller]:
    roles = {place.both.ours.municipality: Role.COORDINATOR}
    return Somebody({}, here=False), arrive(place, roles, kind=sessions.HALF)


EVERYBODY: Mapping[str, Callable[[Place], tuple[Somebody, Caller]]] = {
    "operator": _operator,
    "coordinator": _member(Role.COORDINATOR),
    "deputy": _member(Role.DEPUTY),
    "contributor": _member(Role.CONTRIBUTOR),
    "reader": _member(Role.READER),
    "by a link": _by_link,
    "a coordinator by a link": _lead_by_link,
    "coordinator of others": _neighbour,
    "advisor of one scan": _advisor,
    "advisor of all": _advisor_of_all,
    "advisor whose time is over": _advisor_before,
    "advisor of nothing": _advisor_of_nothing,
    "nobody": _nobody,
    "a stopped account": _stopped,
    "an expired session": _expired,
    "half signed in": _half,
}


@pytest.mark.parametrize("come", EVERYBODY.values(), ids=EVERYBODY.keys())
def test_every_door_answers_as_the_table_says(
    place: Place, come: Callable[[Place], tuple[Somebody, Caller]]
) -> None:
    """T1, T6, R26, R27: own, beside it, of others, of nobody."""
    who, caller = come(place)
    knocks = walk(place)

    seen = [(which, knock, caller.sees(knock)) for which, knock in knocks]

    wrong = [
        (which, knock.method, knock.endpoint, one.status)
        for which, knock, one in seen
        if not fits(place, who, which, knock, one.status)
    ]
    assert wrong == []
    assert [knock for _, knock, one in seen if leaks(who, place, knock, one.page)] == []


def test_an_operator_sees_no_word_of_any_scan(place: Place) -> None:
    """T2: no answer, note, remark, title or action on any page, in any file or header."""
    _, caller = _operator(place)
    with place.both.site.parts.database.writing() as connection:
        municipalities.rename(connection, place.both.theirs.municipality, "Elders")
    doors = [knock for _, knock in walk(place) if knock.endpoint.startswith(FOR_OPERATORS)]

    seen = [caller.sees(knock) for knock in doors]

    assert len(seen) > 40
    assert {one.status for one in seen} & {200}
    assert [one for one in seen if CANARY in one.page] == []


def test_the_walk_is_long_enough(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """T1: so many answers were compared with the table."""
    count = len(walk(place)) * len(EVERYBODY)

    with capsys.disabled():
        sys.stdout.write(f"\nchecks of the access matrix: {count}\n")

    assert count >= LEAST


def walk(place: Place) -> list[tuple[str, Knock]]:
    """Return every knock at every door with every kind of id, in an order that lets all be made."""
    every = [(which, knock) for which, ids in place.ids.items() for knock in place.both.knocks(ids)]
    return sorted(every, key=lambda one: (one[1].method, _turn(one[1].endpoint)))


def _turn(endpoint: str) -> tuple[bool, bool]:
    return endpoint.startswith(VERY_LAST), endpoint.startswith(LAST)


def fits(place: Place, who: Somebody, which: str, knock: Knock, status: int) -> bool:
    """Return whether this is an answer that the table of permissions allows."""
    if status in WRONG:
        return False
    if DOORS[knock.endpoint] is Door.OPEN:
        return True
    if not who.here:
        return status == AWAY
    if knock.endpoint.startswith(VERY_LAST) and status in (400, AWAY):
        return True
    if knock.endpoint.startswith(FOR_OPERATORS):
        return (status == 403) != who.operator
    arguments = {rule.endpoint: rule.arguments for rule in place.both.rules}[knock.endpoint]
    if not arguments & PRIVATE:
        return status != AWAY
    return _fits_private(place, who, which, knock, status)


def _fits_private(place: Place, who: Somebody, which: str, knock: Knock, status: int) -> bool:
    towns = {"own": place.both.ours, "sibling": place.beside, "foreign": place.both.theirs}
    town = towns.get(which)
    about_place = knock.path.startswith("/municipalities/")
    scan = None if town is None or about_place else town.assessment
    role = who.actor.role_in(town.municipality, scan) if town is not None else None
    if town is None or role is None:
        return status == 404
    if knock.endpoint.startswith("documents.") and scan in who.shared and status == 404:
        return True  # What was made for members tells of other scans.
    wish = WANTS.get(knock.endpoint) or LOOKS.get(knock.endpoint, Action.SEE)
    if may(who.actor, wish, town.municipality, scan=scan):
        return status not in (AWAY, 403)
    return status in (403, 409)


def leaks(who: Somebody, place: Place, knock: Knock, page: str) -> bool:
    """Return whether a page tells something of the others to who may not know it (T2)."""
    if who.operator and knock.endpoint.startswith(FOR_OPERATORS):
        return (
            False  # There stands how a municipality is called; the test below looks for the rest.
        )
    return CANARY in page and place.both.theirs.municipality not in who.roles

"""Everybody who may knock at a door: by role, by grant, by link, and nobody at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from flask.testing import FlaskClient
from sqlalchemy import update

from tests.web.builders import NOON
from tests.web.neighbours import MISSING, Caller, Neighbours
from tests.worker.queues import Town
from toolkit.domain.access import Actor, Role
from toolkit.storage import accounts, grants, people, reader_links, sessions, tables
from toolkit.storage.grants import Recipient
from toolkit.web.visit import SESSION


@dataclass(frozen=True)
class Somebody:
    """One kind of visitor; ``roles`` and ``shared`` say what they may, nothing when nobody."""

    roles: Mapping[str, Role]
    shared: frozenset[str] = frozenset()
    operator: bool = False
    here: bool = True
    guest: Role = Role.ADVISOR

    @property
    def actor(self) -> Actor:
        return Actor("", self.roles, operator=self.operator, shared=self.shared, guest=self.guest)


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


def an_operator(place: Place) -> tuple[Somebody, Caller]:
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


def _reader_by_link(place: Place) -> tuple[Somebody, Caller]:
    """Return who reads one scan of ours along by a link."""
    scan, at = place.both.ours.assessment, NOON
    with place.both.site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, at=at)
        until = (at + timedelta(days=1)).date()
        reader_links.give(connection, scan, account, ("Ada", until), account, at=at)
        secret = sessions.begin(connection, account, sessions.READER, at=at)
    caller = _with(place.both.site.app.test_client(), secret, place)
    return Somebody({}, frozenset((scan,)), guest=Role.ONLOOKER), caller


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
    "operator": an_operator,
    "coordinator": _member(Role.COORDINATOR),
    "deputy": _member(Role.DEPUTY),
    "contributor": _member(Role.CONTRIBUTOR),
    "reader": _member(Role.READER),
    "by a link": _by_link,
    "a coordinator by a link": _lead_by_link,
    "coordinator of others": _neighbour,
    "advisor of one scan": _advisor,
    "advisor of all": _advisor_of_all,
    "reader by a link": _reader_by_link,
    "advisor whose time is over": _advisor_before,
    "advisor of nothing": _advisor_of_nothing,
    "nobody": _nobody,
    "a stopped account": _stopped,
    "an expired session": _expired,
    "half signed in": _half,
}

"""What whoever runs the program sees and does: municipalities and accounts, never an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Connection

from toolkit.domain.access import Actor, Role, require_operator
from toolkit.domain.happening import About, Happening
from toolkit.services.let_person_in import LetIn, Whom, about, account_for, way_in
from toolkit.services.note_account import note_account
from toolkit.services.welcome import make_welcome
from toolkit.storage import (
    accounts,
    audit,
    credentials,
    facts,
    jobs,
    municipalities,
    people,
    sessions,
)
from toolkit.storage.assessments import NotFound
from toolkit.storage.people import Person

LONGEST_NUMBER = 10
ON_THE_SERVER = Actor("", operator=True)
"""Whoever types a command on the server; in the log that is account 0."""


class Yourself(Exception):
    """Nobody stops their own account."""


class Change(Protocol):
    """What can be done with an account, by its number."""

    def __call__(self, actor: Actor, connection: Connection, number: int, *, at: datetime) -> None:
        """Do it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality as an operator sees it: its name, and who leads it, by number."""

    id: str
    name: str
    leads: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """An account with what it is in how many municipalities."""

    person: Person
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Installation:
    """What runs here: municipalities, accounts, when it was last copied, what waits."""

    places: tuple[Place, ...]
    accounts: tuple[Account, ...]
    last_copy: datetime | None
    waiting: int


def installation(actor: Actor, connection: Connection) -> Installation:
    """Return what runs here; raise `NotAllowed`."""
    require_operator(actor)
    everybody = people.everybody(connection)
    roles = {one.account: people.places(connection, one.account) for one in everybody}
    return Installation(
        tuple(
            Place(town, name, tuple(one for one in everybody if _leads(roles[one.account], town)))
            for town, name in municipalities.all_of(connection)
        ),
        tuple(Account(one, tuple(sorted(roles[one.account].values()))) for one in everybody),
        facts.last_backup(connection),
        jobs.waiting(connection),
    )


def add_municipality(
    actor: Actor, connection: Connection, wish: tuple[str, Whom], *, at: datetime
) -> LetIn:
    """Add a municipality with its first coordinator (``wish``: name, whom); return the link.

    Raises `NotAllowed` and `NumberNeeded`.
    """
    require_operator(actor)
    name, whom = wish
    town = municipalities.add(connection, name=name, at=at)
    _note_place(actor, connection, Happening.MUNICIPALITY_ADDED, town, at)
    made = account_for(actor, connection, town, whom, at=at)
    accounts.join(connection, made, town, Role.COORDINATOR, whom.name, at=at)
    line = about(connection, made, town)
    audit.note(connection, actor.account, Happening.MEMBER_ADDED, line, at=at)
    return LetIn(made, way_in(actor, connection, made, town, at=at))


def place(actor: Actor, connection: Connection, municipality: str) -> Place:
    """Return one municipality; raise `NotAllowed`, `NotFound`."""
    known = (one for one in installation(actor, connection).places if one.id == municipality)
    found = next(known, None)
    if found is None:
        raise NotFound(municipality)
    return found


def rename_municipality(
    actor: Actor, connection: Connection, municipality: str, name: str, *, at: datetime
) -> None:
    """Give a municipality another name; raise `NotAllowed`, `NotFound`."""
    place(actor, connection, municipality)
    municipalities.rename(connection, municipality, name)
    _note_place(actor, connection, Happening.SET_UP, municipality, at)


def stop_account(actor: Actor, connection: Connection, number: int, *, at: datetime) -> None:
    """Let an account sign in no more, now; raise `NotAllowed`, `NotFound`, `Yourself`."""
    person = account(actor, connection, number).person
    if person.account == actor.account:
        raise Yourself
    people.set_active(connection, person.account, active=False)
    sessions.end_all_of(connection, person.account, at=at)
    _note(actor, connection, Happening.ACCOUNT_STOPPED, person, at)


def restore_account(actor: Actor, connection: Connection, number: int, *, at: datetime) -> None:
    """Let an account sign in again; raise `NotAllowed`, `NotFound`."""
    person = account(actor, connection, number).person
    people.set_active(connection, person.account, active=True)
    _note(actor, connection, Happening.ACCOUNT_RESTORED, person, at)


def end_sessions(actor: Actor, connection: Connection, number: int, *, at: datetime) -> None:
    """Sign an account out everywhere; raise `NotAllowed`, `NotFound`."""
    person = account(actor, connection, number).person
    sessions.end_all_of(connection, person.account, at=at)
    _note(actor, connection, Happening.SESSIONS_ENDED, person, at)


def take_off_second_step(
    actor: Actor, connection: Connection, number: int, *, at: datetime
) -> None:
    """Take off the second step of who lost their telephone; raise `NotAllowed`, `NotFound`."""
    person = account(actor, connection, number).person
    credentials.take_off_second_step(connection, person.account)
    sessions.end_all_of(connection, person.account, at=at)
    _note(actor, connection, Happening.SECOND_STEP_TAKEN_OFF, person, at)


def link_for(actor: Actor, connection: Connection, number: int, *, at: datetime) -> str:
    """Return the secret of a link with which somebody chooses a password anew.

    Whoever hands it over could use it; the log tells that it was made. Raises `NotAllowed`,
    `NotFound`.
    """
    person = account(actor, connection, number).person
    return make_welcome(connection, person.account, at=at, by=actor.account)


def account(actor: Actor, connection: Connection, number: int) -> Account:
    """Return one account; raise `NotAllowed`, `NotFound`."""
    require_operator(actor)
    person = people.by_number(connection, number)
    if person is None:
        raise NotFound(str(number))
    return Account(person, tuple(sorted(people.places(connection, person.account).values())))


def named(actor: Actor, connection: Connection, who: str) -> Account:
    """Return the account with this address or number; raise `NotAllowed`, `NotFound`."""
    require_operator(actor)
    found = accounts.with_email(connection, who.strip())
    if found is not None:
        return account(actor, connection, credentials.number(connection, found))
    if not (who.isascii() and who.isdigit() and len(who) < LONGEST_NUMBER):
        raise NotFound(who)
    return account(actor, connection, int(who))


def _leads(roles: Mapping[str, Role], place: str) -> bool:
    return roles.get(place) is Role.COORDINATOR


def _note(
    actor: Actor, connection: Connection, what: Happening, person: Person, at: datetime
) -> None:
    note_account(connection, actor.account, what, person.account, at=at)


def _note_place(
    actor: Actor, connection: Connection, what: Happening, municipality: str, at: datetime
) -> None:
    """Write it down for whoever runs the program, and where the municipality itself reads it."""
    for line in (About("municipality", municipality), About.place(municipality)):
        audit.note(connection, actor.account, what, line, at=at)

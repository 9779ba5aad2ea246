"""Keeps who belongs to a municipality, and in which role."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, NotAllowed, Role
from toolkit.domain.happening import Happening
from toolkit.services.led_place import led_place
from toolkit.services.let_person_in import LetIn, Whom, about, account_for, way_in
from toolkit.storage import accounts, audit, people, sessions
from toolkit.storage.assessments import NotFound
from toolkit.storage.municipalities import MunicipalityRow
from toolkit.storage.people import Person

ROLES = (Role.COORDINATOR, Role.DEPUTY, Role.CONTRIBUTOR, Role.READER)


class LastCoordinator(Exception):
    """A municipality keeps a coordinator; somebody else has to be one first."""


class AlreadyMember(Exception):
    """Whoever has this address belongs to the municipality already."""


@dataclass(frozen=True, slots=True)
class Members:
    """A municipality with the people in it."""

    place: MunicipalityRow
    people: tuple[Person, ...]

    def person(self, number: int) -> Person:
        """Return the member with this number; raise `NotFound`."""
        found = next((one for one in self.people if one.number == number), None)
        if found is None:
            raise NotFound(str(number))
        return found


def members(actor: Actor, connection: Connection, municipality: str) -> Members:
    """Return who belongs to a municipality; raise `NotFound`, `NotAllowed`."""
    place = led_place(actor, connection, municipality, Action.MANAGE_MEMBERS)
    return Members(place, people.members(connection, municipality))


def add_member(
    actor: Actor,
    connection: Connection,
    municipality: str,
    wish: tuple[Whom, Role],
    *,
    at: datetime,
) -> LetIn:
    """Add somebody in a role (``wish``: whom, role); return the link to hand over, if any.

    Raises what `members` raises, `NumberNeeded` and `AlreadyMember`.
    """
    whom, role = wish
    known = members(actor, connection, municipality)
    _require_for(actor, municipality, role)
    account = account_for(actor, connection, municipality, whom, at=at)
    if any(one.account == account for one in known.people):
        raise AlreadyMember
    accounts.join(connection, account, municipality, role, whom.name, at=at)
    _note(actor, connection, Happening.MEMBER_ADDED, account, municipality, at)
    return LetIn(account, way_in(actor, connection, account, municipality, at=at))


def change_role(
    actor: Actor,
    connection: Connection,
    municipality: str,
    change: tuple[int, Role],
    *,
    at: datetime,
) -> None:
    """Give a member another role (``change``: number, role); who they were signed in as ends.

    Raises what `members` raises, `NotFound` and `LastCoordinator`.
    """
    number, role = change
    known = members(actor, connection, municipality)
    person = known.person(number)
    _require_for(actor, municipality, role, person.role)
    if role is person.role:
        return
    _keep_a_coordinator(known, person)
    people.change_role(connection, person.account, municipality, role)
    sessions.end_all_of(connection, person.account, at=at)
    _note(actor, connection, Happening.ROLE_CHANGED, person.account, municipality, at)


def rename_member(
    actor: Actor,
    connection: Connection,
    municipality: str,
    change: tuple[int, str],
    *,
    at: datetime,
) -> None:
    """Write a member's name as it is now (``change``: number, name), in this municipality only.

    Raises what `members` raises, and `NotFound`.
    """
    number, name = change
    person = members(actor, connection, municipality).person(number)
    _require_for(actor, municipality, person.role)
    if name == person.name:
        return
    people.rename(connection, person.account, municipality, name)
    _note(actor, connection, Happening.NAME_CHANGED, person.account, municipality, at)


def remove_member(
    actor: Actor, connection: Connection, municipality: str, number: int, *, at: datetime
) -> None:
    """End a membership; what this person answered stays, and they are signed out everywhere.

    Raises what `members` raises, `NotFound` and `LastCoordinator`.
    """
    known = members(actor, connection, municipality)
    person = known.person(number)
    _require_for(actor, municipality, person.role)
    _keep_a_coordinator(known, person)
    people.leave(connection, person.account, municipality)
    sessions.end_all_of(connection, person.account, at=at)
    _note(actor, connection, Happening.MEMBER_REMOVED, person.account, municipality, at)


def new_link(
    actor: Actor, connection: Connection, municipality: str, number: int, *, at: datetime
) -> str | None:
    """Return a new link to choose a password; none for who has one, or is known elsewhere too.

    Raises what `members` raises, and `NotFound`.
    """
    person = members(actor, connection, municipality).person(number)
    _require_for(actor, municipality, person.role)
    return way_in(actor, connection, person.account, municipality, at=at)


def _require_for(actor: Actor, municipality: str, *roles: Role | None) -> None:
    """Refuse whoever is no coordinator to make, change or remove one."""
    if Role.COORDINATOR in roles and actor.role_in(municipality) is not Role.COORDINATOR:
        raise NotAllowed(Action.MANAGE_MEMBERS)


def _keep_a_coordinator(known: Members, person: Person) -> None:
    others = (one for one in known.people if one.account != person.account and one.active)
    if person.role is Role.COORDINATOR and all(one.role is not Role.COORDINATOR for one in others):
        raise LastCoordinator


def _note(
    actor: Actor,
    connection: Connection,
    what: Happening,
    account: str,
    municipality: str,
    at: datetime,
) -> None:
    line = about(connection, account, municipality)
    audit.note(connection, actor.account, what, line, at=at)

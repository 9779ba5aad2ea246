"""Asks somebody for a scan: an account, a membership, the invitation, and a way in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, Role
from toolkit.domain.happening import About, Happening
from toolkit.services.let_person_in import Whom, account_for
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import (
    accounts,
    assessments,
    audit,
    handed_out,
    invitations,
    people,
    sessions,
    tokens,
)
from toolkit.storage.assessments import NotFound
from toolkit.storage.ids import code_digest, digest, new_code, new_secret
from toolkit.storage.invitations import Invitation
from toolkit.storage.people import Person

MOST_REMINDERS, BETWEEN_REMINDERS = 2, timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom somebody wants to ask: the name that colleagues use, the function, by when.

    ``number`` shows that an account of others is meant; ``member`` is who takes part already.
    """

    name: str
    function: str
    email: str = ""
    due: date | None = None
    number: str = ""
    member: int | None = None


@dataclass(frozen=True, slots=True)
class WayIn:
    """The secrets of one invitation; using one of them uses up both. They are told once."""

    link: str
    code: str


class AlreadyInvited(Exception):
    """Whoever has this address was asked for this scan before; ``invitation`` is which."""

    def __init__(self, invitation: str) -> None:
        super().__init__(invitation)
        self.invitation = invitation


class NoReminder(Exception):
    """Nobody is reminded now: too often, too soon, done, or asked not to be."""


def invite(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    wish: Wish,
    *,
    at: datetime,
) -> str:
    """Ask somebody for a scan; return the id of the invitation.

    Whoever has this address already keeps their account, and their role in the municipality.
    Raises `NotFound`, `NotAllowed`, `NotNow`, `AlreadyInvited` and `NumberNeeded`.
    """
    scan = _led(actor, connection, shelf, assessment_id)
    place = scan.assessment.municipality
    account = _account(actor, connection, scan, wish, at)
    before = invitations.to(connection, assessment_id, account)
    if before is not None:
        raise AlreadyInvited(before.id)
    if accounts.membership(connection, account, place) is None:
        accounts.join(connection, account, place, Role.CONTRIBUTOR, wish.name, at=at)
    audit.note(connection, actor.account, Happening.INVITED, _about(scan), at=at)
    return invitations.add(
        connection, assessment_id, account, wish.function, wish.due, actor.account, at=at
    )


def not_asked_yet(connection: Connection, scan: Opened) -> tuple[Person, ...]:
    """Return who belongs to the municipality of a scan and was not asked for it yet."""
    asked = {one.account for one in invitations.of(connection, scan.assessment.id)}
    everybody = people.members(connection, scan.assessment.municipality)
    return tuple(one for one in everybody if one.active and one.account not in asked)


def new_way_in(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    invitation_id: str,
    *,
    at: datetime,
) -> WayIn:
    """Return a new link and code for an invitation; those of before end. Raises as `invite`."""
    scan = _led(actor, connection, shelf, assessment_id)
    found = invited(scan, connection, invitation_id)
    audit.note(connection, actor.account, Happening.LINK_MADE, _about(scan), at=at)
    return make_way_in(connection, found, at=at)


def make_way_in(connection: Connection, invitation: Invitation, *, at: datetime) -> WayIn:
    """Make a link and a code for somebody; whoever asked for a new link has it now."""
    way = WayIn(new_secret(), new_code())
    hashes = (digest(way.link), code_digest(way.code))
    tokens.invite(connection, invitation.account, invitation.id, hashes, at=at)
    invitations.keep(connection, invitation.id, wants_link=None)
    return way


def hand_out(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    handed: tuple[str, tuple[str, ...]],
    *,
    at: datetime,
) -> None:
    """Give somebody (``handed``: invitation, items) these questions by hand, and no others.

    What the scan does not ask is left out. Raises as `invite`.
    """
    invitation_id, items = handed
    scan = _led(actor, connection, shelf, assessment_id)
    found = invited(scan, connection, invitation_id)
    known = [item for item in items if item in scan.asked and scan.asked[item].scored]
    handed_out.put(connection, assessment_id, found.account, known, actor.account, at=at)


def remind(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    invitation_id: str,
    *,
    at: datetime,
) -> WayIn:
    """Count a reminder and return a new way in; raise `NoReminder`, or as `invite`."""
    scan = _led(actor, connection, shelf, assessment_id)
    found = invited(scan, connection, invitation_id)
    if not may_be_reminded(found, at=at):
        raise NoReminder
    audit.note(connection, actor.account, Happening.LINK_MADE, _about(scan), at=at)
    invitations.keep(connection, found.id, reminders=found.reminders + 1, reminded=at)
    return make_way_in(connection, found, at=at)


def may_be_reminded(invitation: Invitation, *, at: datetime) -> bool:
    """Return whether a reminder is in place: at most two, days apart, never unasked."""
    over = invitation.finished or invitation.declined
    if over or invitation.no_reminders or invitation.reminders >= MOST_REMINDERS:
        return False
    return at - (invitation.reminded or invitation.invited) >= BETWEEN_REMINDERS


def withdraw(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    invitation_id: str,
    *,
    at: datetime,
) -> None:
    """End an invitation: its link works no more, nor what it opened; its answers stay.

    Raises as `invite`.
    """
    found = invited(_led(actor, connection, shelf, assessment_id), connection, invitation_id)
    tokens.use_up(connection, found.id, at=at)
    handed_out.put(connection, assessment_id, found.account, (), actor.account, at=at)
    invitations.remove(connection, found.id)
    others = invitations.all_to(connection, found.account)
    if all(one.municipality != found.municipality for one in others):
        sessions.leave_place(connection, found.account, found.municipality)
    about = About.scan(assessment_id, found.municipality)
    audit.note(connection, actor.account, Happening.INVITATION_ENDED, about, at=at)


def tell_outcome_day(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, day: date | None
) -> None:
    """Keep the day on which everybody hears the outcome; raise as `invite`."""
    scan = _led(actor, connection, shelf, assessment_id)
    assessments.set_state(connection, assessment_id, scan.assessment.state, outcome_on=day)


def invited(scan: Opened, connection: Connection, invitation_id: str) -> Invitation:
    """Return an invitation of this very scan; raise `NotFound`."""
    found = invitations.get(connection, invitation_id)
    if found is None or found.assessment != scan.assessment.id:
        raise NotFound(invitation_id)
    return found


def _account(actor: Actor, connection: Connection, scan: Opened, wish: Wish, at: datetime) -> str:
    """Return whom somebody means: a member, whoever has the address, or somebody new."""
    place = scan.assessment.municipality
    if wish.member is not None:
        everybody = people.members(connection, place)
        known = next((one for one in everybody if one.number == wish.member), None)
        if known is None:
            raise NotFound(str(wish.member))
        return known.account
    if not wish.email:
        return accounts.add(connection, operator=False, at=at)
    whom = Whom(wish.name, wish.email, wish.number)
    return account_for(actor, connection, place, whom, at=at, by_link=True)


def _about(scan: Opened) -> About:
    return About.scan(scan.assessment.id, scan.assessment.municipality)


def _led(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Opened:
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.INVITE)
    return scan

"""Lists who fills in a scan, by function: how far everybody is, never what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, Role
from toolkit.domain.own_questions import Own, own_questions
from toolkit.domain.progress import needed
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import Offers
from toolkit.services.find_out import waiting_for
from toolkit.services.invite import invited, may_be_reminded
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import accounts, handed_out, invitations, regional
from toolkit.storage.invitations import Invitation


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who was asked; the name and address only for whom may see them."""

    invitation: Invitation
    name: str
    email: str
    own: Own
    handed: frozenset[str]
    remindable: bool


@dataclass(frozen=True, slots=True)
class Needed:
    """One function: the questions that name it first, and who was asked for it."""

    function: str
    questions: tuple[Question, ...]
    people: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Team:
    """A scan with its functions, those that are needed most first."""

    scan: Opened
    functions: tuple[Needed, ...]


def list_team(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> Team:
    """Return who fills in a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scored = tuple(question for question in scan.asked.values() if question.scored)
    everybody = _everybody(scan, connection, at)
    functions = dict.fromkeys(needed(scored))
    functions |= dict.fromkeys(one.invitation.function for one in everybody)
    return Team(
        scan,
        tuple(
            Needed(
                role,
                own_questions(scored, role, frozenset(), {}, {}).questions,
                tuple(one for one in everybody if one.invitation.function == role),
            )
            for role in functions
        ),
    )


def one_asked(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    invitation_id: str,
    *,
    at: datetime,
) -> tuple[Team, Asked]:
    """Return one person with the team; raise `NotFound`, and `NotAllowed` to who sees no names."""
    team = list_team(actor, connection, shelf, assessment_id, at=at)
    team.scan.require(Action.SEE_NAMES)
    found = invited(team.scan, connection, invitation_id)
    return team, next(
        one for one in _everybody(team.scan, connection, at) if one.invitation == found
    )


def _everybody(scan: Opened, connection: Connection, at: datetime) -> tuple[Asked, ...]:
    handed = handed_out.of(connection, scan.assessment.id)
    passed = waiting_for(connection, scan)
    names = accounts.members(connection, scan.assessment.municipality)
    sees = scan.may(Action.SEE_NAMES)
    offers = regional.offers_to(connection, scan.assessment.id, scan.questionnaire)
    found = []
    for one in invitations.of(connection, scan.assessment.id):
        own = own_questions(
            scan.asked.values(),
            "" if one.declined else one.function,
            handed.get(one.account, frozenset()),
            passed,
            scan.confirmed,
            _offered_by(one.account, offers),
        )
        member = names.get(one.account) if sees else None
        found.append(
            Asked(
                one,
                member.name if member else "",
                accounts.email_of(connection, one.account) if sees else "",
                own,
                handed.get(one.account, frozenset()),
                may_be_reminded(one, at=at),
            )
        )
    return tuple(found)


def _offered_by(account: str, offers: Offers) -> frozenset[str]:
    """Return the questions of which this person's answer waits for a decision."""
    return frozenset(
        item for item, offer in offers.items() if offer.account == account and offer.waits
    )


def own_name(connection: Connection, scan: Opened) -> str:
    """Return how whoever asks is called in the municipality of a scan; empty when nobody said."""
    place = scan.assessment.municipality
    member = accounts.membership(connection, scan.actor.account, place)
    return member.name if member is not None else ""


def asked_of(
    connection: Connection, shelf: Shelf, invitation: Invitation, *, at: datetime
) -> tuple[Asked, str]:
    """Return one person as whoever invited them sees it, with how that one is called.

    For a mail that the program sends by itself; nobody asks for it but whoever is invited.
    """
    leads = {invitation.municipality: Role.COORDINATOR}
    actor = Actor(invitation.by or "", leads)
    _, found = one_asked(actor, connection, shelf, invitation.assessment, invitation.id, at=at)
    member = accounts.membership(connection, actor.account, invitation.municipality)
    return found, member.name if member is not None else ""


def taking_part(connection: Connection, scan: Opened) -> Mapping[str, str]:
    """Return who takes part by function: the names, for whom may see them, else nothing."""
    names = accounts.members(connection, scan.assessment.municipality)
    sees = scan.may(Action.SEE_NAMES)
    found: dict[str, str] = {}
    for one in invitations.of(connection, scan.assessment.id):
        if one.declined is None:
            known = (
                found.get(one.function, ""),
                names[one.account].name if one.account in names else "",
            )
            found[one.function] = ", ".join(filter(None, known)) if sees else ""
    return found

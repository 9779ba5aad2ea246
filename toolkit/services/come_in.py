"""Lets somebody in who was invited: by the link or by the code, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Actor
from toolkit.domain.happening import Happening
from toolkit.services.invite import WayIn, make_way_in
from toolkit.services.own_questions import Mine, give_back, my_questions
from toolkit.services.sign_in import LinkSpent
from toolkit.storage import accounts, audit, invitations, merging, sessions, tokens
from toolkit.storage.accounts import LINKED
from toolkit.storage.invitations import Invitation
from toolkit.storage.sessions import LINK, Limits, Session

ONE_MAIL_EACH = timedelta(minutes=10)


class TooLate(Exception):
    """The scan is final: there is nothing to fill in any more."""


class OwnWay(Exception):
    """Whoever is invited leads the scan, and comes in as always."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """What somebody sees who was invited: their questions, and who asks.

    ``other`` says that somebody else is here by a link, and that both may be one person.
    """

    mine: Mine
    invitation: Invitation
    asked_by: str
    other: bool


@dataclass(frozen=True, slots=True)
class Here:
    """The browser that knocks: the secret in its cookie, and how long sessions live."""

    cookie: str
    limits: Limits


def opens(connection: Connection, kept: str, *, at: datetime) -> bool:
    """Return whether this is a way in that can still be used."""
    return tokens.invited_by(connection, kept, usable_at=at) is not None


def came_by(connection: Connection, kept: str, account: str) -> str | None:
    """Return the scan that this way in led to, for the person who used it."""
    name = tokens.invited_by(connection, kept)
    found = invitations.get(connection, name) if name else None
    return found.assessment if found is not None and found.account == account else None


def look(connection: Connection, shelf: Shelf, kept: str, here: Here, *, at: datetime) -> Welcome:
    """Return what this way in opens; looking does not use it (T107).

    ``kept`` is the hash of the link or of the code. Raises `LinkSpent`, `TooLate`, `OwnWay`.
    """
    found = _known(connection, kept, at)
    mine = my_questions(_invited(connection, found, at), connection, shelf, found.assessment)
    if mine.scan.assessment.state == "final":
        raise TooLate
    living = _linked(connection, here, at)
    two = {living.account, found.account} if living is not None else {found.account}
    other = len(two) == 2 and all(accounts.by_link_only(connection, one) for one in two)
    return Welcome(mine, found, _asker(connection, found), other)


def come_in(
    connection: Connection, shelf: Shelf, kept: str, here: Here, *, joins: bool, at: datetime
) -> tuple[str, str]:
    """Use a way in; return the secret for the cookie of a new session, and the id of the scan.

    Who was here by another link keeps what that opened, when they say so (``joins``): the two
    accounts then become one, unless one of them has a password. Raises what `look` raises.
    """
    welcome = look(connection, shelf, kept, here, at=at)
    found, living = welcome.invitation, _linked(connection, here, at)
    if tokens.enter(connection, kept, at=at) != found.id:
        raise LinkSpent
    account, places = found.account, frozenset((found.municipality,))
    if living is not None and (living.account == account or (joins and welcome.other)):
        places |= sessions.places(connection, living.id)
        if living.account != account:
            merging.merge(connection, account, living.account)
            account = living.account
    if not welcome.mine.scan.actor.function:
        accounts.choose(connection, account, function=found.function)
    sessions.end(connection, here.cookie, at=at)
    cookie = sessions.begin(connection, account, LINK, places=places, at=at)
    audit.note(connection, account, Happening.SIGNED_IN, at=at)
    return cookie, found.assessment


def decline(
    connection: Connection, shelf: Shelf, kept: str, here: Here, role: str, *, at: datetime
) -> None:
    """Use a way in to say that it is for somebody else; raise what `look` raises."""
    welcome = look(connection, shelf, kept, here, at=at)
    if tokens.enter(connection, kept, at=at) != welcome.invitation.id:
        raise LinkSpent
    give_back(connection, shelf, welcome.mine, role, at=at)


def ask_again(
    connection: Connection, kept: str, *, mails: bool, at: datetime
) -> tuple[Invitation, WayIn] | None:
    """Ask for a new link with one that works no more.

    Returns the invitation with a new way in when that is to be mailed; else the coordinator sees
    that somebody asks. For a link that never existed nothing happens, and nobody can tell.
    """
    name = tokens.invited_by(connection, kept)
    found = invitations.get(connection, name) if name else None
    if found is None or found.declined is not None:
        return None
    if not (mails and accounts.email_of(connection, found.account)):
        invitations.keep(connection, found.id, wants_link=at)
        return None
    made = tokens.last_made(connection, found.id)
    if made is not None and at - made < ONE_MAIL_EACH:
        return None
    return found, make_way_in(connection, found, at=at)


def _known(connection: Connection, kept: str, at: datetime) -> Invitation:
    name = tokens.invited_by(connection, kept, usable_at=at)
    found = invitations.get(connection, name) if name else None
    if found is None:
        raise LinkSpent
    return found


def _invited(connection: Connection, found: Invitation, at: datetime) -> Actor:
    """Return whoever is invited, as they may enter by a link."""
    member = accounts.membership(connection, found.account, found.municipality)
    if member is not None and member.role not in LINKED:
        raise OwnWay
    places = frozenset((found.municipality,))
    actor = accounts.actor(connection, found.account, at=at, places=places)
    if actor is None or member is None:
        raise LinkSpent
    return actor


def _linked(connection: Connection, here: Here, at: datetime) -> Session | None:
    """Return the session of this browser, when it began with an invitation."""
    living = sessions.living(connection, here.cookie, here.limits, at=at)
    return living if living is not None and living.kind == LINK else None


def _asker(connection: Connection, found: Invitation) -> str:
    """Return how whoever invited is called in that municipality; the empty one when not known."""
    member = accounts.membership(connection, found.by or "", found.municipality)
    return member.name if member is not None else ""

"""Lets people in: a link that works once, a session that ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Actor, Role
from toolkit.domain.days import day_of
from toolkit.domain.happening import Happening
from toolkit.services.note_account import note_account
from toolkit.storage import accounts, audit, municipalities, reader_links, sessions, tokens
from toolkit.storage.sessions import Limits, Session
from toolkit.storage.tokens import SIGN_IN


class LinkSpent(Exception):
    """The link was used, is too old, or never existed; which of these is not told."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """Somebody with a living session."""

    actor: Actor
    session: Session


def first_account(connection: Connection, *, at: datetime) -> str:
    """Return the first account of who runs the program; make it when nobody does.

    With nobody else here yet it is also coordinator of one municipality that gets its name later.
    """
    known = accounts.first(connection)
    if known is not None:
        return known
    alone = not accounts.count(connection)
    account = accounts.add(connection, operator=True, at=at)
    if alone:
        place = municipalities.add(connection, at=at)
        accounts.join(connection, account, place, Role.COORDINATOR, at=at)
    return account


def make_link(connection: Connection, *, at: datetime) -> str:
    """Return the secret of a link with which the first account can sign in, once."""
    account = first_account(connection, at=at)
    note_account(connection, None, Happening.WAY_IN_MADE, account, at=at)
    return tokens.make(connection, account, SIGN_IN, at=at)


def nobody_signed_in(connection: Connection, limits: Limits, *, at: datetime) -> bool:
    """Return whether there is no living session at all."""
    return not sessions.any_living(connection, limits, at=at)


def nobody_yet(connection: Connection) -> bool:
    """Return whether nobody has ever signed in here."""
    return not sessions.any_ever(connection)


def link_works(connection: Connection, secret: str, *, at: datetime) -> bool:
    """Return whether a link can still be used; looking does not use it."""
    return tokens.may_be_used(connection, secret, SIGN_IN, at=at)


def sign_in(
    connection: Connection, secret: str, *, at: datetime, function: str = "", language: str = ""
) -> str:
    """Use a link; return the secret for the cookie of the new session. Raises `LinkSpent`."""
    account = tokens.use(connection, secret, SIGN_IN, at=at)
    if account is None:
        raise LinkSpent
    accounts.choose(connection, account, function=function or None, language=language or None)
    audit.note(connection, account, Happening.SIGNED_IN, at=at)
    return sessions.begin(connection, account, at=at)


def arrived(connection: Connection, secret: str, limits: Limits, *, at: datetime) -> Arrived | None:
    """Return who has this session, while it lives and its last step was taken."""
    session = sessions.living(connection, secret, limits, at=at)
    if session is None or session.kind == sessions.HALF:
        return None
    actor = _actor(connection, session, at)
    return None if actor is None else Arrived(actor, session)


def still_here(connection: Connection, secret: str, *, at: datetime) -> None:
    """Write down that a session is in use."""
    sessions.touch(connection, secret, at=at)


def replaced(connection: Connection, secret: str, *, at: datetime) -> None:
    """End the session that another one takes the place of, if it lives."""
    sessions.end(connection, secret, at=at)


def sign_out(connection: Connection, secret: str, *, at: datetime) -> None:
    """End a session, if it lives."""
    account = sessions.end(connection, secret, at=at)
    if account is not None:
        audit.note(connection, account, Happening.SIGNED_OUT, at=at)


def _actor(connection: Connection, session: Session, at: datetime) -> Actor | None:
    """Return who has this session, with no more than its kind lets them enter."""
    if session.kind == sessions.READER:
        scan = reader_links.open_to(connection, session.account, on=day_of(at))
        if scan is None:
            return None
        return Actor(session.account, shared=frozenset((scan,)), guest=Role.ONLOOKER)
    linked = session.kind == sessions.LINK
    places = sessions.places(connection, session.id) if linked else None
    return accounts.actor(connection, session.account, at=at, places=places)

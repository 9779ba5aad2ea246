"""Finds or makes the account of somebody who is let in, and the link with which they begin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.domain.happening import About, Happening
from toolkit.services.welcome import PURPOSES, make_welcome
from toolkit.storage import accounts, audit, credentials, grants, people, tokens


class NumberNeeded(Exception):
    """There is an account with this address, made by others; its number was not given.

    The person reads it on their own page, so an account that only bears their address gets nothing.
    """


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom somebody wants to let in: the name that is used here, the address, the number."""

    name: str
    email: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class LetIn:
    """The account that was let in; ``link`` is the secret to hand over, told once, if any."""

    account: str
    link: str | None


def account_for(
    actor: Actor,
    connection: Connection,
    municipality: str,
    whom: Whom,
    *,
    at: datetime,
    by_link: bool = False,
) -> str:
    """Return the account with this address; make it when there is none. Raises `NumberNeeded`.

    Who comes ``by_link`` needs no number as long as the account is nothing but what invitations
    made of it: a link opens only the municipality that sent it.
    """
    known = accounts.with_email(connection, whom.email)
    if known is None:
        made = accounts.add(connection, operator=False, email=whom.email, at=at)
        audit.note(
            connection, actor.account, Happening.ACCOUNT_ADDED, _about(connection, made), at=at
        )
        return made
    ours = municipality in people.places(connection, known) or any(
        grant.number == _number(connection, known) for grant in grants.of(connection, municipality)
    )
    sure = ours or whom.number == str(_number(connection, known))
    if not sure and not (by_link and accounts.by_link_only(connection, known)):
        raise NumberNeeded
    if not ours:  # a link to choose a password, which others may still hold, would get in here too
        tokens.use_up_of(connection, known, PURPOSES, at=at)
    return known


def way_in(
    actor: Actor, connection: Connection, account: str, municipality: str, *, at: datetime
) -> str | None:
    """Return the secret of a link to choose a password, unless the account is known elsewhere too."""
    if people.known_elsewhere(connection, account, municipality):
        return None
    return make_welcome(connection, account, at=at, by=actor.account)


def about(connection: Connection, account: str, municipality: str) -> About:
    """Return that a line of the log is about this account."""
    return About.account(_number(connection, account), municipality)


def _about(connection: Connection, account: str) -> About:
    return about(connection, account, "")


def _number(connection: Connection, account: str) -> int:
    return credentials.number(connection, account)

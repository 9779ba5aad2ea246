"""A link with which somebody chooses a password: the first one, or a new one."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from toolkit.domain.happening import About, Happening
from toolkit.services import passwords
from toolkit.services.note_account import note_account
from toolkit.storage import audit, credentials, tokens

WELCOME, RESET = "welcome", "reset"
WELCOME_LIVES, RESET_LIVES = timedelta(hours=72), timedelta(minutes=30)
PURPOSES = (WELCOME, RESET)


class LinkUsed(Exception):
    """The link was used, is too old, or never existed; which of these is not told."""


def make_welcome(connection: Connection, account: str, *, at: datetime, by: str = "") -> str:
    """Return the secret of a link with which a new account gets its first password, within 72 hours.

    Links of before no longer work. ``by`` is the account that hands it out.
    """
    tokens.use_up_of(connection, account, PURPOSES, at=at)
    secret = tokens.make(connection, account, WELCOME, at=at, lives=WELCOME_LIVES)
    note_account(connection, by or account, Happening.LINK_MADE, account, at=at)
    return secret


def make_reset(connection: Connection, email: str, *, at: datetime) -> str | None:
    """Return the secret of a link for who forgot a password; nothing when nobody has this address."""
    known = credentials.of_email(connection, email)
    if known is None:
        return None
    tokens.use_up_of(connection, known.account, (RESET,), at=at)
    audit.note(connection, None, Happening.LINK_MADE, _about(connection, known.account), at=at)
    return tokens.make(connection, known.account, RESET, at=at, lives=RESET_LIVES)


def account_of(connection: Connection, secret: str, *, at: datetime) -> str:
    """Return whose password a link sets; looking does not use it. Raises `LinkUsed`."""
    account = tokens.account_of(connection, secret, PURPOSES, at=at)
    if account is None or credentials.of(connection, account) is None:
        raise LinkUsed
    return account


def choose(connection: Connection, secret: str, hashed: str, *, at: datetime) -> str:
    """Use a link to keep a password; return its account. Whoever was signed in is so no longer.

    Nobody is let in by it: the password and the second step are asked next (R23).
    """
    found = (tokens.use(connection, secret, purpose, at=at) for purpose in PURPOSES)
    account = next(filter(None, found), None)
    if account is None:
        raise LinkUsed
    passwords.keep(connection, account, hashed, at=at)
    return account


def _about(connection: Connection, account: str) -> About:
    return About.account(credentials.number(connection, account))

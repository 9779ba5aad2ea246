"""Signing in with the account of one's organisation: what goes there and comes back, and who it is."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.happening import REFUSED, Happening
from toolkit.storage import audit, credentials
from toolkit.storage.credentials import Credentials


class OrganisationSilent(Exception):
    """The organisation cannot be asked just now."""


class NotVouchedFor(Exception):
    """What came back does not show who this is."""


class NobodyHere(Exception):
    """The organisation knows this person; nobody made an account for them here."""


@dataclass(frozen=True, slots=True)
class Flight:
    """What this browser has to bring back, once."""

    state: str
    nonce: str
    verifier: str

    @classmethod
    def new(cls) -> Flight:
        """Return three secrets."""
        return cls(secrets.token_urlsafe(24), secrets.token_urlsafe(24), secrets.token_urlsafe(48))


@dataclass(frozen=True, slots=True)
class Vouched:
    """Who somebody is for the organisation; ``email`` only when that was verified."""

    issuer: str
    subject: str
    email: str


def known_as(connection: Connection, who: Vouched) -> Credentials:
    """Return the account of whoever the organisation vouches for.

    The first time that is the one that somebody made for their verified address, never one that
    is joined to somebody else already. Raises `NobodyHere`.
    """
    known = credentials.of_subject(connection, who.issuer, who.subject)
    if known is not None:
        return known
    made = credentials.of_email(connection, who.email) if who.email else None
    if made is None:
        raise NobodyHere
    if not credentials.join_subject(connection, made.account, who.issuer, who.subject):
        raise NobodyHere
    return made


def refused(connection: Connection, *, at: datetime) -> None:
    """Write down that somebody tried to get in and could not."""
    audit.note(connection, None, Happening.SIGN_IN_FAILED, at=at, result=REFUSED)

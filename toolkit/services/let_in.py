"""Lets somebody in who showed a password, and after it a code where one is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from toolkit.domain.happening import REFUSED, Happening
from toolkit.services import second_step
from toolkit.services.passwords import Shown
from toolkit.services.second_step import Chosen, WrongCode
from toolkit.storage import audit, credentials, sessions
from toolkit.storage.credentials import Credentials
from toolkit.storage.sessions import FULL, HALF, Limits

BETWEEN_STEPS = timedelta(minutes=10)


class NotLetIn(Exception):
    """The address or the password is not right; which of these is not told."""


class NobodyWaits(Exception):
    """No second step is due: nobody gave a password here, or it was too long ago."""


@dataclass(frozen=True, slots=True)
class Entered:
    """A new session: the secret for its cookie, and whether a second step is still to come."""

    account: str
    cookie: str
    half: bool


@dataclass(frozen=True, slots=True)
class Step:
    """What somebody took for a second step: the moment of a code, or the hash of a spare one."""

    counter: int | None = None
    recovery: str = ""


def after_password(
    connection: Connection, shown: Shown | None, *, local: bool, at: datetime
) -> Entered:
    """Begin a session for whoever showed a password; half of one when a code is due.

    Raises `NotLetIn`, also when the password was changed since it was looked at.
    """
    now = credentials.of(connection, shown.known.account) if shown else None
    if shown is None or now is None or now.password != shown.known.password:
        raise NotLetIn
    if shown.anew is not None:
        credentials.keep_password(connection, now.account, shown.anew)
    due = second_step.is_due(connection, now, local=local, at=at)
    return _begin(connection, now.account, half=due, at=at)


def account(connection: Connection, entered: Entered) -> Credentials:
    """Return what is kept of whoever just entered; raise `NobodyWaits` when that is gone."""
    known = credentials.of(connection, entered.account)
    if known is None:
        raise NobodyWaits
    return known


def after_organisation(
    connection: Connection, known: Credentials, *, due: bool, at: datetime
) -> Entered:
    """Begin a session for whoever the organisation vouches for; half of one when a code is due."""
    return _begin(connection, known.account, half=due, at=at)


def waiting(connection: Connection, cookie: str, limits: Limits, *, at: datetime) -> Credentials:
    """Return who gave a password here and has a second step to take; raise `NobodyWaits`."""
    session = sessions.living(connection, cookie, limits, at=at)
    if session is None or session.kind != HALF or at - session.begun > BETWEEN_STEPS:
        raise NobodyWaits
    known = credentials.of(connection, session.account)
    if known is None:
        raise NobodyWaits
    return known


def after_step(connection: Connection, known: Credentials, step: Step, *, at: datetime) -> Entered:
    """Begin a whole session for a right second step, which counts once; raise `WrongCode`."""
    use(connection, known.account, step)
    return _begin(connection, known.account, half=False, at=at)


def use(connection: Connection, account: str, step: Step) -> None:
    """Use a second step up; raise `WrongCode` when it was used before, or was never one."""
    if step.counter is None:
        right = credentials.use_recovery(connection, account, step.recovery)
    else:
        right = credentials.use_counter(connection, account, step.counter)
    if not right:
        raise WrongCode


def after_set_up(
    connection: Connection, chosen: Chosen, hashed: tuple[str, ...], *, at: datetime
) -> Entered:
    """Keep a second step that was shown to work, and begin a session that has taken it.

    Raises `NobodyWaits` for who has one already: a password alone does not replace it (T20).
    """
    now = credentials.of(connection, chosen.account)
    if now is None or now.second_step:
        raise NobodyWaits
    second_step.keep(connection, chosen, hashed, at=at)
    return _begin(connection, chosen.account, half=False, at=at)


def refused(connection: Connection, account: str | None, *, at: datetime) -> None:
    """Write down that somebody tried to get in and could not."""
    audit.note(connection, account, Happening.SIGN_IN_FAILED, at=at, result=REFUSED)


def _begin(connection: Connection, account: str, *, half: bool, at: datetime) -> Entered:
    cookie = sessions.begin(connection, account, HALF if half else FULL, at=at)
    if not half:
        audit.note(connection, account, Happening.SIGNED_IN, at=at)
    return Entered(account, cookie, half)

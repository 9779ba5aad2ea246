"""Sessions: who is signed in, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    func,
    insert,
    select,
    true,
    update,
)

from toolkit.settings import Settings
from toolkit.storage.ids import digest, new_secret
from toolkit.storage.tables import sessions

TOUCHED_EVERY, WORKING_DAY = timedelta(minutes=5), timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a session lives: without being used, and in all (ASVS 5.0, 7.3.1 and 7.3.2)."""

    idle: timedelta = timedelta(minutes=30)
    whole: timedelta = WORKING_DAY

    @classmethod
    def of(cls, settings: Settings) -> Limits:
        """Return the limits of an installation; where only this computer reaches it, a working day."""
        if settings.idle_minutes is not None:
            return cls(idle=timedelta(minutes=settings.idle_minutes))
        return cls(idle=WORKING_DAY) if settings.local else cls()


@dataclass(frozen=True, slots=True)
class Session:
    """A session that lives; ``stale`` says that its last use should be written down."""

    account: str
    begun: datetime
    stale: bool


# A clock that was set back may not make a session live for ever: its future is no past.
_LIVES = and_(
    sessions.c.ended.is_(None),
    sessions.c.last_seen > bindparam("used_since"),
    sessions.c.begun > bindparam("begun_since"),
    sessions.c.begun <= bindparam("begun_until"),
)
_LIVING = select(sessions.c.account_id, sessions.c.begun, sessions.c.last_seen).where(
    sessions.c.id_hash == bindparam("id_hash"), _LIVES
)


def begin(connection: Connection, account: str, *, at: datetime) -> str:
    """Begin a session; return the secret that belongs in the cookie."""
    secret = new_secret()
    connection.execute(
        insert(sessions).values(id_hash=digest(secret), account_id=account, begun=at, last_seen=at)
    )
    return secret


def living(connection: Connection, secret: str, limits: Limits, *, at: datetime) -> Session | None:
    """Return the session of this secret while it lives."""
    known = {"id_hash": digest(secret), **_moments(limits, at)}
    row = connection.execute(_LIVING, known).one_or_none()
    if row is None:
        return None
    return Session(row.account_id, row.begun, stale=at - row.last_seen >= TOUCHED_EVERY)


def any_living(connection: Connection, limits: Limits, *, at: datetime) -> bool:
    """Return whether anybody is signed in."""
    query = select(func.count()).select_from(sessions).where(_LIVES)
    return connection.execute(query, _moments(limits, at)).scalar_one() > 0


def any_ever(connection: Connection) -> bool:
    """Return whether anybody has ever signed in."""
    return connection.execute(select(sessions.c.id_hash).limit(1)).first() is not None


def touch(connection: Connection, secret: str, *, at: datetime) -> None:
    """Write down that a session is in use."""
    connection.execute(
        update(sessions).where(sessions.c.id_hash == digest(secret)).values(last_seen=at)
    )


def end(connection: Connection, secret: str, *, at: datetime) -> None:
    """End one session."""
    _end(connection, sessions.c.id_hash == digest(secret), at)


def end_all_of(connection: Connection, account: str, *, at: datetime) -> None:
    """End every session of an account."""
    _end(connection, sessions.c.account_id == account, at)


def end_all(connection: Connection, *, at: datetime) -> None:
    """End every session there is."""
    _end(connection, true(), at)


def _end(connection: Connection, which: ColumnElement[bool], at: datetime) -> None:
    open_ones = and_(which, sessions.c.ended.is_(None))
    connection.execute(update(sessions).where(open_ones).values(ended=at))


def _moments(limits: Limits, at: datetime) -> dict[str, datetime]:
    return {
        "used_since": at - limits.idle,
        "begun_since": at - limits.whole,
        "begun_until": at + limits.idle,
    }

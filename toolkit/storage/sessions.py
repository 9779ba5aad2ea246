"""Sessions: who is signed in, from when until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    and_,
    bindparam,
    delete,
    func,
    insert,
    select,
    true,
    update,
)

from toolkit.storage.ids import digest, new_id, new_secret
from toolkit.storage.tables import session_places, sessions

if TYPE_CHECKING:
    from toolkit.settings import Settings

TOUCHED_EVERY, WORKING_DAY = timedelta(minutes=5), timedelta(hours=12)
FULL, HALF, LINK, READER = "full", "half", "link", "reader"
"""Everything the account may; the second step is still to come; what an invitation opens; one scan,
by the link of who reads along."""


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
    """A session that lives; ``stale`` says that its last use should be written down.

    ``proved`` is when this person last showed who they are.
    """

    id: str
    account: str
    kind: str
    begun: datetime
    last_seen: datetime
    proved: datetime
    stale: bool


# A clock that was set back may not make a session live for ever: its future is no past.
_LIVES = and_(
    sessions.c.ended.is_(None),
    sessions.c.last_seen > bindparam("used_since"),
    sessions.c.begun > bindparam("begun_since"),
    sessions.c.begun <= bindparam("begun_until"),
)
_SESSIONS = select(
    *(column for column in sessions.c if column.name not in ("id_hash", "ended"))
).where(_LIVES)
_LIVING = _SESSIONS.where(sessions.c.id_hash == bindparam("id_hash"))


def begin(
    connection: Connection,
    account: str,
    kind: str = FULL,
    *,
    places: frozenset[str] = frozenset(),
    at: datetime,
) -> str:
    """Begin a session; return the secret that belongs in the cookie.

    One that begins with an invitation may enter these municipalities.
    """
    secret = new_secret()
    who = {"id_hash": digest(secret), "id": new_id(), "account_id": account, "kind": kind}
    connection.execute(insert(sessions).values(**who, begun=at, last_seen=at, proved=at))
    for place in sorted(places):
        let_into(connection, who["id"], place)
    return secret


def living(connection: Connection, secret: str, limits: Limits, *, at: datetime) -> Session | None:
    """Return the session of this secret while it lives."""
    known = {"id_hash": digest(secret), **_moments(limits, at)}
    row = connection.execute(_LIVING, known).mappings().one_or_none()
    return None if row is None else _session(row, at)


def living_of(
    connection: Connection, account: str, limits: Limits, *, at: datetime
) -> tuple[Session, ...]:
    """Return every living session of an account, the one used last first."""
    query = _SESSIONS.where(sessions.c.account_id == account).order_by(
        sessions.c.last_seen.desc(), sessions.c.id
    )
    rows = connection.execute(query, _moments(limits, at)).mappings()
    return tuple(_session(row, at) for row in rows)


def places(connection: Connection, session: str) -> frozenset[str]:
    """Return the municipalities that a session may enter which began with an invitation."""
    query = select(session_places.c.municipality_id).where(session_places.c.session_id == session)
    return frozenset(connection.execute(query).scalars())


def let_into(connection: Connection, session: str, municipality: str) -> None:
    """Let a session that begins with an invitation into a municipality."""
    row = {"session_id": session, "municipality_id": municipality}
    connection.execute(insert(session_places).values(**row))


def leave_place(connection: Connection, account: str, municipality: str) -> None:
    """Let no session of an account into a municipality any more that an invitation let in."""
    own = select(sessions.c.id).where(sessions.c.account_id == account)
    which = session_places.c.session_id.in_(own), session_places.c.municipality_id == municipality
    connection.execute(delete(session_places).where(*which))


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


def prove(connection: Connection, session: str, *, at: datetime) -> None:
    """Write down that whoever has a session showed who they are."""
    connection.execute(update(sessions).where(sessions.c.id == session).values(proved=at))


def end(connection: Connection, secret: str, *, at: datetime) -> str | None:
    """End one session; return whose it was, or nothing when there was none to end."""
    which = and_(sessions.c.id_hash == digest(secret), sessions.c.ended.is_(None))
    ended = update(sessions).where(which).values(ended=at).returning(sessions.c.account_id)
    return connection.execute(ended).scalar_one_or_none()


def end_one_of(connection: Connection, account: str, session: str, *, at: datetime) -> None:
    """End one session of an account, by its id."""
    _end(connection, and_(sessions.c.account_id == account, sessions.c.id == session), at)


def end_all_of(
    connection: Connection, account: str, *, at: datetime, but: str | None = None
) -> None:
    """End every session of an account, but one of them, by its id."""
    others = true() if but is None else sessions.c.id != but
    _end(connection, and_(sessions.c.account_id == account, others), at)


def end_all(connection: Connection, *, at: datetime) -> None:
    """End every session there is."""
    _end(connection, true(), at)


def _end(connection: Connection, which: ColumnElement[bool], at: datetime) -> None:
    open_ones = and_(which, sessions.c.ended.is_(None))
    connection.execute(update(sessions).where(open_ones).values(ended=at))


def _session(row: RowMapping, at: datetime) -> Session:
    return Session(
        id=row["id"],
        account=row["account_id"],
        kind=row["kind"],
        begun=row["begun"],
        last_seen=row["last_seen"],
        proved=row["proved"],
        stale=at - row["last_seen"] >= TOUCHED_EVERY,
    )


def _moments(limits: Limits, at: datetime) -> dict[str, datetime]:
    return {
        "used_since": at - limits.idle,
        "begun_since": at - limits.whole,
        "begun_until": at + limits.idle,
    }

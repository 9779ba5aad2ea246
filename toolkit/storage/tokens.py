"""Links that work once: only a hash is kept, and using one is a single statement."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, insert, or_, select, update

from toolkit.storage.ids import digest, new_secret
from toolkit.storage.tables import tokens

SIGN_IN, INVITATION = "sign_in", "invitation"
LIVES, INVITATION_LIVES = timedelta(minutes=30), timedelta(days=14)


def make(
    connection: Connection, account: str, purpose: str, *, at: datetime, lives: timedelta = LIVES
) -> str:
    """Return a secret that may be used once, for one purpose and within this time."""
    secret = new_secret()
    row = {"hash": digest(secret), "purpose": purpose, "account_id": account}
    connection.execute(insert(tokens).values(**row, made=at, ends=at + lives))
    return secret


def may_be_used(connection: Connection, secret: str, purpose: str, *, at: datetime) -> bool:
    """Return whether this secret may still be used; looking does not use it."""
    query = select(tokens.c.hash).where(_usable(digest(secret), purpose, at))
    return connection.execute(query).one_or_none() is not None


def use(connection: Connection, secret: str, purpose: str, *, at: datetime) -> str | None:
    """Use a secret; return its account, or nothing when it was used, is too old or unknown.

    Of many at the same time exactly one gets the account (T12).
    """
    statement = update(tokens).where(_usable(digest(secret), purpose, at)).values(used=at)
    return connection.execute(statement.returning(tokens.c.account_id)).scalar_one_or_none()


def account_of(
    connection: Connection, secret: str, purposes: Sequence[str], *, at: datetime
) -> str | None:
    """Return whose link this is, while it can be used for one of these; looking does not use it."""
    usable = or_(*(_usable(digest(secret), purpose, at) for purpose in purposes))
    return connection.execute(select(tokens.c.account_id).where(usable)).scalar_one_or_none()


def use_up_of(
    connection: Connection, account: str, purposes: Sequence[str], *, at: datetime
) -> None:
    """Make the links useless that an account had for one of these."""
    mine = and_(tokens.c.account_id == account, tokens.c.purpose.in_(purposes))
    open_ones = and_(mine, tokens.c.used.is_(None))
    connection.execute(update(tokens).where(open_ones).values(used=at))


def use_up_all(connection: Connection, *, at: datetime) -> None:
    """Make every link useless that still worked."""
    connection.execute(update(tokens).where(tokens.c.used.is_(None)).values(used=at))


def invite(
    connection: Connection, account: str, invitation: str, hashes: tuple[str, ...], *, at: datetime
) -> None:
    """Keep the ways in of one invitation, a link and a code; those of before end."""
    use_up(connection, invitation, at=at)
    row = {"purpose": INVITATION, "account_id": account, "invitation_id": invitation}
    ends = at + INVITATION_LIVES
    for one in hashes:
        connection.execute(insert(tokens).values(hash=one, **row, made=at, ends=ends))


def invited_by(
    connection: Connection, kept: str, *, usable_at: datetime | None = None
) -> str | None:
    """Return the invitation that this way in belongs to: at all, or while it can be used."""
    known = and_(tokens.c.hash == kept, tokens.c.purpose == INVITATION)
    which = known if usable_at is None else _usable(kept, INVITATION, usable_at)
    return connection.execute(select(tokens.c.invitation_id).where(which)).scalar_one_or_none()


def last_made(connection: Connection, invitation: str) -> datetime | None:
    """Return when the last way in of an invitation was made."""
    query = select(tokens.c.made).where(tokens.c.invitation_id == invitation)
    return connection.execute(query.order_by(tokens.c.made.desc()).limit(1)).scalar()


def enter(connection: Connection, kept: str, *, at: datetime) -> str | None:
    """Use a way in, and with it every other of the same invitation; return the invitation."""
    statement = update(tokens).where(_usable(kept, INVITATION, at)).values(used=at)
    found = connection.execute(statement.returning(tokens.c.invitation_id)).scalar_one_or_none()
    if found is not None:
        use_up(connection, found, at=at)
    return found


def use_up(connection: Connection, invitation: str, *, at: datetime) -> None:
    """Make the ways in of one invitation useless."""
    which = and_(tokens.c.invitation_id == invitation, tokens.c.used.is_(None))
    connection.execute(update(tokens).where(which).values(used=at))


def _usable(kept: str, purpose: str, at: datetime) -> ColumnElement[bool]:
    return and_(
        tokens.c.hash == kept,
        tokens.c.purpose == purpose,
        tokens.c.used.is_(None),
        tokens.c.made <= at + LIVES,
        tokens.c.ends > at,
    )

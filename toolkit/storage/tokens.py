"""Links that work once: only a hash is kept, and using one is a single statement."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, insert, select, update

from toolkit.storage.ids import digest, new_secret
from toolkit.storage.tables import tokens

SIGN_IN = "sign_in"
LIVES = timedelta(minutes=30)


def make(connection: Connection, account: str, purpose: str, *, at: datetime) -> str:
    """Return a secret that may be used once, within half an hour, for one purpose."""
    secret = new_secret()
    connection.execute(
        insert(tokens).values(
            hash=digest(secret), purpose=purpose, account_id=account, made=at, ends=at + LIVES
        )
    )
    return secret


def may_be_used(connection: Connection, secret: str, purpose: str, *, at: datetime) -> bool:
    """Return whether this secret may still be used; looking does not use it."""
    query = select(tokens.c.hash).where(_usable(secret, purpose, at))
    return connection.execute(query).one_or_none() is not None


def use(connection: Connection, secret: str, purpose: str, *, at: datetime) -> str | None:
    """Use a secret; return its account, or nothing when it was used, is too old or unknown.

    Of many at the same time exactly one gets the account (T12).
    """
    statement = update(tokens).where(_usable(secret, purpose, at)).values(used=at)
    return connection.execute(statement.returning(tokens.c.account_id)).scalar_one_or_none()


def use_up_all(connection: Connection, *, at: datetime) -> None:
    """Make every link useless that still worked."""
    connection.execute(update(tokens).where(tokens.c.used.is_(None)).values(used=at))


def _usable(secret: str, purpose: str, at: datetime) -> ColumnElement[bool]:
    return and_(
        tokens.c.hash == digest(secret),
        tokens.c.purpose == purpose,
        tokens.c.used.is_(None),
        tokens.c.made <= at + LIVES,
        tokens.c.ends > at,
    )

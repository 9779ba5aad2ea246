"""Says whether somebody showed a short while ago who they are, and with what they could (R25)."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.storage import credentials
from toolkit.storage.sessions import FULL, Session

PROVED_FOR = timedelta(minutes=10)


def has_password(connection: Connection, actor: Actor) -> bool:
    """Return whether this person has a password, or signs in with the organisation."""
    known = credentials.of(connection, actor.account)
    return known is None or known.password is not None or known.organisation


def proved_lately(session: Session, *, at: datetime) -> bool:
    """Return whether somebody showed in this session, a short while ago, who they are."""
    return session.kind == FULL and timedelta() <= at - session.proved <= PROVED_FOR

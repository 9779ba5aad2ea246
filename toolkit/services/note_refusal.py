"""Writes down that somebody was refused something: who, what, and of which municipality."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.domain.happening import REFUSED, About, Happening
from toolkit.storage import assessments, audit
from toolkit.storage.assessments import NotFound


def note_refusal(
    actor: Actor, connection: Connection, door: str, scan: str | None = None, *, at: datetime
) -> None:
    """Write down at which door this person was refused; ``scan`` is the one that it was about.

    Of a scan that this person may not see only is told that it was at that door.
    """
    about = About("page", door, _whose(actor, connection, scan))
    audit.note(connection, actor.account, Happening.ACCESS_REFUSED, about, at=at, result=REFUSED)


def _whose(actor: Actor, connection: Connection, scan: str | None) -> str:
    try:
        return assessments.visible_to(actor, connection).get(scan or "").municipality
    except NotFound:
        return ""

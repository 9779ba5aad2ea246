"""Lists the scans for which somebody was asked, with their open questions."""

from __future__ import annotations

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.own_questions import Mine, my_questions
from toolkit.storage import invitations
from toolkit.storage.assessments import NotFound


def list_own(actor: Actor, connection: Connection, shelf: Shelf) -> tuple[Mine, ...]:
    """Return where this person was asked and can still answer, the newest first."""
    asked = invitations.all_to(connection, actor.account)
    found = (_opened(actor, connection, shelf, one.assessment) for one in reversed(asked))
    return tuple(one for one in found if one is not None and one.scan.may(Action.ANSWER))


def asked_elsewhere(actor: Actor, connection: Connection, shelf: Shelf) -> bool:
    """Return whether this person has something left where this session does not come."""
    asked = invitations.all_to(connection, actor.account)
    left = (one for one in asked if one.finished is None and one.declined is None)
    return any(_opened(actor, connection, shelf, one.assessment) is None for one in left)


def _opened(actor: Actor, connection: Connection, shelf: Shelf, scan: str) -> Mine | None:
    """Return somebody's questions in a scan, unless this session does not come there."""
    try:
        return my_questions(actor, connection, shelf, scan)
    except NotFound:
        return None

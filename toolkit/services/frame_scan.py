"""Keeps what a scan begins with: whose it is."""

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import audit, municipalities


def before_framing(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Opened:
    """Return the draft; raise `NotFound`, `NotAllowed`, and `NotNow` when it is one no more."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.ANSWER)
    scan.require(Action.START)
    return scan


def name_municipality(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    name: str,
    *,
    at: datetime,
) -> None:
    """Give the municipality of a draft its name; raise what `before_framing` raises."""
    scan = before_framing(actor, connection, shelf, assessment_id)
    place = scan.assessment.municipality
    municipalities.rename(connection, place, name)
    audit.note(connection, actor.account, Happening.SET_UP, About.place(place), at=at)

"""Removes a scan that is not final, with everything that belongs to it."""

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.open_scan import open_scan
from toolkit.storage import assessments


def remove_scan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> None:
    """Remove a scan for good; raise `NotFound`, `NotAllowed`, and `NotNow` when it is final."""
    open_scan(actor, connection, shelf, assessment_id).require(Action.REMOVE)
    assessments.remove(connection, assessment_id)

"""Removes a scan that is not final, with everything that belongs to it."""

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import assessments


def before_removal(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Opened:
    """Return the scan that would go; raise `NotFound`, `NotAllowed`, and `NotNow` when final."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.REMOVE)
    return scan


def remove_scan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> None:
    """Remove a scan for good; raise what `before_removal` raises."""
    before_removal(actor, connection, shelf, assessment_id)
    assessments.remove(connection, assessment_id)

"""Keeps what a scan begins with: whose it is."""

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.open_scan import open_scan
from toolkit.storage import municipalities


def name_municipality(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, name: str
) -> None:
    """Give the municipality of a draft its name; raise `NotFound`, `NotAllowed`, `NotNow`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.ANSWER)
    scan.require(Action.START)
    municipalities.rename(connection, scan.assessment.municipality, name)

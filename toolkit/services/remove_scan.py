"""Removes a scan that is not final, with everything that belongs to it."""

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import open_scan
from toolkit.storage import assessments, audit


def remove_scan(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> None:
    """Remove a scan for good; raise `NotFound`, `NotAllowed`, and `NotNow` when it is final."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.REMOVE)
    assessments.remove(connection, assessment_id)
    about = About.scan(assessment_id, scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.REMOVED, about, at=at)

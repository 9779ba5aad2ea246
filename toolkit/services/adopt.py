"""Writes down who adopted a final scan: the one thing in it that may still change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.library import Library
from toolkit.services.open_scan import open_scan
from toolkit.services.order_document import order_for_final
from toolkit.storage import assessments


def adopt(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    adopted_by: str,
    *,
    at: datetime,
) -> None:
    """Keep the words that its documents then have as their status, and have those made anew.

    Raises `NotFound`, `NotAllowed`, `NotNow`.
    """
    open_scan(actor, connection, shelf, assessment_id).require(Action.ADOPT)
    assessments.set_state(connection, assessment_id, "final", adopted_by=adopted_by)
    order_for_final(actor, connection, shelf, library, assessment_id, at=at)

"""Writes down who adopted a final scan: the one thing in it that may still change."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.scan import Adoption
from toolkit.services.open_scan import open_scan
from toolkit.services.order_document import order_for_final
from toolkit.storage import assessments, audit


def adopt(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    adoption: Adoption | None,
    *,
    at: datetime,
) -> None:
    """Keep the decision of the executive, and have the documents made anew with that status.

    Without one the scan is adopted by the officials who made it final, as it was at first.
    Raises `NotFound`, `NotAllowed`, `NotNow`.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.ADOPT)
    day, decision = (adoption.day, adoption.decision) if adoption is not None else (None, "")
    assessments.set_state(connection, assessment_id, "final", adopted=day, decision=decision)
    about = About.scan(assessment_id, scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.ADOPTED, about, at=at)
    order_for_final(actor, connection, shelf, library, assessment_id, at=at)

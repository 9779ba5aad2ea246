"""Keeps when young people heard what is done with what they said, and when they hear more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.services.open_scan import open_frame
from toolkit.services.order_document import order_for_final
from toolkit.storage import assessments, audit


@dataclass(frozen=True, slots=True)
class ToldBack:
    """When young people heard from us, and when they hear from us again; each perhaps not yet."""

    told: date | None
    again: date | None


def tell_back(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    days: ToldBack,
    *,
    at: datetime,
) -> None:
    """Keep both days, and have the documents made anew: those for young people name the next one.

    Raises `NotFound`, `NotAllowed`, `NotNow`.
    """
    scan = open_frame(actor, connection, shelf, assessment_id)
    scan.require(Action.TELL_BACK)
    frame = scan.assessment
    if (frame.told_back, frame.tell_again) == (days.told, days.again):
        return
    kept = {"told_back": days.told, "tell_again": days.again}
    assessments.set_state(connection, frame.id, frame.state, **kept)
    about = About.scan(frame.id, frame.municipality)
    audit.note(connection, actor.account, Happening.TOLD_BACK, about, at=at)
    order_for_final(actor, connection, shelf, library, frame.id, at=at)

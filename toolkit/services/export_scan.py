"""Writes a scan as a scan file: the answers, never the history or the names of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents import scanfile
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.plain_text import slug
from toolkit.services.open_scan import as_scan, open_scan
from toolkit.storage import assessments, audit


@dataclass(frozen=True, slots=True)
class Exported:
    """A scan file: its text, and a name for it that is safe on every system."""

    name: str
    text: str


def export_scan(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Exported:
    """Return a scan as YAML; raise `NotFound` and `NotAllowed`."""
    opened = open_scan(actor, connection, shelf, assessment_id)
    opened.require(Action.EXPORT)
    scan = as_scan(connection, opened)
    place = opened.assessment.municipality_name
    return Exported(f"{slug(place) or 'scan'}.yaml", scanfile.write(scan, opened.questionnaire))


def note_taken_along(
    actor: Actor, connection: Connection, assessment_id: str, *, by: str | None, at: datetime
) -> None:
    """Write down that the file of a scan was taken along, and by which account; raise `NotFound`."""
    place = assessments.visible_to(actor, connection).get(assessment_id).municipality
    about = About.scan(assessment_id, place)
    audit.note(connection, by, Happening.EXPORTED, about, at=at)

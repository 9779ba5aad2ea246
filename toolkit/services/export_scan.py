"""Writes a scan as a scan file: the answers, never the history or the names of people."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents import scanfile
from toolkit.domain.access import Action, Actor
from toolkit.domain.plain_text import slug
from toolkit.services.open_scan import as_scan, open_scan


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

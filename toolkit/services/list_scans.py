"""Lists the scans that somebody may see, with what tells one from another."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.storage import assessments
from toolkit.storage.assessments import Assessment


@dataclass(frozen=True, slots=True)
class Listed:
    """A scan, with the one that it corrects and whether a correction has replaced it."""

    scan: Assessment
    corrects: Assessment | None
    replaced: bool


def list_scans(actor: Actor, connection: Connection) -> tuple[Listed, ...]:
    """Return every scan that this person may see, the newest first."""
    every = assessments.visible_to(actor, connection).all()
    known = {one.id: one for one in every}
    replaced = {one.corrects for one in every if one.state == "final"}
    return tuple(Listed(one, known.get(one.corrects or ""), one.id in replaced) for one in every)

"""Says which scans belong to one another: a scan and its correction, a round and the one before."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.storage import assessments
from toolkit.storage.assessments import Assessment


@dataclass(frozen=True, slots=True)
class Relatives:
    """The scans around one scan, as far as somebody may see them.

    ``correction`` is being made, ``replaced_by`` is final. ``earlier`` is the round before, as it
    was corrected last; ``later`` are the rounds that began from this one.
    """

    corrects: Assessment | None
    correction: Assessment | None
    replaced_by: Assessment | None
    earlier: Assessment | None
    later: tuple[Assessment, ...]


class Replaced(Exception):
    """A correction has replaced this scan; ``by`` is its id."""

    def __init__(self, by: str) -> None:
        super().__init__(by)
        self.by = by


def relatives(actor: Actor, connection: Connection, scan: Assessment) -> Relatives:
    """Return the scans around one that this person may see."""
    every = assessments.visible_to(actor, connection).all()
    own = {one.id: one for one in every if one.municipality == scan.municipality}
    corrections = _corrections(own)
    found = tuple(one for one in own.values() if one.corrects == scan.id)
    return Relatives(
        corrects=own.get(scan.corrects or ""),
        correction=next((one for one in found if one.state != "final"), None),
        replaced_by=corrections.get(scan.id),
        earlier=_standing(own.get(scan.earlier or ""), corrections),
        later=tuple(one for one in own.values() if one.earlier == scan.id and one.corrects is None),
    )


def _corrections(scans: dict[str, Assessment]) -> dict[str, Assessment]:
    """Return the final correction of each scan that has one."""
    return {one.corrects: one for one in scans.values() if one.corrects and one.state == "final"}


def _standing(scan: Assessment | None, corrections: dict[str, Assessment]) -> Assessment | None:
    """Return a scan as it was corrected last."""
    while scan is not None and scan.id in corrections:
        scan = corrections[scan.id]
    return scan

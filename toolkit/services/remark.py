"""Keeps what the municipality itself writes beside the outcome: foreword, themes, reply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.questionnaire import Group
from toolkit.domain.scan import Remark
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import surroundings
from toolkit.storage.assessments import NotFound
from toolkit.storage.surroundings import FOREWORD, REPLY, KeptRemark

NOTHING_YET = KeptRemark(Remark(""), 0)


class RemarkChanged(Exception):
    """Somebody else wrote here in the meantime; nothing was written."""

    def __init__(self, theirs: KeptRemark) -> None:
        super().__init__(theirs.version)
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class RemarkPlace:
    """A place for a remark, with what stands there; ``theme`` when it is about one."""

    id: str
    theme: Group | None
    kept: KeptRemark


@dataclass(frozen=True, slots=True)
class Remarked:
    """A scan with every place for a remark, in the order in which documents print them."""

    scan: Opened
    places: Mapping[str, RemarkPlace]

    def place(self, name: str) -> RemarkPlace:
        """Return one place; raise `NotFound`."""
        if name not in self.places:
            raise NotFound(name)
        return self.places[name]


def open_remarks(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Remarked:
    """Return the remarks of a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    kept = surroundings.remarks_of(connection, assessment_id)
    themes: dict[str, Group | None] = {theme.id: theme for theme in scan.themes}
    rows = {FOREWORD: None, **themes, REPLY: None}
    places = (RemarkPlace(name, rows[name], kept.get(name, NOTHING_YET)) for name in rows)
    return Remarked(scan, {place.id: place for place in places})


def write_remark(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    written: tuple[str, KeptRemark],
    *,
    at: datetime,
) -> None:
    """Keep a remark (``written``: place, remark with the version seen); empty takes it back.

    Raises `NotFound`, `NotAllowed`, `NotNow`, `RemarkChanged`.
    """
    name, said = written
    known = open_remarks(actor, connection, shelf, assessment_id)
    known.scan.require(Action.REMARK)
    current = known.place(name).kept
    if current.remark == said.remark:
        return
    if not surroundings.put_remark(
        connection,
        assessment_id,
        name,
        said.remark,
        seen=said.version,
        account=actor.account,
        at=at,
    ):
        raise RemarkChanged(current)

"""Fills in what only the municipality knows, once for all documents of a scan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.blanks import BLANKS, NEXT_MESSAGE
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import Frame, open_frame
from toolkit.storage import audit, publishing

MOST = 10**9


class BlanksChanged(Exception):
    """Somebody else filled in something in the meantime; nothing was written."""

    def __init__(self, theirs: Filled) -> None:
        super().__init__(theirs.version)
        self.theirs = theirs


@dataclass(frozen=True, slots=True)
class Filled:
    """What is filled in for a scan, by the name of the place; empty where nothing is."""

    scan: Frame
    texts: Mapping[str, str]

    @property
    def asked(self) -> tuple[str, ...]:
        """The places that are asked for; the next message to young people only while it has no day."""
        dated = self.scan.assessment.tell_again is not None
        return tuple(name for name in BLANKS if not (dated and name == NEXT_MESSAGE))

    @property
    def version(self) -> int:
        """A number that changes when any of it does; never 0."""
        return crc32(repr(sorted(self.texts.items())).encode()) % (MOST - 1) + 1


def open_blanks(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Filled:
    """Return what is filled in, for who may change it.

    Raises `NotFound`, `NotAllowed`, and `NotNow` while people are answering.
    """
    scan = open_frame(actor, connection, shelf, assessment_id)
    scan.require(Action.FILL_IN)
    kept = publishing.blanks_of(connection, assessment_id)
    return Filled(scan, {name: kept.get(name, "") for name in BLANKS})


def fill_blanks(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    texts: Mapping[str, str],
    *,
    seen: int,
    at: datetime,
) -> None:
    """Keep these texts, over what was seen; documents are made anew when they are asked for.

    Raises what `open_blanks` raises, `KeyError` for a place that does not exist, `BlanksChanged`.
    """
    known = open_blanks(actor, connection, shelf, assessment_id)
    new = {name: text for name, text in texts.items() if text != known.texts[name]}
    if not new:
        return
    if seen != known.version:
        raise BlanksChanged(known)
    publishing.fill_in(connection, assessment_id, new, actor.account, at=at)
    about = About.scan(assessment_id, known.scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.FILLED_IN, about, at=at)

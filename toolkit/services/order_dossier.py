"""Asks for the dossier of a scan, once everything in it has been decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.services.check_publication import checked
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.order_document import MOST_WAITING, QueueFull
from toolkit.storage import audit, documents
from toolkit.storage.documents import DOSSIER, Document, What


@dataclass(frozen=True, slots=True)
class Missing:
    """What still stands in the way: no decision of the executive, passages to decide about,
    and what the archive needs to know, by the name of its place.
    """

    adoption: bool
    undecided: int
    blanks: tuple[str, ...]

    def __bool__(self) -> bool:
        """Return whether anything does."""
        return bool(self.adoption or self.undecided or self.blanks)


class NotComplete(Exception):
    """The dossier cannot be made yet."""

    def __init__(self, missing: Missing) -> None:
        super().__init__(missing)
        self.missing = missing


def missing_in(connection: Connection, found: Source) -> Missing:
    """Return what still stands in the way of a dossier; raise `NotAsKept`."""
    return Missing(
        adoption=found.scan.adoption is None,
        undecided=len(checked(found, result_of(connection, found.opened)).open),
        blanks=lacking(found.blanks),
    )


def order_dossier(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    language: str,
    *,
    at: datetime,
) -> str:
    """Return the id of the dossier, a document as every other; it is made in the background.

    Raises `NotFound`, `NotAllowed`, `NotNow`, `NotAsKept`, `NotComplete` and `QueueFull`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.PUBLISH)
    missing = missing_in(connection, found)
    if missing:
        raise NotComplete(missing)
    frame = found.opened.assessment
    if documents.waiting_of(connection, frame.municipality) >= MOST_WAITING:
        raise QueueFull
    what = dossier_of(found, language, at)
    about = About.scan(assessment_id, frame.municipality)
    audit.note(connection, actor.account, Happening.DOSSIER_ASKED, about, at=at)
    return documents.order(connection, assessment_id, what, found.inputs(what), at=at)


def dossier_of(found: Source, language: str, at: datetime) -> What:
    """Return the dossier of a scan as a document."""
    return What(DOSSIER, "publication", language, found.day(at), format="zip")


def latest_of(known: tuple[Document, ...], language: str) -> Document | None:
    """Return the dossier that was asked for last in this language, if any was."""
    mine = (one for one in known if one.what.kind == DOSSIER and one.what.language == language)
    return next(mine, None)


def lacking(blanks: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the archive needs to know and nobody has filled in yet."""
    needed = ["case_number", "appraisal", "retention_category"]
    if blanks.get("appraisal") == "V":
        needed.append("retention_years")
    return tuple(name for name in needed if not blanks.get(name))

"""Asks for a document of a scan; the same one, of the same answers, is made once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.report import Barred, Form, Kind, barred
from toolkit.services.document_source import Source, source
from toolkit.storage import audit, documents
from toolkit.storage.documents import What

MOST_WAITING = 60
"""How many documents of one municipality may be waiting (R12)."""


class CannotBecome(Exception):
    """The document asked for cannot be made of this scan, or not yet."""

    def __init__(self, reason: Barred) -> None:
        super().__init__(reason)
        self.reason = reason


class QueueFull(Exception):
    """So many documents of this municipality are waiting that no more are taken on."""


@dataclass(frozen=True, slots=True)
class WantedDocument:
    """Which document somebody asks for; ``embed`` puts the scan file inside a working form.

    ``format``: a PDF, for Word (docx), or a page for a website (html).
    """

    form: Form
    language: str
    embed: bool = False
    kind: Kind = Kind.FULL
    format: str = "pdf"

    def __post_init__(self) -> None:
        """Refuse a publication that carries the scan, and a form that the kind does not have."""
        if self.embed and self.form is not Form.WORK:
            raise ValueError("a publication carries no scan")
        if self.embed and self.format != "pdf":
            raise ValueError("only a PDF carries a scan")
        if self.form not in self.kind.forms:
            raise ValueError(f"{self.kind} is never made in the form {self.form}")

    def barred(self, source: Source) -> Barred | None:
        """Return why this scan cannot become it, if so."""
        return barred(self.kind, source.scan, source.opened.questionnaire, source.life)

    def on(self, source: Source, at: datetime) -> What:
        """Return this document of this scan, with the date that it gets."""
        day = source.day(at)
        return What(self.kind.value, self.form.value, self.language, day, self.embed, self.format)


BEFOREHAND = (
    WantedDocument(Form.PUBLICATION, "nl"),
    WantedDocument(Form.WORK, "nl"),
    WantedDocument(Form.PUBLICATION, "en"),
    WantedDocument(Form.WORK, "en"),
)
"""What is made of a final scan before anybody asks."""


def order_document(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    wanted: WantedDocument,
    *,
    at: datetime,
) -> str:
    """Return the id of the document; it is made in the background, unless it was before.

    Raises `NotFound`, `NotAllowed`, `NotNow`, `CannotBecome` and `QueueFull`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.MAKE_DOCUMENT)
    if wanted.embed:
        found.opened.require(Action.EXPORT)
    reason = wanted.barred(found)
    if reason is not None:
        raise CannotBecome(reason)
    if documents.waiting_of(connection, found.opened.assessment.municipality) >= MOST_WAITING:
        raise QueueFull
    frame = found.opened.assessment
    about = About.scan(frame.id, frame.municipality)
    audit.note(connection, actor.account, Happening.DOCUMENT_ASKED, about, at=at)
    return _order(connection, found, wanted, at)


def order_for_final(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    *,
    at: datetime,
) -> tuple[str, ...]:
    """Have the documents of a final scan made, so that nobody waits for them (P9).

    Returns their ids; raises `NotFound`, `NotAllowed` and `NotNow`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.MAKE_DOCUMENT)
    return tuple(_order(connection, found, wanted, at) for wanted in BEFOREHAND)


def _order(connection: Connection, found: Source, wanted: WantedDocument, at: datetime) -> str:
    what = wanted.on(found, at)
    return documents.order(connection, found.opened.assessment.id, what, found.inputs(what), at=at)

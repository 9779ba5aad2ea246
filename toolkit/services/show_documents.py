"""Shows which documents a scan has, whether they still say what the scan says, and gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, require
from toolkit.domain.library import Library
from toolkit.domain.report import Barred, Facts, Form, Kind, facts
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import Opened
from toolkit.services.order_document import BEFOREHAND, WantedDocument
from toolkit.storage import assessments, documents
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.documents import Document, Stage

OFFERED = (
    *BEFOREHAND,
    *(WantedDocument(Form.WORK, language, embed=True) for language in ("nl", "en")),
    *(
        WantedDocument(Form.PUBLICATION, language, kind=kind)
        for kind in (Kind.COUNCIL, Kind.CHILDREN, Kind.PROGRESS)
        for language in ("nl", "en")
    ),
)


@dataclass(frozen=True, slots=True)
class Row:
    """One document that can be had. ``latest``: as asked last; ``ready``: what can be downloaded.

    ``current`` says whether the latest is of the scan as it is now, ``barred`` why it cannot be
    made, if so.
    """

    wanted: WantedDocument
    latest: Document | None
    ready: Document | None
    current: bool
    barred: Barred | None


@dataclass(frozen=True, slots=True)
class Desk:
    """The documents of a scan."""

    scan: Opened
    rows: tuple[Row, ...]

    def barred(self, kind: str) -> Barred | None:
        """Return why no document of this kind can be made, if so."""
        return next((row.barred for row in self.rows if row.wanted.kind == kind), None)

    @property
    def busy(self) -> bool:
        """Whether any is still to be made."""
        latest = (row.latest for row in self.rows)
        return any(one is not None and not over(one) for one in latest)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a document would say, with the library that it goes by."""

    scan: Opened
    facts: Facts
    library: Library


def over(document: Document) -> bool:
    """Return whether nothing more will happen to a document by itself."""
    return document.stage in (Stage.READY, Stage.FAILED)


def desk(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    *,
    at: datetime,
) -> Desk:
    """Return the documents of a scan; raise `NotFound`, `NotAllowed`, and `NotNow` for a draft."""
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.MAKE_DOCUMENT)
    every = documents.visible_to(actor, connection).of(assessment_id)
    known = tuple(one for one in every if _may_have(found, one))
    return Desk(found.opened, tuple(_row(found, wanted, known, at) for wanted in OFFERED))


def document(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, document_id: str
) -> tuple[Document, Assessment]:
    """Return a document with its scan; raise `NotFound`, `NotAllowed`, and `NotNow` for a draft."""
    found = documents.visible_to(actor, connection).get(document_id)
    scan = assessments.visible_to(actor, connection).get(found.assessment)
    require(actor, Action.MAKE_DOCUMENT, scan.municipality, scan.state, scan.id)
    if scan.municipality not in actor.roles:
        seen = source(actor, connection, shelf, library, scan.id)
        if not _may_have(seen, found):
            raise NotFound(document_id)
    return found, scan


def content(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, document_id: str
) -> bytes:
    """Return the bytes of a document; raise as `document` does, also while there are none."""
    document(actor, connection, shelf, library, document_id)
    return documents.visible_to(actor, connection).content(document_id)


def preview(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    form: Form,
    *,
    at: datetime,
) -> Preview:
    """Return what the report would say now.

    Raises `NotFound`, `NotAllowed`, `NotNow` and `NotAsKept`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.MAKE_DOCUMENT)
    result = result_of(connection, found.opened)
    said = facts(found.scan, result, found.library, kind=Kind.FULL, form=form, day=found.day(at))
    return Preview(found.opened, said.within(found.life), found.library)


def _may_have(found: Source, one: Document) -> bool:
    """Return whether a document is for this person: not when it also tells of scans unseen (T4)."""
    scan = found.opened
    return scan.assessment.municipality in scan.actor.roles or one.inputs == found.inputs(one.what)


def _row(found: Source, wanted: WantedDocument, known: tuple[Document, ...], at: datetime) -> Row:
    now = wanted.on(found, at)
    same = [one for one in known if _is(one, wanted)]
    latest = next(iter(same), None)
    return Row(
        wanted,
        latest,
        next((one for one in same if one.stage is Stage.READY), None),
        current=latest is not None and latest.inputs == found.inputs(now),
        barred=wanted.barred(found),
    )


def _is(one: Document, wanted: WantedDocument) -> bool:
    what = one.what
    same = (what.kind, what.form, what.language, what.embed)
    return same == (wanted.kind.value, wanted.form.value, wanted.language, wanted.embed)

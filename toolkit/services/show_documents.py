"""Shows which documents a scan has, whether they still say what the scan says, and gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.blank_words import blanks_in
from toolkit.domain.access import Action, Actor, require
from toolkit.domain.library import Library
from toolkit.domain.look import PLAIN
from toolkit.domain.report import Barred, Facts, Form, Kind
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import Opened
from toolkit.services.order_document import WantedDocument
from toolkit.services.order_dossier import Missing, dossier_of, latest_of, missing_in
from toolkit.services.say_report import Order, said
from toolkit.services.score_scan import Scored
from toolkit.storage import assessments, documents
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.documents import Document, Stage

FORMATS: Mapping[Kind, tuple[str, ...]] = {
    Kind.PROPOSAL: ("docx", "pdf"),
    Kind.LETTER: ("docx", "pdf"),
    Kind.COUNCIL: ("docx", "pdf", "html"),
    Kind.FULL: ("docx", "pdf"),
    Kind.PROGRESS: ("docx", "pdf"),
    Kind.CHILDREN: ("pdf", "html"),
}
"""As which files each kind is offered, in the order of the page."""
OFFERED = (
    *(
        WantedDocument(form, language, kind=kind, format=one)
        for kind, formats in FORMATS.items()
        for form in kind.forms
        for language in ("nl", "en")
        for one in formats
    ),
    *(WantedDocument(Form.WORK, language, embed=True) for language in ("nl", "en")),
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
class DossierRow:
    """The dossier in one language, as it was asked for last; whether it is of the scan as it is."""

    latest: Document | None
    current: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """The documents of a scan.

    ``to_fill_in`` are the places in each kind of document at which nothing is filled in yet,
    ``missing`` what stands in the way of the dossier: absent for a scan that is not final.
    """

    scan: Opened
    rows: tuple[Row, ...]
    to_fill_in: Mapping[str, tuple[str, ...]]
    dossiers: Mapping[str, DossierRow]
    missing: Missing | None

    def barred(self, kind: str) -> Barred | None:
        """Return why no document of this kind can be made, if so."""
        return next((row.barred for row in self.rows if row.wanted.kind == kind), None)

    def of(self, kind: str, form: str, language: str, embed: bool) -> tuple[Row, ...]:  # noqa: FBT001
        """Return the rows of one document in one language, a row a kind of file."""
        asked = (kind, form, language, embed)
        return tuple(
            row
            for row in self.rows
            if asked == (row.wanted.kind, row.wanted.form, row.wanted.language, row.wanted.embed)
        )

    @property
    def busy(self) -> bool:
        """Whether any is still to be made."""
        dossiers = (row.latest for row in self.dossiers.values())
        latest = (*(row.latest for row in self.rows), *dossiers)
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
    return Desk(
        found.opened,
        tuple(_row(found, wanted, known, at) for wanted in OFFERED),
        _to_fill_in(connection, found, at),
        {language: _dossier(found, known, language, at) for language in ("nl", "en")},
        missing_in(connection, found) if found.opened.may(Action.PUBLISH) else None,
    )


def document(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, document_id: str
) -> tuple[Document, Assessment]:
    """Return a document with its scan; raise `NotFound`, `NotAllowed`, and `NotNow` for a draft."""
    found = documents.visible_to(actor, connection).get(document_id)
    scan = assessments.visible_to(actor, connection).get(found.assessment)
    for action in (Action.MAKE_DOCUMENT, *((Action.EXPORT,) if found.what.embed else ())):
        require(actor, action, scan.municipality, scan.state, scan.id)
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
    wanted: WantedDocument,
    *,
    at: datetime,
) -> Preview:
    """Return what a document would say now.

    Raises `NotFound`, `NotAllowed`, `NotNow` and `NotAsKept`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.MAKE_DOCUMENT)
    scored = found.scored(result_of(connection, found.opened))
    order = Order(wanted.kind, wanted.form, wanted.language, found.day(at))
    facts = said(scored, found.library, order)
    # The page around it carries the logo already.
    return Preview(found.opened, replace(facts, look=PLAIN), found.library)


def _may_have(found: Source, one: Document) -> bool:
    """Return whether a document is for this person.

    Not when it also tells of scans unseen (T4), nor with the scan inside for who may not take that.
    """
    scan = found.opened
    if one.what.embed and not scan.may(Action.EXPORT):
        return False
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
    asked = (wanted.kind.value, wanted.form.value, wanted.language, wanted.embed, wanted.format)
    return asked == (what.kind, what.form, what.language, what.embed, what.format)


def _to_fill_in(
    connection: Connection, found: Source, at: datetime
) -> Mapping[str, tuple[str, ...]]:
    """Return what is still to be filled in for each kind; a kind that cannot be made has nothing."""
    scored = found.scored(result_of(connection, found.opened))
    kinds = (kind for kind in FORMATS if kind is not Kind.FULL)
    return {kind: _places(found, scored, kind, at) for kind in kinds}


def _places(found: Source, scored: Scored, kind: Kind, at: datetime) -> tuple[str, ...]:
    if WantedDocument(Form.PUBLICATION, "nl", kind=kind).barred(found) is not None:
        return ()
    told = said(scored, found.library, Order(kind, Form.PUBLICATION, "nl", found.day(at)))
    every = blanks_in(told, found.library, "nl")
    return tuple(name for name in every if not found.blanks.get(name))


def _dossier(found: Source, known: tuple[Document, ...], language: str, at: datetime) -> DossierRow:
    latest = latest_of(known, language)
    now = found.inputs(dossier_of(found, language, at))
    return DossierRow(latest, current=latest is not None and latest.inputs == now)

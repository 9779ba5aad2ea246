"""Documents of scans and workshops: which were asked for, how far they are, and their bytes."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, func, select, update

from toolkit.domain.access import Actor
from toolkit.storage.assessments import NotFound
from toolkit.storage.dialect import add_unless_there
from toolkit.storage.ids import new_id
from toolkit.storage.tables import assessments, documents, workshops

SCAN, WORKSHOP = "assessment_id", "workshop_id"
"""Of which a document is: the columns of which one is filled."""
DOSSIER = "dossier"
"""The kind of what holds every publication of a scan together."""


class Stage(StrEnum):
    """How far a document is."""

    WAITING = "waiting"
    WORKING = "working"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class What:
    """Which document of a scan or workshop; ``embed``: with the scan file inside it."""

    kind: str
    form: str
    language: str
    day: date
    embed: bool = False
    format: str = "pdf"


@dataclass(frozen=True, slots=True)
class Document:
    """A document without its bytes; ``reason`` says why it failed.

    It is of a scan or of a workshop; the id of the other is empty.
    """

    id: str
    assessment: str
    workshop: str
    what: What
    inputs: str
    stage: Stage
    reason: str
    asked: datetime
    made: datetime | None


@dataclass(frozen=True, slots=True)
class VisibleDocuments:
    """The documents that one person may see."""

    actor: Actor
    connection: Connection

    def get(self, document_id: str) -> Document:
        """Return a document; raise `NotFound`."""
        found = self._found(documents.c.id == document_id)
        if not found:
            raise NotFound(document_id)
        return found[0]

    def of(self, assessment_id: str) -> tuple[Document, ...]:
        """Return the documents of a scan, the newest first."""
        return self._found(documents.c.assessment_id == assessment_id)

    def of_workshop(self, workshop_id: str) -> tuple[Document, ...]:
        """Return the documents of a workshop, the newest first."""
        return self._found(documents.c.workshop_id == workshop_id)

    def content(self, document_id: str) -> bytes:
        """Return the bytes; raise `NotFound` while there are none."""
        which = (documents.c.id == document_id, self._theirs())
        content = self.connection.execute(select(documents.c.content).where(*which)).scalar()
        if not isinstance(content, bytes):
            raise NotFound(document_id)
        return content

    def _found(self, which: ColumnElement[bool]) -> tuple[Document, ...]:
        columns = (column for column in documents.c if column.name != "content")
        query = (
            select(*columns)
            .where(which, self._theirs())
            .order_by(documents.c.asked.desc(), documents.c.id)
        )
        return tuple(map(_document, self.connection.execute(query).mappings()))

    def _theirs(self) -> ColumnElement[bool]:
        of = assessments.c.municipality_id.in_(self.actor.municipalities)
        shared = documents.c.assessment_id.in_(sorted(self.actor.shared))
        held = select(workshops.c.id).where(workshops.c.account_id == self.actor.account)
        return (
            documents.c.assessment_id.in_(select(assessments.c.id).where(of))
            | shared
            | documents.c.workshop_id.in_(held)
        )


def visible_to(actor: Actor, connection: Connection) -> VisibleDocuments:
    """Return the documents that this person may see."""
    return VisibleDocuments(actor, connection)


def order(
    connection: Connection, owner: str, what: What, inputs: str, *, of: str = SCAN, at: datetime
) -> str:
    """Return the id of the document with these inputs; it is made once, however often asked (T47).

    ``owner`` is a scan, or a workshop when ``of`` says so. One that failed gets its attempts again.
    """
    key = {of: owner, "inputs": inputs}
    row = {
        "id": new_id(),
        **key,
        **asdict(what),
        "state": Stage.WAITING.value,
        "attempts": 0,
        "fence": 0,
        "asked": at,
    }
    which = tuple(documents.c[name] == value for name, value in key.items())
    if not add_unless_there(connection, documents, row, tuple(key)):
        failed = documents.c.state == Stage.FAILED.value
        fresh = {"state": Stage.WAITING.value, "attempts": 0, "reason": "", "lease_ends": None}
        connection.execute(update(documents).where(*which, failed).values(**fresh))
    return str(connection.execute(select(documents.c.id).where(*which)).scalar_one())


def waiting_of(connection: Connection, municipality: str) -> int:
    """Return how many documents of a municipality have not been made yet."""
    query = (
        select(func.count())
        .join_from(documents, assessments, assessments.c.id == documents.c.assessment_id)
        .where(
            assessments.c.municipality_id == municipality,
            documents.c.state.in_((Stage.WAITING.value, Stage.WORKING.value)),
        )
    )
    return connection.execute(query).scalar_one()


def waiting_of_workshop(connection: Connection, workshop_id: str) -> int:
    """Return how many documents of a workshop have not been made yet."""
    states = documents.c.state.in_((Stage.WAITING.value, Stage.WORKING.value))
    query = select(func.count()).select_from(documents)
    return connection.execute(
        query.where(documents.c.workshop_id == workshop_id, states)
    ).scalar_one()


def forget(connection: Connection, assessment_id: str) -> None:
    """Remove every document of a scan; one that is being made is not kept any more."""
    connection.execute(delete(documents).where(documents.c.assessment_id == assessment_id))


def forget_workshops(connection: Connection, municipality: str) -> None:
    """Remove every document of the workshops of a municipality; they are made again when asked."""
    held = select(workshops.c.id).where(workshops.c.municipality_id == municipality)
    connection.execute(delete(documents).where(documents.c.workshop_id.in_(held)))


def what_of(row: RowMapping) -> What:
    """Return which document a row is of."""
    return What(
        kind=row["kind"],
        form=row["form"],
        language=row["language"],
        day=row["day"],
        embed=row["embed"],
        format=row["format"],
    )


def _document(row: RowMapping) -> Document:
    return Document(
        id=row["id"],
        assessment=row["assessment_id"] or "",
        workshop=row["workshop_id"] or "",
        what=what_of(row),
        inputs=row["inputs"],
        stage=Stage(row["state"]),
        reason=row["reason"],
        asked=row["asked"],
        made=row["made"],
    )

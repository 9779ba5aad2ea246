"""Looks whether a database is whole, and whether what stands in it agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, Table, and_, exists, func, select

from toolkit.storage import audit, dialect
from toolkit.storage.migrate import as_designed, up_to_date
from toolkit.storage.tables import answer_changes, answers, documents, evidence_files


class Flaw(StrEnum):
    """What can be wrong with a database."""

    PAGES = "pages"
    TABLES = "tables"
    REFERENCES = "references"
    ANSWERS = "answers"
    DOCUMENTS = "documents"
    FILES = "files"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in how many places; of the log, from which line on."""

    flaw: Flaw
    count: int


def faults(connection: Connection) -> Iterator[Fault]:
    """Yield all that is wrong; when pages are damaged nothing further is looked at.

    An answer must equal the newest row of its history, a document or file its hash. Raises `NotOurs`.
    """
    damaged = dialect.damaged_pages(connection, thorough=True)
    if damaged:
        yield Fault(Flaw.PAGES, damaged)
        return
    alien = dialect.added_programs(connection)
    if alien or (up_to_date(connection) and not as_designed(connection)):
        yield Fault(Flaw.TABLES, max(alien, 1))
        return
    counts = {
        Flaw.REFERENCES: dialect.lost_references(connection),
        Flaw.ANSWERS: _answers(connection),
        Flaw.DOCUMENTS: _other_bytes(connection, documents),
        Flaw.FILES: _other_bytes(connection, evidence_files) if up_to_date(connection) else 0,
        Flaw.LOG: (audit.check(connection) or 0) if up_to_date(connection) else 0,
    }
    yield from (Fault(flaw, count) for flaw, count in counts.items() if count)


def _answers(connection: Connection) -> int:
    """Return how many answers are not what their history says."""
    theirs, later = answer_changes.c, answer_changes.alias("later").c
    newest = (
        select(func.max(later.version))
        .where(later.assessment_id == theirs.assessment_id, later.item == theirs.item)
        .scalar_subquery()
    )
    same = and_(
        answers.c.assessment_id == theirs.assessment_id,
        answers.c.item == theirs.item,
        answers.c.version == theirs.version,
    )
    told = select(theirs.after, answers).outerjoin(answers, same).where(theirs.version == newest)
    history = exists().where(
        theirs.assessment_id == answers.c.assessment_id, theirs.item == answers.c.item
    )
    untold = select(func.count()).select_from(answers).where(~history)
    try:
        differing = sum(_differs(row) for row in connection.execute(told).mappings())
    except ValueError:  # What stands there cannot even be read.
        differing = 1
    return differing + connection.execute(untold).scalar_one()


def _differs(row: RowMapping) -> bool:
    after: Mapping[str, object] = row["after"]
    return any(row[name] != value for name, value in after.items())


def _other_bytes(connection: Connection, files: Table) -> int:
    """Return of how many files the bytes are not those that were kept."""
    table = files.c
    query = select(table.content, table.content_hash).where(table.content.is_not(None))
    rows = connection.execute(query.execution_options(yield_per=1))
    return sum(sha256(content).hexdigest() != kept for content, kept in rows)

"""The register of evidence of a municipality, what final scans keep of it, and who names it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, delete, select

from toolkit.domain.scan import Evidence
from toolkit.storage.dialect import upsert
from toolkit.storage.tables import answers, assessments, evidence

_TITLES = (
    select(evidence.c.entry, evidence.c.title)
    .where(evidence.c.municipality_id == bindparam("municipality"))
    .order_by(evidence.c.entry)
)


@dataclass(frozen=True, slots=True)
class KeptEvidence:
    """An entry with its version; 0 for one that is not kept yet."""

    entry: Evidence
    version: int = 0


def titles(connection: Connection, municipality: str) -> tuple[tuple[str, str], ...]:
    """Return the ids in the register of a municipality with their titles, by id."""
    rows = connection.execute(_TITLES, {"municipality": municipality})
    return tuple((row.entry, row.title) for row in rows)


def all_of(connection: Connection, municipality: str) -> tuple[KeptEvidence, ...]:
    """Return the register of a municipality, by id."""
    which = evidence.c.municipality_id == municipality
    query = select(evidence).where(which).order_by(evidence.c.entry)
    return tuple(
        KeptEvidence(
            Evidence(
                id=row.entry,
                title=row.title,
                kind=row.kind,
                dated=row.dated,
                valid_until=row.valid_until,
                link=row.link,
                citation=row.citation,
            ),
            row.version,
        )
        for row in connection.execute(query)
    )


def kept_by(connection: Connection, assessment_id: str) -> tuple[Evidence, ...]:
    """Return the entries that a final scan keeps, as they were that day."""
    which = assessments.c.id == assessment_id
    kept: list[dict[str, str]] | None = connection.execute(
        select(assessments.c.evidence).where(which)
    ).scalar()
    return tuple(
        Evidence(
            id=row["entry"],
            title=row["title"],
            kind=row["kind"],
            dated=_day(row["dated"]),
            valid_until=_day(row["valid_until"]),
            link=row["link"],
            citation=row["citation"],
        )
        for row in kept or ()
    )


def as_data(entries: Iterable[Evidence]) -> list[dict[str, str]]:
    """Return entries in the form in which a final scan keeps them."""
    return [
        {
            "entry": entry.id,
            "title": entry.title,
            "kind": entry.kind,
            "dated": entry.dated.isoformat() if entry.dated else "",
            "valid_until": entry.valid_until.isoformat() if entry.valid_until else "",
            "link": entry.link,
            "citation": entry.citation,
        }
        for entry in entries
    ]


def put(connection: Connection, municipality: str, kept: KeptEvidence, *, at: datetime) -> bool:
    """Keep an entry over the version that was seen; return whether that was the current one."""
    key = {"municipality_id": municipality, "entry": kept.entry.id}
    said = {name: value for name, value in asdict(kept.entry).items() if name != "id"}
    row = {**key, **said, "version": kept.version + 1, "changed": at}
    return upsert(connection, evidence, row, tuple(key), seen=kept.version)


def take_in(
    connection: Connection, municipality: str, entries: Iterable[Evidence], *, at: datetime
) -> None:
    """Keep the entries of a scan file, each over the one with the same id."""
    versions = {kept.entry.id: kept.version for kept in all_of(connection, municipality)}
    for entry in entries:
        put(connection, municipality, KeptEvidence(entry, versions.get(entry.id, 0)), at=at)


def remove(connection: Connection, municipality: str, entry: str, *, seen: int) -> bool:
    """Take an entry out in the version that was seen; return whether that was the current one."""
    table = evidence.c
    which = (table.municipality_id == municipality, table.entry == entry, table.version == seen)
    return connection.execute(delete(evidence).where(*which)).rowcount == 1


def lines_of(connection: Connection, municipality: str) -> tuple[tuple[str, str, str], ...]:
    """Return every line of evidence beside an answer of a municipality: scan, item, words."""
    query = (
        select(answers.c.assessment_id, answers.c.item, answers.c.evidence)
        .join(assessments, assessments.c.id == answers.c.assessment_id)
        .where(assessments.c.municipality_id == municipality)
        .order_by(assessments.c.begun, answers.c.assessment_id, answers.c.item)
    )
    return tuple(
        (row.assessment_id, row.item, line)
        for row in connection.execute(query)
        for line in row.evidence or ()
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

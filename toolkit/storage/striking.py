"""Finds a text in everything that people wrote for a municipality, and strikes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, Table, and_, insert, select, update

from toolkit.domain.striking import Strike, renamed
from toolkit.storage.ids import new_id
from toolkit.storage.tables import (
    action_changes,
    actions,
    agreements,
    answer_changes,
    answers,
    assessments,
    blanks,
    evidence,
    evidence_files,
    inquiries,
    parked,
    rectifications,
    regional_offers,
    remarks,
    workshop_words,
    workshops,
)

OwnWords = Mapping[str, frozenset[str]]
"""By scan, the questions that are answered in one's own words."""


@dataclass(frozen=True, slots=True)
class Written:
    """A table in which people wrote: the column that names a row, and those with their words.

    ``only`` are the names under which words stand where most of a column is no words; empty is all.
    """

    kind: str
    table: Table
    name: str
    columns: tuple[str, ...]
    only: frozenset[str] = frozenset()


FRAME = (
    "title",
    "decision",
    "approver",
    "correction_reason",
    "correction_approver",
    "began_from",
)
WRITTEN = (
    Written("frame", assessments, "id", FRAME),
    Written("kept_evidence", assessments, "id", ("evidence",)),
    Written("answer", answers, "item", ("value", "views", "reason", "note", "evidence")),
    Written("history", answer_changes, "item", ("before", "after")),
    Written("offer", regional_offers, "item", ("answer", "note")),
    Written("inquiry", inquiries, "item", ("note",)),
    Written("remark", remarks, "place", ("text", "function")),
    Written("action", actions, "id", ("what", "owner", "child_notices", "note", "reason")),
    Written("action_history", action_changes, "action_id", ("before", "after")),
    Written("blank", blanks, "name", ("text",)),
    Written("evidence", evidence, "entry", ("entry", "title", "kind", "link", "citation")),
    Written("file", evidence_files, "id", ("name",)),
    Written("workshop_plan", workshops, "id", ("plan",), frozenset(("nl", "en", "words"))),
    Written("workshop_words", workshop_words, "place", ("text",)),
    Written("parked", parked, "id", ("text",)),
    Written("agreement", agreements, "number", ("what", "who", "child_notices")),
)
OF_WORKSHOPS = frozenset(("workshop_plan", "workshop_words", "parked", "agreement"))
"""What is of a workshop, and in no document of a scan."""
_ANSWER = ("state", "value", "views", "reason", "note", "evidence", "regional", "left_open")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a text stands, or stood: in which scan (none for the register), in what.

    ``around`` are the words on both sides of it; they are shown and never kept.
    """

    assessment: str | None
    kind: str
    name: str
    around: str


@dataclass(frozen=True, slots=True)
class _Found:
    place: Occurrence
    written: Written
    row: RowMapping
    clean: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Search:
    """A text to look for in everything of one municipality; a capital is another letter."""

    municipality: str
    text: str
    own_words: OwnWords

    def places(self, connection: Connection) -> tuple[Occurrence, ...]:
        """Return every place where the text stands; nothing changes."""
        return tuple(found.place for found in self._all(connection))

    def strike(
        self, connection: Connection, account: str | None, *, at: datetime
    ) -> tuple[Occurrence, ...]:
        """Strike the text wherever it stands; return the places.

        Answers, remarks and actions get another version, so that no page that is still open can
        put the text back.
        """
        every = tuple(self._all(connection))
        for found in every:
            _write(connection, found, account, at)
        return tuple(found.place for found in every)

    def _all(self, connection: Connection) -> Iterator[_Found]:
        strike = self._strike(connection)
        for written in WRITTEN:
            query = select(written.table).where(self._theirs(written.table))
            for row in connection.execute(query).mappings():
                found = self._found(strike, written, row)
                if found is not None:
                    yield found

    def _theirs(self, table: Table) -> ColumnElement[bool]:
        if "municipality_id" in table.c:
            return table.c.municipality_id == self.municipality
        if "workshop_id" in table.c:
            held = select(workshops.c.id).where(workshops.c.municipality_id == self.municipality)
            return table.c.workshop_id.in_(held)
        scans = select(assessments.c.id).where(assessments.c.municipality_id == self.municipality)
        return table.c.assessment_id.in_(scans)

    def _strike(self, connection: Connection) -> Strike:
        """Return the text with the entries of the register whose id was made of it."""
        of = evidence.c.municipality_id == self.municipality
        query = select(evidence.c.entry).where(of).order_by(evidence.c.entry)
        return Strike(self.text, renamed(connection.execute(query).scalars(), self.text))

    def _found(self, strike: Strike, written: Written, row: RowMapping) -> _Found | None:
        scan = _scan_of(written.table, row)
        strike = replace(strike, only=written.only)
        own = row[written.name] in self.own_words.get(scan or "", ())
        said = {name: row[name] for name in written.columns}
        around = next(strike.excerpts(said, own_words=own), None)
        if around is None:
            return None
        clean = {
            name: strike.without(kept, own_words=own, name=name) for name, kept in said.items()
        }
        place = Occurrence(scan, written.kind, str({**row, **clean}[written.name]), around)
        return _Found(place, written, row, clean)


def log(
    connection: Connection,
    assessment: str,
    places: tuple[Occurrence, ...],
    account: str | None,
    *,
    at: datetime,
) -> None:
    """Keep that something was struck and where; never what."""
    where = [[place.kind, place.name] for place in places]
    row = {"id": new_id(), "assessment_id": assessment, "struck": at, "places": where}
    connection.execute(insert(rectifications).values(**row, account_id=account))


def logged(connection: Connection, assessment: str) -> tuple[tuple[datetime, int], ...]:
    """Return when something was struck from a scan, and in how many places, the first first."""
    query = (
        select(rectifications.c.struck, rectifications.c.places)
        .where(rectifications.c.assessment_id == assessment)
        .order_by(rectifications.c.struck, rectifications.c.id)
    )
    return tuple((row.struck, len(row.places)) for row in connection.execute(query))


def _write(connection: Connection, found: _Found, account: str | None, at: datetime) -> None:
    table, row = found.written.table, found.row
    newer: Mapping[str, object] = {}
    if "version" in table.c and table not in (answer_changes, action_changes):
        newer = {"version": row["version"] + 1}
    same = and_(*(column == row[column.name] for column in table.primary_key))
    connection.execute(update(table).where(same).values(**found.clean, **newer))
    if table is answers:
        _into_history(connection, {**row, **found.clean, **newer}, account, at)


def _into_history(
    connection: Connection, answer: Mapping[str, object], account: str | None, at: datetime
) -> None:
    """Note that an answer got another version in which nothing else changed."""
    kept = {name: answer[name] for name in _ANSWER}
    key = {name: answer[name] for name in ("assessment_id", "item", "version")}
    made = {"changed": at, "account_id": account, "request_id": new_id()}
    connection.execute(insert(answer_changes).values(**key, **made, before=kept, after=kept))


def _scan_of(table: Table, row: RowMapping) -> str | None:
    if table is assessments:
        return str(row["id"])
    if table is workshops:
        return None
    return row.get("assessment_id")

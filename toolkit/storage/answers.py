"""Answers with their history; what was accepted is current, or it is in the history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection, bindparam, insert, select

from toolkit.domain.answers import OPEN, Answer
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.storage.answer_json import Columns, answer_from, answer_in, columns_of, kept
from toolkit.storage.dialect import upsert
from toolkit.storage.tables import answer_changes, answers


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An answer as it is kept. ``carried``: from an earlier round, and not confirmed yet."""

    answer: Answer
    version: int
    changed: datetime | None = None
    account: str | None = None
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """One step in the history of an answer."""

    version: int
    before: Answer | None
    after: Answer
    changed: datetime
    account: str | None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, and by which request."""

    account: str | None
    at: datetime
    request: str


_Row = tuple[str, int, datetime, str | None, bool, *Columns]


class KeptAnswers(Mapping[str, KeptAnswer]):
    """The answers of a scan by item; each is read from its row once somebody looks at it."""

    def __init__(
        self,
        rows: Mapping[str, _Row],
        questionnaire: Questionnaire,
        read: Mapping[str, KeptAnswer],
    ) -> None:
        self._rows, self._questionnaire, self._read = rows, questionnaire, dict(read)

    def __getitem__(self, item: str) -> KeptAnswer:
        if item not in self._read:
            question = self._questionnaire.questions[item]
            self._read[item] = _kept(self._rows[item], question)
        return self._read[item]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._rows, *self._read)))

    def __len__(self) -> int:
        return len(self._rows.keys() | self._read.keys())

    @cached_property
    def carried(self) -> frozenset[str]:
        """The items whose answer came along from an earlier round, not confirmed yet."""
        read = {item for item, kept in self._read.items() if kept.carried}
        rest = {item for item, row in self._rows.items() if row[4] and item not in self._read}
        return frozenset(read | rest)

    def having(self, kept: Mapping[str, KeptAnswer]) -> KeptAnswers:
        """Return the answers with these in the place of those that were there."""
        return KeptAnswers(self._rows, self._questionnaire, {**self._read, **kept})


NONE_YET = KeptAnswer(OPEN, 0)

# Made once: SQLAlchemy takes as long to put a statement together as the database to answer it.
_CHANGES = answer_changes.c
_VERSIONS = select(answers.c.item, answers.c.version).where(
    answers.c.assessment_id == bindparam("scan")
)
_OWN = answers.c
_ALL = select(
    _OWN.item, _OWN.version, _OWN.changed, _OWN.account_id, _OWN.carried, *columns_of(answers)
).where(answers.c.assessment_id == bindparam("scan"))
_ONE = _ALL.where(answers.c.item == bindparam("item"))
_STEPS = (_CHANGES.assessment_id == bindparam("scan"), _CHANGES.item == bindparam("item"))
_BY_REQUEST = select(_CHANGES.after, _CHANGES.version, _CHANGES.changed, _CHANGES.account_id).where(
    *_STEPS, _CHANGES.request_id == bindparam("request")
)
_STEP = insert(answer_changes)
_BY_VERSION = select(_CHANGES.after).where(*_STEPS, _CHANGES.version == bindparam("version"))


def all_of(connection: Connection, assessment: str, questionnaire: Questionnaire) -> KeptAnswers:
    """Return the answers of a scan by item, in the order of the questionnaire."""
    rows = {row[0]: row for row in connection.execute(_ALL, {"scan": assessment}).all()}
    known = {name: rows[name] for name in questionnaire.questions if name in rows}
    return KeptAnswers(known, questionnaire, {})


def versions(connection: Connection, assessment: str) -> Mapping[str, int]:
    """Return the version of each answer of a scan, by item."""
    return {row.item: row.version for row in connection.execute(_VERSIONS, {"scan": assessment})}


def current(connection: Connection, assessment: str, question: Question) -> KeptAnswer:
    """Return one answer; version 0 when there is none yet."""
    row = connection.execute(_ONE, {"scan": assessment, "item": question.id}).one_or_none()
    return NONE_YET if row is None else _kept(row, question)


def asked_before(
    connection: Connection, assessment: str, question: Question, request: str
) -> KeptAnswer | None:
    """Return what this request wrote when it came the first time, if it came before."""
    known = {"scan": assessment, "item": question.id, "request": request}
    row = connection.execute(_BY_REQUEST, known).one_or_none()
    if row is None:
        return None
    return KeptAnswer(answer_from(row.after, question), row.version, row.changed, row.account_id)


def seen(
    connection: Connection, assessment: str, question: Question, version: int
) -> Answer | None:
    """Return the answer as it was in this version; version 0 is an open one."""
    if version == 0:
        return OPEN
    known = {"scan": assessment, "item": question.id, "version": version}
    after = connection.execute(_BY_VERSION, known).scalar_one_or_none()
    return None if after is None else answer_from(after, question)


def write(
    connection: Connection,
    assessment: str,
    question: Question,
    answer: Answer,
    *,
    over: KeptAnswer,
    stamp: Stamp,
    carried: bool = False,
) -> KeptAnswer | None:
    """Write an answer over the one that was seen; nothing is written when that is not current."""
    version = over.version + 1
    key = {"assessment_id": assessment, "item": question.id}
    made = {"version": version, "changed": stamp.at, "account_id": stamp.account}
    after = kept(answer)
    row = {**key, **made, **after, "carried": carried}
    if not upsert(connection, answers, row, tuple(key), seen=over.version):
        return None
    change = {"before": kept(over.answer) if over.version else None, "after": after}
    connection.execute(_STEP, {**key, **made, **change, "request_id": stamp.request})
    return KeptAnswer(answer, version, stamp.at, stamp.account, carried)


def history(connection: Connection, assessment: str, question: Question) -> tuple[Change, ...]:
    """Return what happened to an answer, the last first; by sequence, not by clock."""
    table = answer_changes.c
    query = (
        select(table.version, table.before, table.after, table.changed, table.account_id)
        .where(table.assessment_id == assessment, table.item == question.id)
        .order_by(table.version.desc())
    )
    return tuple(
        Change(
            row.version,
            None if row.before is None else answer_from(row.before, question),
            answer_from(row.after, question),
            row.changed,
            row.account_id,
        )
        for row in connection.execute(query)
    )


def _kept(row: _Row, question: Question) -> KeptAnswer:
    _, version, changed, account, carried, *_ = row
    return KeptAnswer(answer_in(row[5:], question), version, changed, account, carried)

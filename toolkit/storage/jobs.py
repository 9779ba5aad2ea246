"""The making of documents: one attempt at a time, and only the last one counts.

An attempt has a lease and a fence, a number that rises with every attempt in the database. The
lease says until when nobody else begins; the fence decides whose result is kept, so a clock that
is wrong costs work and never gives two results.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, or_, select, update

from toolkit.storage.documents import Stage, What, what_of
from toolkit.storage.tables import assessments, documents

LEASE = timedelta(minutes=1)
PAUSE = timedelta(seconds=10)
MOST_ATTEMPTS = 3
GONE = "gone"
"""Why a document failed when whatever made it went away each time."""


@dataclass(frozen=True, slots=True)
class Job:
    """One attempt at a document, of a scan of a municipality or of a workshop; the other is empty."""

    document: str
    assessment: str
    municipality: str
    workshop: str
    what: What
    inputs: str
    fence: int


def any_due(connection: Connection, *, at: datetime) -> bool:
    """Return whether there is something to claim."""
    query = select(documents.c.id).where(_due(at)).limit(1)
    return connection.execute(query).first() is not None


def claim(connection: Connection, *, at: datetime) -> Job | None:
    """Begin an attempt at the oldest document of whoever waited longest for a turn.

    Each municipality waits by itself, and each workshop, so one that asks for hundreds does not
    keep the others waiting (T91).
    """
    whose = func.coalesce(assessments.c.municipality_id, documents.c.workshop_id)
    served = (
        select(whose.label("id"), func.max(documents.c.fence).label("last"))
        .select_from(documents)
        .outerjoin(assessments, assessments.c.id == documents.c.assessment_id)
        .group_by(whose)
        .subquery()
    )
    found = (
        select(documents.c.id)
        .outerjoin(assessments, assessments.c.id == documents.c.assessment_id)
        .join(served, served.c.id == whose)
        .where(_due(at))
        .order_by(served.c.last, documents.c.asked, documents.c.id)
        .limit(1)
    )
    name = connection.execute(found).scalar_one_or_none()
    return None if name is None else _begin(connection, name, at)


def renew(connection: Connection, jobs: Iterable[Job], *, at: datetime) -> None:
    """Keep others away from what is still being made."""
    for job in jobs:
        connection.execute(update(documents).where(_held(job)).values(lease_ends=at + LEASE))


def finish(connection: Connection, job: Job, content: bytes, *, at: datetime) -> bool:
    """Keep the bytes, unless a later attempt began; return whether they were kept.

    What was made before of the same document, from other answers, goes.
    """
    columns = documents.c
    current = (columns.id == job.document, columns.fence == job.fence)
    values = {
        "state": Stage.READY.value,
        "reason": "",
        "lease_ends": None,
        "made": at,
        "content": content,
        "content_hash": sha256(content).hexdigest(),
    }
    made = update(documents).where(*current, columns.state != Stage.READY.value).values(**values)
    if connection.execute(made).rowcount != 1:
        return False
    connection.execute(delete(documents).where(_replaced_by(job)))
    return True


def fail(
    connection: Connection, job: Job, reason: str, *, at: datetime, again: bool = True
) -> None:
    """Keep why an attempt failed; the next may begin after a pause, if there are any left."""
    state = _next_stage() if again else Stage.FAILED.value
    values = {"state": state, "reason": reason, "lease_ends": at + PAUSE}
    connection.execute(update(documents).where(_held(job)).values(**values))


def waiting(connection: Connection) -> int:
    """Return how many documents are still to be made."""
    states = (Stage.WAITING.value, Stage.WORKING.value)
    query = select(func.count()).select_from(documents).where(documents.c.state.in_(states))
    return connection.execute(query).scalar_one()


def sweep(connection: Connection, *, at: datetime) -> int:
    """Give back what nobody works on any more; return how many.

    A lease that ends later than any lease can was given before the clock was set back (T94).
    """
    abandoned = and_(documents.c.state == Stage.WORKING.value, _over(at))
    values = {"state": _next_stage(), "reason": GONE, "lease_ends": None}
    return connection.execute(update(documents).where(abandoned).values(**values)).rowcount


def _begin(connection: Connection, name: str, at: datetime) -> Job:
    every = documents.alias()
    columns = documents.c
    begun = (
        update(documents)
        .where(columns.id == name)
        .values(
            state=Stage.WORKING.value,
            attempts=columns.attempts + 1,
            fence=select(func.max(every.c.fence) + 1).scalar_subquery(),
            lease_ends=at + LEASE,
        )
    )
    connection.execute(begun)
    query = (
        select(*(column for column in columns if column.name != "content"))
        .add_columns(assessments.c.municipality_id)
        .outerjoin(assessments, assessments.c.id == columns.assessment_id)
        .where(columns.id == name)
    )
    row = connection.execute(query).mappings().one()
    return Job(
        document=name,
        assessment=row["assessment_id"] or "",
        municipality=row["municipality_id"] or "",
        workshop=row["workshop_id"] or "",
        what=what_of(row),
        inputs=row["inputs"],
        fence=row["fence"],
    )


def _due(at: datetime) -> ColumnElement[bool]:
    free = or_(documents.c.lease_ends.is_(None), _over(at))
    return and_(documents.c.state == Stage.WAITING.value, free)


def _over(at: datetime) -> ColumnElement[bool]:
    return or_(documents.c.lease_ends <= at, documents.c.lease_ends > at + LEASE)


def _held(job: Job) -> ColumnElement[bool]:
    columns = documents.c
    working = columns.state == Stage.WORKING.value
    return and_(columns.id == job.document, columns.fence == job.fence, working)


def _next_stage() -> ColumnElement[str]:
    left = documents.c.attempts < MOST_ATTEMPTS
    return case((left, Stage.WAITING.value), else_=Stage.FAILED.value)


def _replaced_by(job: Job) -> ColumnElement[bool]:
    columns, what = documents.c, job.what
    whose = (
        columns.workshop_id == job.workshop
        if job.workshop
        else columns.assessment_id == job.assessment
    )
    return and_(
        whose,
        columns.kind == what.kind,
        columns.form == what.form,
        columns.language == what.language,
        columns.format == what.format,
        columns.embed == what.embed,
        columns.state.in_((Stage.READY.value, Stage.FAILED.value)),
        columns.id != job.document,
    )

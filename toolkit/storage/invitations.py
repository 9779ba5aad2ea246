"""Who is asked for which scan, and how far that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    bindparam,
    delete,
    insert,
    select,
    update,
)

from toolkit.storage.ids import new_id
from toolkit.storage.tables import assessments, invitations


@dataclass(frozen=True, slots=True)
class Invitation:
    """One person, asked for one scan (of ``municipality``) in one function.

    ``wants_link`` is since when this person asks for a new link, ``declined`` when they said that
    these questions are not for them.
    """

    id: str
    assessment: str
    municipality: str
    account: str
    function: str
    due: date | None
    invited: datetime
    by: str | None
    reminders: int
    reminded: datetime | None
    no_reminders: bool
    wants_link: datetime | None
    finished: datetime | None
    declined: datetime | None


_C = invitations.c
_ROWS = (
    select(invitations, assessments.c.municipality_id)
    .join(assessments, assessments.c.id == _C.assessment_id)
    .order_by(_C.invited, _C.id)
)
_OF_SCAN = _ROWS.where(_C.assessment_id == bindparam("scan"))
_TO_ACCOUNT = _ROWS.where(_C.account_id == bindparam("account"))


def add(
    connection: Connection,
    assessment: str,
    account: str,
    function: str,
    due: date | None,
    by: str,
    *,
    at: datetime,
) -> str:
    """Ask somebody for a scan; return the id of the invitation."""
    name = new_id()
    who = {"id": name, "assessment_id": assessment, "account_id": account, "function": function}
    connection.execute(
        insert(invitations).values(
            **who, due=due, invited=at, by_id=by, reminders=0, no_reminders=False
        )
    )
    return name


def get(connection: Connection, invitation: str) -> Invitation | None:
    """Return one invitation, if it is there."""
    return _one(connection, _C.id == invitation)


def to(connection: Connection, assessment: str, account: str) -> Invitation | None:
    """Return the invitation of this person for this scan, if there is one."""
    return _one(connection, (_C.assessment_id == assessment) & (_C.account_id == account))


def of(connection: Connection, assessment: str) -> tuple[Invitation, ...]:
    """Return the invitations of a scan, the oldest first."""
    return tuple(map(_invitation, connection.execute(_OF_SCAN, {"scan": assessment}).mappings()))


def all_to(connection: Connection, account: str) -> tuple[Invitation, ...]:
    """Return every invitation of one person, the oldest first."""
    return tuple(map(_invitation, connection.execute(_TO_ACCOUNT, {"account": account}).mappings()))


def keep(connection: Connection, invitation: str, **values: object) -> None:
    """Keep what became of an invitation, by column."""
    connection.execute(update(invitations).where(_C.id == invitation).values(**values))


def remove(connection: Connection, invitation: str) -> None:
    """Remove an invitation, with its ways in."""
    connection.execute(delete(invitations).where(_C.id == invitation))


def _one(connection: Connection, which: ColumnElement[bool]) -> Invitation | None:
    row = connection.execute(_ROWS.where(which)).mappings().one_or_none()
    return None if row is None else _invitation(row)


def _invitation(row: RowMapping) -> Invitation:
    return Invitation(
        id=row["id"],
        assessment=row["assessment_id"],
        municipality=row["municipality_id"],
        account=row["account_id"],
        function=row["function"],
        due=row["due"],
        invited=row["invited"],
        by=row["by_id"],
        reminders=row["reminders"],
        reminded=row["reminded"],
        no_reminders=row["no_reminders"],
        wants_link=row["wants_link"],
        finished=row["finished"],
        declined=row["declined"],
    )

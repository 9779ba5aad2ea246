"""Finds what was kept long enough, and takes it away; a draft is announced first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select

from toolkit.domain.access import Role
from toolkit.domain.days import day_of
from toolkit.storage import facts
from toolkit.storage.documents import Stage
from toolkit.storage.erasing import GOES
from toolkit.storage.tables import (
    accounts,
    answer_changes,
    assessments,
    attempts,
    documents,
    grants,
    inquiries,
    memberships,
    reader_links,
    remarks,
    sessions,
    tokens,
)
from toolkit.storage.tables import facts as facts_table

NOTICE, KEPT, LAST = "notice.", "kept.", "last_tidied"
_LEADS = (Role.COORDINATOR.value, Role.DEPUTY.value)
_ENDED = (Stage.READY.value, Stage.FAILED.value)


def sessions_before(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return the sessions that were used last before this; the last of an account stays."""
    newest = select(func.max(sessions.c.last_seen)).group_by(sessions.c.account_id)
    old = and_(sessions.c.last_seen < moment, sessions.c.last_seen.not_in(newest))
    return tuple(connection.execute(select(sessions.c.id).where(old)).scalars())


def tokens_before(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return the links that ended before this; those of an invitation offer a new one and stay."""
    old = and_(tokens.c.ends < moment, tokens.c.invitation_id.is_(None))
    return tuple(connection.execute(select(tokens.c.hash).where(old)).scalars())


def attempts_before(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return the failures to get in of which the last was before this."""
    old = attempts.c.last < moment
    return tuple(connection.execute(select(attempts.c.tried).where(old)).scalars())


def documents_before(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return the documents of workshops, and of scans that are not final, asked before this.

    None in the making.
    """
    query = (
        select(documents.c.id)
        .outerjoin(assessments, assessments.c.id == documents.c.assessment_id)
        .where(
            or_(documents.c.workshop_id.is_not(None), assessments.c.state != "final"),
            documents.c.state.in_(_ENDED),
            documents.c.asked < moment,
            or_(documents.c.made.is_(None), documents.c.made < moment),
        )
    )
    return tuple(connection.execute(query).scalars())


def forget(connection: Connection, kind: str, ids: tuple[str, ...]) -> None:
    """Take these rows away."""
    column = {
        "sessions": sessions.c.id,
        "tokens": tokens.c.hash,
        "attempts": attempts.c.tried,
        "documents": documents.c.id,
    }[kind]
    for one in ids:
        connection.execute(delete(column.table).where(column == one))


def drafts(connection: Connection) -> Mapping[str, datetime]:
    """Return the drafts that are no example, each with when it was changed last."""
    query = select(assessments.c.id, assessments.c.begun).where(
        assessments.c.state != "final", ~assessments.c.fictional
    )
    found = {row.id: row.begun for row in connection.execute(query)}
    for scan, moment in _changes(connection):
        if scan in found:
            found[scan] = max(found[scan], moment)
    return found


def final_before(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return the final scans that became so before this."""
    query = select(assessments.c.id).where(
        assessments.c.state == "final", assessments.c.finalised < moment, ~assessments.c.fictional
    )
    return tuple(connection.execute(query.order_by(assessments.c.finalised)).scalars())


def accounts_before(connection: Connection, moment: datetime) -> tuple[tuple[str, str], ...]:
    """Return who was not here since: the account with each of its municipalities.

    Nobody who leads somewhere, manages the program, was let in from outside since, or never had
    to sign in since they came.
    """
    leads = select(memberships.c.account_id).where(memberships.c.role.in_(_LEADS))
    query = (
        select(accounts.c.id, memberships.c.municipality_id)
        .join(memberships, memberships.c.account_id == accounts.c.id)
        .where(accounts.c.id.not_in(leads), memberships.c.begun < moment, *_not_here_since(moment))
        .order_by(accounts.c.number, memberships.c.municipality_id)
    )
    return tuple((row.id, row.municipality_id) for row in connection.execute(query))


def accounts_of_nowhere(connection: Connection, moment: datetime) -> tuple[str, ...]:
    """Return who belongs to no municipality any more and was not here since.

    Nobody whose account is no more than a number already, and none that goes with the link by
    which somebody reads along.
    """
    somewhere = select(memberships.c.account_id)
    reads = select(reader_links.c.account_id)
    query = (
        select(accounts.c.id)
        .where(
            accounts.c.id.not_in(somewhere),
            accounts.c.id.not_in(reads),
            or_(accounts.c.active, *(one.is_not(None) for one in GOES)),
            *_not_here_since(moment),
        )
        .order_by(accounts.c.number)
    )
    return tuple(connection.execute(query).scalars())


def notices(connection: Connection) -> Mapping[str, datetime]:
    """Return the drafts that were announced, each with when."""
    return dict(_moments(connection, NOTICE))


def announce(connection: Connection, scan: str, *, at: datetime) -> None:
    """Write down that from now on the start page says that this draft will go."""
    facts.put(connection, f"{NOTICE}{scan}", at.isoformat())


def keep(connection: Connection, scan: str, *, at: datetime) -> None:
    """Count a draft as changed now; nothing is announced any more."""
    facts.put(connection, f"{KEPT}{scan}", at.isoformat())
    _drop(connection, f"{NOTICE}{scan}")


def call_off(connection: Connection, scan: str) -> None:
    """Announce nothing of this draft any more."""
    _drop(connection, f"{NOTICE}{scan}")


def drop_marks_of_nothing(connection: Connection) -> None:
    """Take away what was noted about scans that are gone."""
    known = set(connection.execute(select(assessments.c.id)).scalars())
    for mark in (NOTICE, KEPT):
        for scan, _ in tuple(_moments(connection, mark)):
            if scan not in known:
                _drop(connection, f"{mark}{scan}")


def _not_here_since(moment: datetime) -> Iterator[ColumnElement[bool]]:
    """Yield what holds of an account that nobody used, and to which nothing was granted, since."""
    here = select(sessions.c.account_id).where(sessions.c.last_seen >= moment)
    table = grants.c
    lasted = or_(
        table.withdrawn >= moment, and_(table.withdrawn.is_(None), table.ends >= day_of(moment))
    )
    granted = select(table.account_id).where(table.account_id.is_not(None), lasted)
    yield accounts.c.id.not_in(here)
    yield accounts.c.id.not_in(granted)
    yield ~accounts.c.operator
    yield accounts.c.begun < moment


def _changes(connection: Connection) -> Iterator[tuple[str, datetime]]:
    for table, column in (
        (answer_changes, answer_changes.c.changed),
        (remarks, remarks.c.changed),
        (inquiries, inquiries.c.asked),
        (documents, documents.c.asked),
    ):
        query = select(table.c.assessment_id, func.max(column)).group_by(table.c.assessment_id)
        yield from ((scan, moment) for scan, moment in connection.execute(query))
    yield from _moments(connection, KEPT)


def _moments(connection: Connection, mark: str) -> Iterator[tuple[str, datetime]]:
    query = select(facts_table).where(facts_table.c.name.startswith(mark, autoescape=True))
    for row in connection.execute(query).all():
        yield row.name.removeprefix(mark), datetime.fromisoformat(row.value)


def _drop(connection: Connection, name: str) -> None:
    connection.execute(delete(facts_table).where(facts_table.c.name == name))

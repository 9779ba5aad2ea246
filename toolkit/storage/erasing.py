"""Erases a person or a municipality, and remembers that by id, for copies that still hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlalchemy import Connection, Table, delete, false, null, select, true, update

from toolkit.storage import facts
from toolkit.storage.tables import (
    METADATA,
    accounts,
    assessments,
    grants,
    handed_out,
    invitations,
    memberships,
    municipalities,
    session_places,
    sessions,
)
from toolkit.storage.tables import facts as facts_table

ERASED, PLACE, EVERYWHERE = "erased.", "municipality", "everywhere"
_STAYS = frozenset(("id", "number", "function", "begun"))
GOES = tuple(one for one in accounts.columns if one.nullable and one.name not in _STAYS)
"""What is emptied when nothing but a number and a function is left of an account."""


def erase_person(connection: Connection, account: str, municipality: str, *, at: datetime) -> bool:
    """Take somebody out of a municipality; return whether nothing but a number is left of them.

    What they answered stays, with their function. Where they belong to another municipality too,
    that knows them as before.
    """
    known = facts.get(connection, f"{ERASED}{account}")
    where = " ".join(sorted({*(known or "").split(), municipality}))
    facts.put(connection, f"{ERASED}{account}", where)
    _leave(connection, account, municipality)
    _sign_out(connection, account, at)
    return _forget_if_alone(connection, account)


def erase_account(connection: Connection, account: str, *, at: datetime) -> None:
    """Take somebody out of wherever they still stand; a number is left, or who runs the program."""
    facts.put(connection, f"{ERASED}{account}", EVERYWHERE)
    for table in (handed_out, invitations, memberships, grants):
        connection.execute(delete(table).where(table.c.account_id == account))
    _sign_out(connection, account, at)
    _forget_if_alone(connection, account)


def erase_municipality(connection: Connection, municipality: str) -> None:
    """Take a municipality away with everything in it, and who belonged nowhere else."""
    facts.put(connection, f"{ERASED}{municipality}", PLACE)
    theirs = select(memberships.c.account_id).where(memberships.c.municipality_id == municipality)
    people = connection.execute(theirs.order_by(memberships.c.account_id)).scalars().all()
    connection.execute(delete(municipalities).where(municipalities.c.id == municipality))
    for account in people:
        _forget_if_alone(connection, account)


def erased(connection: Connection) -> Mapping[str, str]:
    """Return what was erased here, by id; for a person the municipalities that asked for it.

    Or `EVERYWHERE`, for whom no municipality knew any more.
    """
    query = select(facts_table).where(facts_table.c.name.startswith(ERASED, autoescape=True))
    rows = connection.execute(query.order_by(facts_table.c.name))
    return {row.name.removeprefix(ERASED): row.value for row in rows}


def erase_again(connection: Connection, gone: Mapping[str, str], *, at: datetime) -> int:
    """Erase what a copy still holds of what was erased since; return how many that were."""
    known = erased(connection)
    since = {name: where for name, where in gone.items() if known.get(name) != where}
    for name, where in since.items():
        if where == PLACE:
            erase_municipality(connection, name)
            continue
        if where == EVERYWHERE:
            erase_account(connection, name, at=at)
            continue
        for municipality in where.split():
            erase_person(connection, name, municipality, at=at)
    return len(since)


def _leave(connection: Connection, account: str, municipality: str) -> None:
    scans = select(assessments.c.id).where(assessments.c.municipality_id == municipality)
    for table in (handed_out, invitations):
        of = (table.c.account_id == account, table.c.assessment_id.in_(scans))
        connection.execute(delete(table).where(*of))
    for table in (memberships, grants):
        here = (table.c.account_id == account, table.c.municipality_id == municipality)
        connection.execute(delete(table).where(*here))
    own = select(sessions.c.id).where(sessions.c.account_id == account)
    places = (
        session_places.c.municipality_id == municipality,
        session_places.c.session_id.in_(own),
    )
    connection.execute(delete(session_places).where(*places))


def _sign_out(connection: Connection, account: str, at: datetime) -> None:
    living = sessions.c.account_id == account, sessions.c.ended.is_(None)
    connection.execute(update(sessions).where(*living).values(ended=at))


def _forget_if_alone(connection: Connection, account: str) -> bool:
    """Leave a number and a function of an account that belongs nowhere any more."""
    for table in (memberships, grants):
        holds = select(table.c.account_id).where(table.c.account_id == account).limit(1)
        if connection.execute(holds).first() is not None:
            return False
    operates = select(accounts.c.id).where(accounts.c.id == account, accounts.c.operator == true())
    if connection.execute(operates).first() is not None:
        return False
    for table, name in _belongings():
        connection.execute(delete(table).where(table.c[name] == account))
    emptied = {column.name: null() for column in GOES}
    same = accounts.c.id == account
    connection.execute(update(accounts).where(same).values(**emptied, active=false()))
    return True


def _belongings() -> Iterator[tuple[Table, str]]:
    """Yield each table whose rows go with an account, and the column that names it."""
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if key.column is accounts.c.id and key.ondelete == "CASCADE":
                yield table, key.parent.name

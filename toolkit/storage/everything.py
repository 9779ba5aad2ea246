"""All rows of one municipality: taken along without people, put down in another installation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Integer,
    LargeBinary,
    String,
    Table,
    and_,
    insert,
    select,
    update,
)

from toolkit.storage.kinds import Moment
from toolkit.storage.tables import (
    accounts,
    action_changes,
    actions,
    answer_changes,
    answers,
    assessments,
    blanks,
    evidence,
    evidence_files,
    inquiries,
    left_out,
    memberships,
    municipalities,
    rectifications,
    regional_offers,
    remarks,
)

Row = Mapping[str, object]
Rows = Mapping[str, tuple[Row, ...]]

# In an order in which each points at rows that are there already.
TABLES: tuple[Table, ...] = (
    municipalities,
    assessments,
    answers,
    answer_changes,
    rectifications,
    inquiries,
    remarks,
    actions,
    action_changes,
    blanks,
    left_out,
    regional_offers,
    evidence,
    evidence_files,
)
# Who it was stays behind; the functions that documents name stand in texts of their own.
_PEOPLE = frozenset(("account_id", "by_id", "decided_by_id"))
_SCANS = ("earlier_id", "corrects_id")


class NotRows(ValueError):
    """Rows that are not ours: a table, column or value that does not belong there."""


def rows_of(connection: Connection, municipality: str) -> Rows:
    """Return everything that was written for a municipality, as plain values; no bytes, no people."""
    return {
        table.name: tuple(
            {column.name: _plain(row[column.name]) for column in _taken(table)}
            for row in connection.execute(
                select(*_taken(table)).where(_of(table, municipality)).order_by(*table.primary_key)
            ).mappings()
        )
        for table in TABLES
    }


def bytes_of(connection: Connection, municipality: str) -> Iterator[tuple[str, str, bytes]]:
    """Yield the bytes of a municipality one by one: whose, under which name, what."""
    logo = select(municipalities.c.logo).where(municipalities.c.id == municipality)
    found = connection.execute(logo).scalar()
    if found is not None:
        yield municipality, "logo.png", bytes(found)
    table = evidence_files.c
    known = select(table.id, table.name).where(table.municipality_id == municipality)
    for row in connection.execute(known.order_by(table.id)).all():
        content = select(table.content).where(table.id == row.id)
        yield row.id, row.name, bytes(connection.execute(content).scalar_one())


def functions_in(connection: Connection, municipality: str) -> tuple[tuple[str, str], ...]:
    """Return what the members of a municipality are: function and role, never a name."""
    query = (
        select(accounts.c.function, memberships.c.role)
        .join(memberships, memberships.c.account_id == accounts.c.id)
        .where(memberships.c.municipality_id == municipality)
        .order_by(memberships.c.role, accounts.c.function)
    )
    return tuple((row.function, row.role) for row in connection.execute(query))


def put_down(connection: Connection, rows: Rows, contents: Mapping[str, bytes]) -> None:
    """Write the rows of a municipality where it is not known; raise `NotRows`."""
    if rows.keys() != {table.name for table in TABLES}:
        raise NotRows("tables")
    for table in TABLES:
        for row in rows[table.name]:
            values = {column.name: _read(column, row) for column in _taken(table)}
            if row.keys() != values.keys():
                raise NotRows(table.name)
            later = {name: None for name in _SCANS if name in values}
            binary = _binary(table, values, contents)
            connection.execute(insert(table).values(**{**values, **later, **binary}))
    for row in rows[assessments.name]:
        points = {name: _read(assessments.c[name], row) for name in _SCANS}
        same = assessments.c.id == row["id"]
        connection.execute(update(assessments).where(same).values(**points))


def _taken(table: Table) -> tuple[Column[object], ...]:
    own_number = table in (answer_changes, action_changes)
    return tuple(
        column
        for column in table.columns
        if column.name not in _PEOPLE
        and not isinstance(column.type, LargeBinary)
        and not (own_number and column.name == "number")
    )


def _of(table: Table, municipality: str) -> ColumnElement[bool]:
    if table is municipalities:
        return table.c.id == municipality
    if "municipality_id" in table.c:
        return table.c.municipality_id == municipality
    theirs = select(assessments.c.id).where(assessments.c.municipality_id == municipality)
    return and_(table.c.assessment_id.in_(theirs))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _read(column: Column[object], row: Row) -> object:
    """Return a value as its column holds it; raise `NotRows` for what does not fit."""
    if column.name not in row:
        raise NotRows(column.name)
    value = row[column.name]
    if value is None:
        if not column.nullable:
            raise NotRows(column.name)
        return None
    try:
        return _parsed(column, value)
    except (TypeError, ValueError):
        raise NotRows(column.name) from None


def _parsed(column: Column[object], value: object) -> object:
    kind = column.type
    if isinstance(kind, JSON):
        return value
    if isinstance(kind, Boolean | Integer):
        wanted = bool if isinstance(kind, Boolean) else int
        if type(value) is not wanted:
            raise NotRows(column.name)
        return value
    if not isinstance(value, str):
        raise NotRows(column.name)
    if isinstance(kind, Moment):
        return datetime.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    if isinstance(kind, String) and kind.length is not None and len(value) > kind.length:
        raise NotRows(column.name)
    return value


def _binary(table: Table, row: Row, contents: Mapping[str, bytes]) -> dict[str, object]:
    """Return the bytes that belong in a row."""
    if table is municipalities:
        return {"logo": contents.get(str(row["id"]))}
    return {"content": contents[str(row["id"])]} if table is evidence_files else {}

"""Makes two accounts of one person into one."""

from __future__ import annotations

from sqlalchemy import Connection, Table, Update, and_, delete, select, tuple_, update

from toolkit.storage.tables import (
    METADATA,
    accounts,
    handed_out,
    invitations,
    memberships,
    regional_answers,
    regional_exceptions,
    tokens,
)

_ONE_EACH: dict[Table, tuple[str, ...]] = {
    memberships: ("municipality_id",),
    invitations: ("assessment_id",),
    handed_out: ("assessment_id", "item"),
    regional_answers: ("questionnaire", "edition", "item"),
    regional_exceptions: ("questionnaire", "edition", "item", "municipality_id"),
}
"""Of what an account has one each, by what: where both have one, that of the account that stays."""


def merge(connection: Connection, gone: str, into: str) -> None:
    """Give all that is of one account to another, and remove it; its sessions end.

    Links of its invitations stay: one that was used still leads its owner back, or to a new one.
    """
    email = connection.execute(select(accounts.c.email).where(accounts.c.id == gone)).scalar()
    for table, name in _pointing():
        connection.execute(_moved(table, name, gone, into))
    invited = and_(tokens.c.account_id == gone, tokens.c.invitation_id.is_not(None))
    connection.execute(update(tokens).where(invited).values(account_id=into))
    connection.execute(delete(accounts).where(accounts.c.id == gone))
    nameless = and_(accounts.c.id == into, accounts.c.email.is_(None))
    connection.execute(update(accounts).where(nameless).values(email=email))


def _pointing() -> tuple[tuple[Table, str], ...]:
    """Return every column that names an account, but those of its ways in."""
    return tuple(
        (table, column.name)
        for table in METADATA.sorted_tables
        if table.name not in ("sessions", "tokens")
        for column in table.columns
        if any(key.column.table is accounts for key in column.foreign_keys)
    )


def _moved(table: Table, name: str, gone: str, into: str) -> Update:
    column = table.c[name]
    statement = update(table).where(column == gone).values({name: into})
    if name != "account_id" or table not in _ONE_EACH:
        return statement
    both = tuple_(*(table.c[key] for key in _ONE_EACH[table]))
    there = table.alias()
    theirs = select(*(there.c[key] for key in _ONE_EACH[table])).where(there.c[name] == into)
    return statement.where(both.not_in(theirs))

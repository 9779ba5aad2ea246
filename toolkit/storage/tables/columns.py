"""What all tables share: their names in the database, the columns that point at another table."""

from sqlalchemy import Column, ForeignKey, MetaData

from toolkit.storage.kinds import Id

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)


def own_id() -> Column[str]:
    """Return the column with the id of a row."""
    return Column("id", Id, primary_key=True)


def of(
    table: str, name: str = "assessment_id", *, optional: bool = False, key: bool = False
) -> Column[str]:
    """Return the column that names a row of another table; the row goes when that one goes.

    With ``optional`` the row stays, without the name.
    """
    points = ForeignKey(f"{table}.id", ondelete="SET NULL" if optional else "CASCADE")
    return Column(name, Id, points, nullable=optional, primary_key=key)


def perhaps_of(table: str, name: str) -> Column[str]:
    """Return the column that may name a row of another table; the row goes when that one goes."""
    return Column(name, Id, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=True)

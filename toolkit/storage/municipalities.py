"""Municipalities: whose scans they are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from toolkit.domain.access import Actor
from toolkit.storage.ids import new_id
from toolkit.storage.tables import memberships, municipalities


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """One municipality; ``fictional`` when it is an invented example."""

    id: str
    name: str
    code: str
    fictional: bool


def add(
    connection: Connection, *, name: str = "", code: str = "", fictional: bool = False, at: datetime
) -> str:
    """Add a municipality; return its id. Its name may follow later."""
    place = new_id()
    connection.execute(
        insert(municipalities).values(id=place, name=name, code=code, fictional=fictional, begun=at)
    )
    return place


def rename(connection: Connection, municipality: str, name: str) -> None:
    """Give a municipality its name."""
    connection.execute(
        update(municipalities).where(municipalities.c.id == municipality).values(name=name)
    )


def name_if_nameless(connection: Connection, municipality: str, name: str) -> None:
    """Give a municipality a name unless it has one."""
    which = (municipalities.c.id == municipality, municipalities.c.name == "")
    connection.execute(update(municipalities).where(*which).values(name=name))


def of(connection: Connection, actor: Actor) -> tuple[MunicipalityRow, ...]:
    """Return the municipalities of this person, oldest first."""
    table = municipalities.c
    query = (
        select(table.id, table.name, table.code, table.fictional)
        .where(table.id.in_(actor.municipalities))
        .order_by(table.begun, table.id)
    )
    return tuple(MunicipalityRow(*row) for row in connection.execute(query))


def names_around(connection: Connection, account: str) -> tuple[str, ...]:
    """Return what the municipalities are called that an account belongs to."""
    table = municipalities.c
    member = memberships.c.municipality_id == table.id
    query = select(table.name).join(memberships, member).where(memberships.c.account_id == account)
    return tuple(connection.execute(query.order_by(table.name)).scalars())


def called(connection: Connection, name: str) -> str | None:
    """Return the only municipality with this name that is not invented, if there is one."""
    table = municipalities.c
    query = select(table.id).where(func.lower(table.name) == name.strip().lower(), ~table.fictional)
    found = connection.execute(query).scalars().all()
    return found[0] if len(found) == 1 else None


def all_of(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Return every municipality that is not invented: its id and its name."""
    table = municipalities.c
    query = select(table.id, table.name).where(~table.fictional).order_by(table.begun, table.id)
    return tuple((row.id, row.name) for row in connection.execute(query))


def remove(connection: Connection, municipality: str) -> None:
    """Take a municipality away with everything that belongs to it."""
    connection.execute(delete(municipalities).where(municipalities.c.id == municipality))

"""The files of the register of evidence: a row holds the bytes, so both are there or neither."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, delete, func, insert, select

from toolkit.storage.assessments import NotFound
from toolkit.storage.ids import new_id
from toolkit.storage.tables import evidence_files

_SHOWN = ("id", "entry", "name", "type", "size", "added")


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file without its bytes."""

    id: str
    entry: str
    name: str
    type: str
    size: int
    added: datetime


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that was looked through and may be kept."""

    name: str
    type: str
    content: bytes


def all_of(connection: Connection, municipality: str) -> tuple[KeptFile, ...]:
    """Return the files of a municipality, without their bytes, in the order they were added."""
    columns = (evidence_files.c[name] for name in _SHOWN)
    query = (
        select(*columns)
        .where(evidence_files.c.municipality_id == municipality)
        .order_by(evidence_files.c.added, evidence_files.c.id)
    )
    return tuple(KeptFile(*row) for row in connection.execute(query))


def size_of_all(connection: Connection, municipality: str) -> int:
    """Return how many bytes the files of a municipality are together."""
    query = select(func.coalesce(func.sum(evidence_files.c.size), 0))
    which = evidence_files.c.municipality_id == municipality
    return int(connection.execute(query.where(which)).scalar_one())


def add(
    connection: Connection,
    municipality: str,
    entry: str,
    file: NewFile,
    account: str | None,
    *,
    at: datetime,
) -> str:
    """Keep a file with an entry; return its id, that of the same bytes if they are there."""
    table = evidence_files.c
    found = sha256(file.content).hexdigest()
    where = (
        table.municipality_id == municipality,
        table.entry == entry,
        table.content_hash == found,
    )
    same: str | None = connection.execute(select(table.id).where(*where)).scalars().first()
    if same is not None:
        return same
    name = new_id()
    row = {"id": name, "municipality_id": municipality, "entry": entry, "account_id": account}
    about = {"name": file.name, "type": file.type, "size": len(file.content), "added": at}
    content = {"content": file.content, "content_hash": found}
    connection.execute(insert(evidence_files).values(**row, **about, **content))
    return name


def content(connection: Connection, municipality: str, file: str) -> bytes:
    """Return the bytes of a file; raise `NotFound`, also for one of another municipality."""
    table = evidence_files.c
    which = (table.municipality_id == municipality, table.id == file)
    found = connection.execute(select(table.content).where(*which)).scalar_one_or_none()
    if found is None:
        raise NotFound(file)
    return bytes(found)


def remove(connection: Connection, municipality: str, file: str) -> None:
    """Take a file away."""
    table = evidence_files.c
    which = (table.municipality_id == municipality, table.id == file)
    connection.execute(delete(evidence_files).where(*which))

"""Takes everything of one municipality along in a file, without the names of people."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents import bundle
from toolkit.domain.access import Action, Actor, Role, require
from toolkit.domain.happening import About, Happening
from toolkit.domain.plain_text import slug
from toolkit.services.export_scan import export_scan
from toolkit.storage import assessments, audit, everything, municipalities

ROWS, SCANS, FILES, MEMBERS = "data.json", "scans/", "files/", "members.json"


def take_everything(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    municipality: str,
    out: BinaryIO,
    *,
    at: datetime,
) -> int:
    """Write an archive to ``out`` and return how many files are in it; raise `NotAllowed`.

    For people: every scan as a scan file, every file of the register, the functions of the
    members. For `read_everything`: every row, also the history of the answers.
    """
    require(actor, Action.TAKE_EVERYTHING, municipality)
    about = {"made": at.isoformat(), "municipality": municipality}
    return bundle.write(out, about, _members(actor, connection, shelf, municipality))


def note_taken(actor: Actor, connection: Connection, municipality: str, *, at: datetime) -> None:
    """Write down that everything was taken along."""
    about = About.place(municipality)
    audit.note(connection, actor.account or None, Happening.EXPORTED, about, at=at)


def on_the_server(connection: Connection, named: str) -> Actor | None:
    """Return who asks on the command line about the municipality with this id or name.

    Whoever manages the server holds the database; in the log stands no account.
    """
    ids = dict(municipalities.all_of(connection))
    found = named if named in ids else municipalities.called(connection, named)
    return None if found is None else Actor("", {found: Role.COORDINATOR})


def name_of(made: str, at: datetime) -> str:
    """Return the name of the archive of a municipality with this name."""
    return f"{slug(made)[:60].strip('-') or 'gemeente'}-alles-{at:%Y-%m-%d}.zip"


def _members(
    actor: Actor, connection: Connection, shelf: Shelf, municipality: str
) -> Iterator[tuple[str, bytes]]:
    every = assessments.visible_to(actor, connection).all()
    for scan in (one for one in every if one.municipality == municipality):
        made = export_scan(actor, connection, shelf, scan.id)
        yield f"{SCANS}{scan.id}.yaml", made.text.encode()
    for name, said, content in everything.bytes_of(connection, municipality):
        yield f"{FILES}{name}/{said}", content
    functions = everything.functions_in(connection, municipality)
    yield MEMBERS, _json([{"function": one, "role": role} for one, role in functions])
    yield ROWS, _json(everything.rows_of(connection, municipality))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode()

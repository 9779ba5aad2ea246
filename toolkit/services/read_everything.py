"""Reads everything of a municipality in, where nothing is kept yet; what it amounts to must hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO, get_args

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from toolkit.catalogue import Shelf
from toolkit.documents import bundle
from toolkit.documents.bundle import BadBundle
from toolkit.documents.file_check import check, check_logo
from toolkit.domain.access import Actor, Role
from toolkit.domain.file_types import BadFile
from toolkit.domain.happening import About, Happening
from toolkit.domain.scan import ScanState
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import as_scan, open_scan
from toolkit.services.sign_in import first_account
from toolkit.services.take_everything import FILES, ROWS
from toolkit.storage import accounts, assessments, audit, everything, inventory, municipalities
from toolkit.storage.assessments import NotAsKept
from toolkit.storage.everything import NotRows
from toolkit.storage.soundness import faults

Files = Mapping[str, bytes]
STATES = frozenset(get_args(ScanState))


class NotEmpty(Exception):
    """Scans are kept here already."""


def looked_through(file: BinaryIO) -> tuple[everything.Rows, Files]:
    """Return the rows and the files in an archive, each file looked at; raise `BadBundle`."""
    found = bundle.read(file, (ROWS, FILES))
    try:
        rows = json.loads(found[ROWS])
        kept = {str(row["id"]): row for row in rows["evidence_files"]}
        contents = {_id(name): content for name, content in found.items() if name != ROWS}
        for row in rows["municipalities"]:
            _require_logo(row, contents)
        for name, row in kept.items():
            if check(contents[name]).kind.id != row["type"]:
                raise BadBundle("altered")
            if sha256(contents[name]).hexdigest() != row["content_hash"]:
                raise BadBundle("altered")
    except (KeyError, TypeError, ValueError, RecursionError, BadFile):
        raise BadBundle("altered") from None
    return rows, contents


def read_everything(
    connection: Connection,
    shelf: Shelf,
    rows: everything.Rows,
    contents: Files,
    *,
    at: datetime,
) -> int:
    """Keep a municipality for the first account to lead; return how many scans it has.

    Raises `NotEmpty`, and `BadBundle` when something in it does not fit or does not hold: the
    transaction must then not be kept.
    """
    place = _place(rows)
    if inventory.scans(connection) or place in dict(municipalities.all_of(connection)):
        raise NotEmpty
    account = first_account(connection, at=at)
    empty = inventory.empty_municipalities(connection)
    try:
        everything.put_down(connection, rows, contents)
        _require_states(rows)
        scans = _require_whole(connection, shelf, place)
    except (NotRows, NotAsKept, SQLAlchemyError, LookupError, TypeError, ValueError):
        raise BadBundle("altered") from None
    for name in empty:
        municipalities.remove(connection, name)
    accounts.join(connection, account, place, Role.COORDINATOR, at=at)
    audit.note(connection, account, Happening.READ_IN, About.place(place), at=at)
    return scans


def _require_whole(connection: Connection, shelf: Shelf, place: str) -> int:
    """Return how many scans there are; each can be opened and amounts to what it keeps."""
    if next(faults(connection), None) is not None:
        raise BadBundle("altered")
    reader = Actor("", {place: Role.READER})
    every = assessments.visible_to(reader, connection).all()
    for scan in every:
        opened = open_scan(reader, connection, shelf, scan.id)
        as_scan(connection, opened)
        result_of(connection, opened)
    return len(every)


def _place(rows: everything.Rows) -> str:
    """Return the only municipality in the rows."""
    try:
        (only,) = rows["municipalities"]
        return str(only["id"])
    except (LookupError, TypeError, ValueError):
        raise BadBundle("altered") from None


def _require_logo(row: everything.Row, contents: Files) -> None:
    """Refuse a logo that is not the one whose hash is kept, or no picture; raise `BadBundle`."""
    logo = contents.get(str(row["id"]), b"")
    if (sha256(logo).hexdigest() if logo else "") != row["logo_hash"]:
        raise BadBundle("altered")
    if logo:
        check_logo(logo)


def _require_states(rows: everything.Rows) -> None:
    if not {row["state"] for row in rows["assessments"]} <= STATES:
        raise NotRows("state")


def _id(name: str) -> str:
    return name.removeprefix(FILES).partition("/")[0]

"""Keeps files with the register of evidence: looked through first, handed out to members only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection
from structlog import get_logger

from toolkit.catalogue import Shelf
from toolkit.documents.file_check import check
from toolkit.documents.virus_check import require_clean
from toolkit.domain.access import Action, Actor
from toolkit.domain.file_types import FILE_TYPES, BadFile, clean_name
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import open_scan
from toolkit.services.register_evidence import Register, open_register
from toolkit.storage import audit, files
from toolkit.storage.assessments import NotFound
from toolkit.storage.files import KeptFile, NewFile

MEGABYTE = 2**20
log = get_logger()


class NoRoom(Exception):
    """The files of the municipality would be more than it may keep; ``most`` is in megabytes."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that may be kept, with the words in it for whoever warns."""

    file: NewFile
    words: str


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A file with its bytes and its media type, which comes from our table."""

    name: str
    media: str
    content: bytes


def before_adding(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, entry: str
) -> Register:
    """Return the register of a scan in which there is this entry; raise `NotFound`, `NotAllowed`."""
    known = open_register(actor, connection, shelf, assessment_id)
    known.scan.require(Action.REGISTER_EVIDENCE)
    known.entry(entry)
    return known


def look_through(content: bytes, name: str, *, virus_scanner: str = "") -> Looked:
    """Return what may be kept of a file that somebody sent; raise `BadFile`, of which we log why.

    This takes long, so nothing waits for it.
    """
    try:
        checked = check(content)
        require_clean(content, virus_scanner)
    except BadFile as refused:
        log.info("file_refused", reason=refused.reason)
        raise
    file = NewFile(clean_name(name, checked.kind), checked.kind.id, checked.content)
    return Looked(file, checked.words)


def keep_file(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    where: tuple[str, str],
    file: NewFile,
    *,
    most: int,
    at: datetime,
) -> str:
    """Keep a file (``where``: scan, entry); return its id. The same bytes are there once.

    ``most`` is how many megabytes the municipality may keep. Raises `NotFound`, `NotAllowed`,
    `NoRoom`.
    """
    known = before_adding(actor, connection, shelf, *where)
    place = known.scan.assessment.municipality
    if files.size_of_all(connection, place) + len(file.content) > most * MEGABYTE:
        raise NoRoom(most)
    made = files.add(connection, place, where[1], file, actor.account, at=at)
    about = About("file", made, place)
    audit.note(connection, actor.account, Happening.FILE_ADDED, about, at=at)
    return made


def files_of(connection: Connection, known: Register) -> dict[str, tuple[KeptFile, ...]]:
    """Return the files of a register by entry; none for who may not see it."""
    if not known.scan.may(Action.SEE_REGISTER):
        return {}
    found: dict[str, tuple[KeptFile, ...]] = {}
    for file in files.all_of(connection, known.scan.assessment.municipality):
        found[file.entry] = (*found.get(file.entry, ()), file)
    return found


def hand_out(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, entry: str, file: str
) -> HandedOut:
    """Return a file with its bytes; raise `NotFound`, also for one of another entry, `NotAllowed`."""
    place, kept = _file(actor, connection, shelf, assessment_id, entry, file, Action.SEE_REGISTER)
    media = FILE_TYPES[kept.type].media
    return HandedOut(kept.name, media, files.content(connection, place, kept.id))


def remove_file(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    where: tuple[str, str],
    *,
    at: datetime,
) -> None:
    """Take a file (``where``: entry, file) away for good; raise `NotFound`, `NotAllowed`."""
    entry, file = where
    wanted = Action.REGISTER_EVIDENCE
    place, kept = _file(actor, connection, shelf, assessment_id, entry, file, wanted)
    files.remove(connection, place, kept.id)
    about = About("file", kept.id, place)
    audit.note(connection, actor.account, Happening.REMOVED, about, at=at)


def _file(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    entry: str,
    file: str,
    action: Action,
) -> tuple[str, KeptFile]:
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(action)
    place = scan.assessment.municipality
    known = files.all_of(connection, place)
    found = next((one for one in known if (one.id, one.entry) == (file, entry)), None)
    if found is None:
        raise NotFound(file)
    return place, found

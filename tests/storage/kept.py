"""An installation with one scan in it, in which a test keeps what it likes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from toolkit.catalogue import shipped
from toolkit.domain.access import Actor, Role
from toolkit.domain.answers import UNKNOWN
from toolkit.services.open_scan import open_scan
from toolkit.services.save_answer import Conflict, Given, Saved, save_answer
from toolkit.services.sign_in import first_account, make_link, sign_in
from toolkit.storage import answers, assessments, municipalities
from toolkit.storage.assessments import Draft
from toolkit.storage.database import FILE, Database
from toolkit.storage.migrate import migrate

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SHELF = shipped()
INSTRUMENT = SHELF.newest("kinderrechten-mensenhandel")
ITEM, OTHER = "gov.policy_adopted", "gov.children_explicit"


@dataclass(frozen=True)
class Kept:
    """One scan in a database, with its coordinator."""

    database: Database
    actor: Actor
    scan: str

    @property
    def folder(self) -> Path:
        return self.database.file.parent

    def save(self, note: str, *, seen: int = 0, request: str = "", item: str = ITEM) -> Saved:
        """Say that nobody knows, with a note; the request is the note unless another is named."""
        given = Given(item, replace(UNKNOWN, note=note), seen, request or note)
        with self.database.writing() as connection:
            return save_answer(self.actor, connection, SHELF, self.scan, given, at=NOON)

    def insist(self, note: str, *, seen: int = 0, item: str = ITEM) -> Saved:
        """Save over whatever stands there, as often as it takes."""
        while True:
            try:
                return self.save(note, seen=seen, item=item)
            except Conflict as conflict:
                seen = conflict.theirs.version

    def notes(self, item: str = ITEM) -> tuple[str, ...]:
        """Return every note that was ever kept for an item, the newest first."""
        question = INSTRUMENT.questions[item]
        with self.database.reading() as connection:
            steps = answers.history(connection, self.scan, question)
            current = answers.current(connection, self.scan, question)
        written = tuple(step.after.note for step in steps)
        assert written[:1] == (current.answer.note,) * len(written[:1])
        return written

    def answers(self) -> Sequence[tuple[str, str, int]]:
        """Return every answer as it is now."""
        with self.database.reading() as connection:
            opened = open_scan(self.actor, connection, SHELF, self.scan)
        return [(item, kept.answer.note, kept.version) for item, kept in opened.kept.items()]

    def link(self) -> str:
        """Return the secret of a link that lets somebody in."""
        with self.database.writing() as connection:
            return make_link(connection, at=NOON)

    def cookie(self) -> str:
        """Return the secret of somebody who is signed in."""
        secret = self.link()
        with self.database.writing() as connection:
            return sign_in(connection, secret, at=NOON)


def a_database(folder: Path, *, patience: float = 10) -> Database:
    """Return a database in a folder, up to date."""
    database = Database.at(folder / FILE, patience=patience)
    migrate(database)
    return database


def kept_in(database: Database) -> Kept:
    """Return a new scan in a database."""
    with database.writing() as connection:
        account = first_account(connection, at=NOON)
        place = municipalities.add(connection, name="Voorbeeldstad", at=NOON)
        draft = Draft(place, INSTRUMENT.id, INSTRUMENT.edition)
        scan = assessments.add(connection, draft, at=NOON)
    return Kept(database, Actor(account, {place: Role.COORDINATOR}), scan)


def same_scan(kept: Kept, folder: Path) -> Kept:
    """Return the same scan in the database of a folder, opened anew."""
    return replace(kept, database=a_database(folder))


def told_apart(kept: Kept, folder: Path) -> Sequence[tuple[str, str, int]]:
    """Return the answers of the same scan in another folder, and let go of it."""
    with closing(a_database(folder)) as database:
        return replace(kept, database=database).answers()

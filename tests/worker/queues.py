"""A database with scans of which documents can be asked for, and hands that make them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from tests.documents.reports import a_scan, instrument
from toolkit.catalogue import library, shipped
from toolkit.documents.pdf import Rendered
from toolkit.domain.access import Actor, Role
from toolkit.domain.library import Library
from toolkit.domain.report import Form
from toolkit.domain.scan import ScanState
from toolkit.services.make_document import Press
from toolkit.services.order_document import WantedDocument, order_document
from toolkit.services.say_report import Order
from toolkit.services.score_scan import Scored
from toolkit.services.write_report import Make
from toolkit.storage import answers, assessments, documents, jobs, municipalities
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.assessments import Assessment, Draft
from toolkit.storage.database import FILE, Database
from toolkit.storage.documents import Document, What
from toolkit.storage.jobs import Job
from toolkit.storage.migrate import migrate

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 11, 20)
WORK_NL = WantedDocument(Form.WORK, "nl")
A_REPORT = What("full", "work", "nl", DAY)
PDF = b"%PDF-1.7 made"


class Clock:
    """A clock that stands still until somebody moves it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def later(self, **by: float) -> datetime:
        self.at += timedelta(**by)
        return self.at


@dataclass(frozen=True)
class Town:
    """One municipality with one scan, and somebody who may ask for its documents."""

    database: Database
    municipality: str
    assessment: str

    @property
    def reader(self) -> Actor:
        return Actor("", {self.municipality: Role.COORDINATOR})

    @property
    def documents(self) -> tuple[Document, ...]:
        with self.database.reading() as connection:
            return documents.visible_to(self.reader, connection).of(self.assessment)

    @property
    def frame(self) -> Assessment:
        with self.database.reading() as connection:
            return assessments.visible_to(self.reader, connection).get(self.assessment)

    def content(self, document: str) -> bytes:
        with self.database.reading() as connection:
            return documents.visible_to(self.reader, connection).content(document)

    def put(self, inputs: str = "these", what: What = A_REPORT, *, at: datetime = NOON) -> str:
        """Put a document in the queue, whatever the scan holds."""
        with self.database.writing() as connection:
            return documents.order(connection, self.assessment, what, inputs, at=at)

    def order(self, wanted: WantedDocument = WORK_NL, *, at: datetime = NOON) -> str:
        """Ask for a document as somebody would."""
        with self.database.writing() as connection:
            return order_document(
                self.reader, connection, shipped(), library(), self.assessment, wanted, at=at
            )

    def claim(self, at: datetime = NOON) -> Job:
        """Begin the next attempt; there must be something to do."""
        with self.database.writing() as connection:
            job = jobs.claim(connection, at=at)
        assert job is not None
        return job

    def claim_of(self, inputs: str) -> Job:
        """Put a document in the queue and begin it."""
        self.put(inputs)
        return self.claim()

    def finish(self, job: Job, content: bytes = PDF, at: datetime = NOON) -> bool:
        with self.database.writing() as connection:
            return jobs.finish(connection, job, content, at=at)

    def fail(self, job: Job, at: datetime = NOON) -> Job:
        with self.database.writing() as connection:
            jobs.fail(connection, job, "broken", at=at)
        return job

    def sweep(self, at: datetime) -> int:
        with self.database.writing() as connection:
            return jobs.sweep(connection, at=at)

    def set_state(self, state: ScanState, **values: object) -> None:
        with self.database.writing() as connection:
            assessments.set_state(connection, self.assessment, state, **values)


def a_database(folder: Path) -> Database:
    """Return a new database in a folder."""
    database = Database.at(folder / FILE)
    migrate(database)
    return database


def a_town(database: Database, state: ScanState = "in_review") -> Town:
    """Return a municipality with the answers of the example."""
    with database.writing() as connection:
        place = municipalities.add(connection, name="Voorbeeldstad", fictional=True, at=NOON)
        draft = Draft(place, instrument().id, instrument().edition, fictional=True)
        scan = assessments.add(connection, draft, at=NOON)
        for item, answer in a_scan().answers.items():
            question, stamp = instrument().questions[item], Stamp(None, NOON, f"first {item}")
            answers.write(connection, scan, question, answer, over=NONE_YET, stamp=stamp)
        assessments.set_state(connection, scan, state)
    return Town(database, place, scan)


def make_quickly(_scored: Scored, _library: Library, order: Order) -> Rendered:
    """Make a file without pages, at once."""
    return Rendered(PDF + f" {order.form} {order.language}".encode(), ())


def a_press(
    database: Database, make: Make = make_quickly, clock: Callable[[], datetime] | None = None
) -> Press:
    """Return a press that makes documents of the shipped questionnaires."""
    return Press(database, shipped(), library(), clock or Clock(), make)

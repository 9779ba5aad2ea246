"""A municipality whose scans live on: final ones, corrections, new rounds, in two editions."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from tests.builders import Given, given
from toolkit.catalogue import Shelf, library
from toolkit.catalogue.shipped import shelf_at
from toolkit.domain.access import Actor, Role
from toolkit.domain.report import Form
from toolkit.domain.scan import Evidence
from toolkit.services.begin_round import NextRound, begin_round
from toolkit.services.correct import Why, correct
from toolkit.services.document_source import Source, source
from toolkit.services.finalise import finalise
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.order_document import WantedDocument, order_document
from toolkit.services.review import to_review
from toolkit.services.sign_in import first_account
from toolkit.storage import answers, assessments, documents, municipalities, register
from toolkit.storage.answers import Stamp
from toolkit.storage.assessments import Assessment, Draft
from toolkit.storage.database import Database
from toolkit.storage.documents import Document

GOOD = Path(__file__).parents[1] / "catalogue" / "good" / "goede-lijst" / "1"
LIST = "goede-lijst"
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = date(2026, 11, 20)
WHY = Why("Een antwoord was verwisseld", "beleidsadviseur")
FILLED: Mapping[str, Given] = {"beleid.plan": 2, "beleid.geld": "some"}


def two_editions(folder: Path) -> Shelf:
    """Return a shelf with two editions; the newer one has renamed a question and added one."""
    for edition in ("1", "2"):
        shutil.copytree(GOOD, folder / LIST / edition)
    new = folder / LIST / "2"
    _rewrite(new / "questionnaire.yaml", ('edition: "1"', 'edition: "2"'))
    _rewrite(new / "questionnaire.yaml", ("beleid.geld", "beleid.geldpot"))
    theme = new / "themes" / "01-beleid.yaml"
    _rewrite(theme, ("beleid.geld", "beleid.geldpot"), ("[beleid.budget]", "[beleid.geld]"))
    _rewrite(theme, ("- id: beleid.oud\n", ADDED + "- id: beleid.oud\n"))
    return shelf_at(folder)


ADDED = """- id: beleid.nieuw
  type: yes_partly_no
  dimension: policy
  question: {nl: Is er iets nieuws?, en: Is there anything new?}
  advice:
    low: beleid.plan.low
    mid: beleid.plan.low
"""


@dataclass(frozen=True)
class Rounds:
    """One municipality with its coordinator."""

    database: Database
    shelf: Shelf
    actor: Actor
    place: str

    def as_a(self, role: Role) -> Actor:
        """Return somebody with this role here."""
        return replace(self.actor, roles={self.place: role})

    def begin(self, edition: str = "1", selection: str | None = None) -> str:
        """Begin a scan."""
        with self.database.writing() as connection:
            draft = Draft(self.place, LIST, edition, selection)
            return assessments.add(connection, draft, at=NOON)

    def fill(self, scan: str, said: Mapping[str, Given]) -> str:
        """Answer questions, over whatever stands there."""
        opened = self.opened(scan)
        with self.database.writing() as connection:
            for item, answer in given(said).items():
                over, question = opened.answer(item), opened.questionnaire.questions[item]
                stamp = Stamp(self.actor.account, NOON, f"{item} {over.version}")
                answers.write(connection, scan, question, answer, over=over, stamp=stamp)
        return scan

    def finish(self, scan: str, day: date = DAY) -> str:
        """Make a scan final."""
        with self.database.writing() as connection:
            to_review(self.actor, connection, self.shelf, scan, at=NOON)
            finalise(self.actor, connection, self.shelf, library(), scan, day=day, at=NOON)
        return scan

    def register(self, *entries: Evidence) -> None:
        """Put entries in the register of the municipality, over those with the same id."""
        with self.database.writing() as connection:
            register.take_in(connection, self.place, entries, at=NOON)

    def final(self, said: Mapping[str, Given] = FILLED, day: date = DAY) -> str:
        """Return a final scan with these answers."""
        return self.finish(self.fill(self.begin(), said), day)

    def correction(self, scan: str, why: Why = WHY) -> str:
        """Begin a correction."""
        with self.database.writing() as connection:
            return correct(self.actor, connection, self.shelf, scan, why, at=NOON)

    def next_round(self, scan: str, edition: str = "1", selection: str | None = None) -> str:
        """Begin a new round."""
        wanted = NextRound(edition, selection)
        with self.database.writing() as connection:
            return begin_round(self.actor, connection, self.shelf, scan, wanted, at=NOON)

    def opened(self, scan: str) -> Opened:
        with self.database.reading() as connection:
            return open_scan(self.actor, connection, self.shelf, scan)

    def frame(self, scan: str) -> Assessment:
        return self.opened(scan).assessment

    def source(self, scan: str) -> Source:
        with self.database.reading() as connection:
            return source(self.actor, connection, self.shelf, library(), scan)

    def documents(self, scan: str) -> tuple[Document, ...]:
        with self.database.reading() as connection:
            return documents.visible_to(self.actor, connection).of(scan)

    def order(self, scan: str) -> str:
        """Ask for a document."""
        wanted = WantedDocument(Form.WORK, "nl")
        with self.database.writing() as connection:
            return order_document(
                self.actor, connection, self.shelf, library(), scan, wanted, at=NOON
            )


def rounds_in(database: Database, shelf: Shelf) -> Rounds:
    """Return a municipality in a database."""
    with database.writing() as connection:
        account = first_account(connection, at=NOON)
        place = municipalities.add(connection, name="Voorbeeldstad", at=NOON)
    return Rounds(database, shelf, Actor(account, {place: Role.COORDINATOR}), place)


def _rewrite(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")

"""A final scan from which a dossier is made, with whoever leads it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zipfile import ZipFile

from tests.worker.queues import Town, make_quickly
from toolkit.catalogue import library, shipped
from toolkit.domain.access import Actor, Role
from toolkit.domain.publication import Passage
from toolkit.domain.report import Form, Kind
from toolkit.domain.scan import Adoption
from toolkit.services import check_publication, fill_blanks
from toolkit.services.adopt import adopt
from toolkit.services.check_publication import Check
from toolkit.services.document_source import source
from toolkit.services.make_document import Press, make_document
from toolkit.services.order_document import WantedDocument
from toolkit.services.order_dossier import order_dossier
from toolkit.storage import jobs

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Desk:
    """A final scan of one municipality, with whoever leads it."""

    town: Town
    account: str

    @property
    def leader(self) -> Actor:
        return Actor(self.account, {self.town.municipality: Role.COORDINATOR})

    def fill(self, texts: Mapping[str, str], actor: Actor | None = None, seen: int = 0) -> None:
        with self.town.database.writing() as connection:
            who = actor or self.leader
            known = fill_blanks.open_blanks(who, connection, shipped(), self.town.assessment)
            fill_blanks.fill_blanks(
                who,
                connection,
                shipped(),
                self.town.assessment,
                texts,
                seen=seen or known.version,
                at=NOON,
            )

    def check(self, actor: Actor | None = None) -> Check:
        with self.town.database.reading() as connection:
            return check_publication.check_publication(
                actor or self.leader, connection, shipped(), library(), self.town.assessment
            )

    def decide(self, decisions: Mapping[Passage, bool]) -> Check:
        with self.town.database.writing() as connection:
            return check_publication.decide(
                self.leader,
                connection,
                shipped(),
                library(),
                self.town.assessment,
                decisions,
                at=NOON,
            )

    def adopt(self) -> None:
        with self.town.database.writing() as connection:
            adopt(
                self.leader,
                connection,
                shipped(),
                library(),
                self.town.assessment,
                Adoption(date(2026, 11, 19), "2026-77"),
                at=NOON,
            )

    def inputs(self, kind: Kind, form: Form) -> str:
        with self.town.database.reading() as connection:
            found = source(self.leader, connection, shipped(), library(), self.town.assessment)
            return found.inputs(WantedDocument(form, "nl", kind=kind).on(found, NOON))

    def dossier(self, actor: Actor | None = None) -> str:
        with self.town.database.writing() as connection:
            return order_dossier(
                actor or self.leader,
                connection,
                shipped(),
                library(),
                self.town.assessment,
                "nl",
                at=NOON,
            )

    def made(self) -> Mapping[str, bytes]:
        """Return the files of the dossier, made without pages."""
        asked = self.dossier()
        press = Press(self.town.database, shipped(), library(), lambda: NOON, make_quickly)
        while (job := self._next()) is not None:
            make_document(press, job)
        with ZipFile(io.BytesIO(self.town.content(asked))) as package:
            return {name: package.read(name) for name in package.namelist()}

    def attempt(self, document: str) -> bool:
        """Make the documents up to this one; return whether it was made."""
        press = Press(self.town.database, shipped(), library(), lambda: NOON, make_quickly)
        while (job := self._next()) is not None:
            made = make_document(press, job)
            if job.document == document:
                return made
        raise LookupError(document)

    def _next(self) -> jobs.Job | None:
        with self.town.database.writing() as connection:
            return jobs.claim(connection, at=NOON)

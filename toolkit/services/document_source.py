"""What a document is made from: a scan with its questionnaire, and the library that it keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents import scanfile
from toolkit.domain.access import Actor
from toolkit.domain.days import day_of
from toolkit.domain.library import Library
from toolkit.domain.life import Life
from toolkit.domain.look import Look
from toolkit.domain.publication import Passage
from toolkit.domain.report_facts import Blanks, Form, Kind
from toolkit.domain.report_rows import named_entries
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import Result
from toolkit.services.compare import life_of
from toolkit.services.kept_for_good import library_of
from toolkit.services.look_of_letters import look_of_letters
from toolkit.services.open_scan import Opened, as_scan, open_scan
from toolkit.services.score_scan import Scored
from toolkit.storage import publishing
from toolkit.storage.documents import What

PROGRAM = "kinderrechtenscan"


@dataclass(frozen=True)
class Source:
    """Everything that a document of one scan is made from, besides which document it is."""

    opened: Opened
    scan: Scan
    library: Library
    life: Life
    look: Look
    blanks: Blanks = field(default_factory=dict)
    decided: Mapping[Passage, bool] = field(default_factory=dict)

    @property
    def left_out(self) -> frozenset[Passage]:
        """What stays out of every publication."""
        return frozenset(passage for passage, stays in self.decided.items() if not stays)

    def scored(self, result: Result) -> Scored:
        """Return what documents are made of, with what the answers amount to."""
        return Scored(
            self.scan,
            result,
            self.life,
            self.look,
            blanks=self.blanks,
            left_out=self.left_out,
        )

    def day(self, at: datetime) -> date:
        """Return the date on the document: that of a final scan itself, else the day at hand."""
        frame = self.opened.assessment
        settled = frame.rectified or frame.dated if frame.state == "final" else None
        return settled or day_of(at)

    def inputs(self, what: What) -> str:
        """Return one number for everything that goes in: it changes when the document would."""
        which = json.dumps(asdict(what), default=date.isoformat)
        own = self.blanks if what.kind != Kind.FULL else {}
        headings = repr(self.look.headings) if what.kind != Kind.FULL else ""
        out = self.left_out if what.form == Form.PUBLICATION else ()
        more = json.dumps([sorted(own.items()), sorted(out)])
        return _digest(self._content, which, more, headings)

    @cached_property
    def _content(self) -> str:
        questionnaire = self.opened.questionnaire
        return _digest(
            scanfile.write(self.scan, questionnaire),
            questionnaire.model_dump_json(),
            self.library.model_dump_json(),
            json.dumps(sorted(self.scan.unconfirmed)),
            _stated(self.life),
            json.dumps([self.look.accent, self.look.logo_hash]),
            version(PROGRAM),
        )


def source(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, assessment_id: str
) -> Source:
    """Return what documents of this scan are made from; raise `NotFound`, `NotAsKept`.

    Of the register only what its answers name: the rest is for members (T4).
    """
    opened = open_scan(actor, connection, shelf, assessment_id)
    scan = as_scan(connection, opened)
    return Source(
        opened,
        replace(scan, evidence=named_entries(scan.answers, scan.evidence)),
        library_of(connection, library, assessment_id),
        life_of(connection, shelf, opened),
        look_of_letters(connection, opened.assessment.municipality),
        publishing.blanks_of(connection, assessment_id),
        publishing.decisions_of(connection, assessment_id),
    )


def _stated(life: Life) -> str:
    """Return a scan's life in words that are the same in every process."""
    now = life.comparison
    moved = [(row.question.id, row.then, row.now) for row in now.rows] if now else None
    dated = (
        (now.dated, now.edition, now.dimensions, now.unconfirmed, now.corrected) if now else None
    )
    return repr(
        (life.corrects, life.replaced, life.rectified, life.tell_again, dated)
    ) + json.dumps(moved)


def _digest(*parts: str) -> str:
    whole = sha256()
    for part in parts:
        content = part.encode()
        whole.update(b"%d " % len(content) + content)
    return whole.hexdigest()

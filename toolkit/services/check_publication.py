"""The check before publication: what somebody has to look at first, and what they decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.before_publication import Finding, in_answers, in_sentences
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.publication import Passage, Written
from toolkit.domain.report import publishable
from toolkit.domain.scoring.result import Result
from toolkit.services.document_source import Source, source
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import Opened
from toolkit.storage import audit, publishing


class NotFoundThere(LookupError):
    """A decision about something that is not, or not any more, pointed at."""


@dataclass(frozen=True, slots=True)
class Check:
    """Everything that is pointed at in a scan, with what was decided about it."""

    scan: Opened
    findings: tuple[Finding, ...]
    decided: Mapping[Passage, bool]

    @property
    def open(self) -> tuple[Finding, ...]:
        """What nobody has decided about yet."""
        return tuple(one for one in self.findings if one.passage not in self.decided)

    @property
    def left_out(self) -> int:
        """How many passages stay out."""
        return sum(self.decided.get(one.passage) is False for one in self.findings)


def check_publication(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, assessment_id: str
) -> Check:
    """Return what has to be looked at before this scan is published.

    Raises `NotFound`, `NotAllowed`, `NotNow` while people are answering, and `NotAsKept`.
    """
    found = source(actor, connection, shelf, library, assessment_id)
    found.opened.require(Action.PUBLISH)
    return checked(found, result_of(connection, found.opened))


def checked(found: Source, result: Result) -> Check:
    """Return the check of what documents are made of."""
    public = [one.number for one in found.library.helplines.contacts if one.number]
    shown = publishable(found.scan, found.opened.questionnaire)
    written = Written(shown, found.life, found.blanks).sentences()
    findings = (*in_answers(result, found.library), *in_sentences(written, public))
    return Check(found.opened, findings, found.decided)


def decide(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    decisions: Mapping[Passage, bool],
    *,
    at: datetime,
) -> Check:
    """Keep of each of these whether it stays; return the check as it is then.

    Raises what `check_publication` raises, and `NotFoundThere` when the text changed meanwhile.
    """
    found = check_publication(actor, connection, shelf, library, assessment_id)
    known = {one.passage for one in found.findings}
    if not decisions.keys() <= known:
        raise NotFoundThere
    new = {
        passage: stays
        for passage, stays in decisions.items()
        if found.decided.get(passage) is not stays
    }
    if new:
        publishing.decide(connection, assessment_id, new, actor.account, at=at)
        about = About.scan(assessment_id, found.scan.assessment.municipality)
        audit.note(connection, actor.account, Happening.CHECKED, about, at=at)
    return Check(found.scan, found.findings, {**found.decided, **new})

"""Keeps the register of evidence of a municipality: which documents there are, and who names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain, count

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.domain.plain_text import slug
from toolkit.domain.questionnaire import Question
from toolkit.domain.report_rows import named_entry
from toolkit.domain.scan import Evidence
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import assessments, audit, register
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.register import KeptEvidence

LONGEST_ID, UNNAMED = 60, "document"


class EntryChanged(Exception):
    """Somebody else changed the entry in the meantime; nothing was written."""

    def __init__(self, theirs: KeptEvidence) -> None:
        super().__init__(theirs.entry.id)
        self.theirs = theirs


class StillNamed(Exception):
    """Answers name the entry, so it stays."""


@dataclass(frozen=True, slots=True)
class Use:
    """An answer that names an entry: in which scan, to which question."""

    scan: Assessment
    question: Question


@dataclass(frozen=True, slots=True)
class Register:
    """The register as one scan shows it; ``uses`` are those of every scan of the municipality."""

    scan: Opened
    entries: tuple[KeptEvidence, ...]
    uses: Mapping[str, tuple[Use, ...]]

    def entry(self, name: str) -> KeptEvidence:
        """Return the entry with this id; raise `NotFound`."""
        found = next((kept for kept in self.entries if kept.entry.id == name), None)
        if found is None:
            raise NotFound(name)
        return found


def open_register(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Register:
    """Return the register of the municipality of a scan; raise `NotFound`, `NotAllowed`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.SEE_REGISTER)
    entries = register.all_of(connection, scan.assessment.municipality)
    uses: dict[str, tuple[Use, ...]] = {kept.entry.id: () for kept in entries}
    for name, use in _uses(scan, connection, shelf):
        if name in uses and use not in uses[name]:
            uses[name] = (*uses[name], use)
    return Register(scan, entries, uses)


def evidence_suggestions(connection: Connection, scan: Opened) -> tuple[tuple[str, str], ...]:
    """Return what an answer may name: the id of each entry, with its title; for members only."""
    if not scan.may(Action.SEE_REGISTER):
        return ()
    return register.titles(connection, scan.assessment.municipality)


def add_entry(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    entry: Evidence,
    *,
    at: datetime,
) -> str:
    """Add an entry under an id made from its title; return that id.

    One that says the same in every word is there once. Raises `NotFound`, `NotAllowed`.
    """
    known = open_register(actor, connection, shelf, assessment_id)
    known.scan.require(Action.REGISTER_EVIDENCE)
    same = next((row.entry.id for row in known.entries if _unnamed(row.entry) == entry), None)
    if same is not None:
        return same
    named = replace(entry, id=_free_id(entry.title, known))
    register.put(connection, known.scan.assessment.municipality, KeptEvidence(named), at=at)
    return named.id


def change_entry(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    changed: KeptEvidence,
    *,
    at: datetime,
) -> None:
    """Keep an entry over the version that was seen.

    Raises `NotFound`, `NotAllowed`, `EntryChanged`.
    """
    known = open_register(actor, connection, shelf, assessment_id)
    known.scan.require(Action.REGISTER_EVIDENCE)
    current = known.entry(changed.entry.id)
    if current.entry == changed.entry:
        return
    if not register.put(connection, known.scan.assessment.municipality, changed, at=at):
        raise EntryChanged(current)


def remove_entry(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    name: str,
    *,
    seen: int,
    at: datetime,
) -> None:
    """Take an entry out. Raises `StillNamed`, and what `change_entry` raises."""
    known = open_register(actor, connection, shelf, assessment_id)
    known.scan.require(Action.REGISTER_EVIDENCE)
    current = known.entry(name)
    if known.uses[name]:
        raise StillNamed(name)
    place = known.scan.assessment.municipality
    if not register.remove(connection, place, name, seen=seen):
        raise EntryChanged(current)
    about = About("evidence", name, place)
    audit.note(connection, actor.account, Happening.REMOVED, about, at=at)


def _uses(scan: Opened, connection: Connection, shelf: Shelf) -> Iterator[tuple[str, Use]]:
    seen = {one.id: one for one in assessments.visible_to(scan.actor, connection).all()}
    for assessment, item, line in register.lines_of(connection, scan.assessment.municipality):
        frame = seen[assessment]
        questions = shelf.find(frame.questionnaire, frame.edition).questions
        if item in questions:
            yield named_entry(line)[0], Use(frame, questions[item])


def _unnamed(entry: Evidence) -> Evidence:
    return replace(entry, id="")


def _free_id(title: str, known: Register) -> str:
    """Return an id that nobody uses yet, of small plain letters."""
    plain = slug(title)[: LONGEST_ID - 5].strip("-") or UNNAMED
    names = chain((plain,), (f"{plain}-{number}" for number in count(2)))
    return next(name for name in names if name not in known.uses)

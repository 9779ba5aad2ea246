"""Asks for the papers of a workshop; the same ones, of the same plan, are made once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from importlib.metadata import version

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.workshop_pack import Workshop
from toolkit.domain.access import Actor
from toolkit.domain.days import day_of
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.plain_text import slug
from toolkit.domain.report import Form, Kind
from toolkit.domain.workshop_outcome import ROUNDS
from toolkit.services.document_source import PROGRAM
from toolkit.services.open_workshop import Held, open_workshop
from toolkit.services.order_document import QueueFull
from toolkit.storage import audit, documents, workshop_room
from toolkit.storage.assessments import NotFound
from toolkit.storage.documents import WORKSHOP, Document, What

PACK, OUTCOME = "workshop", "workshop_outcome"
"""The kinds of document that are of a workshop: what it needs, and what came of it."""
MOST_WAITING = 6
"""How many documents of one workshop may be waiting."""
NAMES = {PACK: "workshop", OUTCOME: "verslag-workshop"}


class StoryIsKnown(Exception):
    """Somebody said that the story resembles something known here; nothing is made of it."""


@dataclass(frozen=True, slots=True)
class PackRow:
    """The pack in one language. ``latest``: as asked last; ``ready``: what can be downloaded.

    ``current`` says whether the latest is of the plan as it is now.
    """

    language: str
    latest: Document | None
    ready: Document | None
    current: bool


def papers_of(held: Held, day: date) -> Workshop:
    """Return what the papers of a workshop speak of; raises what its outcome and proposal raise."""
    known = held.questionnaire, held.library, day, held.outcome
    return Workshop(held.proposal, *known, held_on=held.kept.day)


def the_pack(held: Held, language: str, *, at: datetime) -> What:
    """Return the pack as a document: of the day of the workshop, else of the day at hand."""
    return What(PACK, Form.WORK.value, language, held.kept.day or day_of(at), format="zip")


def pack_rows(held: Held, languages: tuple[str, ...], *, at: datetime) -> tuple[PackRow, ...]:
    """Return the pack in each language, with how far it is; raises as `papers_of`."""
    every = papers_made(held)
    return tuple(_row(held, the_pack(held, language, at=at), every) for language in languages)


def order_pack(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    name: str,
    language: str,
    *,
    at: datetime,
) -> str:
    """Return the id of the pack; it is made in the background, unless it was before.

    Raises `NotFound`, `NotAsKept`, `StoryIsKnown` and `QueueFull`.
    """
    held = open_workshop(actor, connection, shelf, library, name)
    if held.resembles:
        raise StoryIsKnown
    return order_papers(held, the_pack(held, language, at=at), at=at)


def order_papers(held: Held, what: What, *, at: datetime) -> str:
    """Return the id of a document of a workshop, which is written down as asked.

    Raises `NotAsKept` and `QueueFull`.
    """
    connection = held.connection
    if documents.waiting_of_workshop(connection, held.id) >= MOST_WAITING:
        raise QueueFull
    about = About.workshop(held.id, held.kept.municipality)
    audit.note(connection, held.actor.account, Happening.PAPERS_ASKED, about, at=at)
    return documents.order(connection, held.id, what, inputs(held, what), of=WORKSHOP, at=at)


def papers_made(held: Held) -> tuple[Document, ...]:
    """Return the documents of a workshop that may be had, the newest first.

    Once its scan is shared no longer, those in which that scan speaks are not among them; while
    the supporting organisation does not agree, no pack of an earlier plan is, with its hand-outs.
    """
    every = documents.visible_to(held.actor, held.connection).of_workshop(held.id)
    seen = held.scan is not None or not held.kept.municipality
    return tuple(
        one
        for one in every
        if (seen and (held.plan.agreed or one.what.kind != PACK))
        or one.inputs == inputs(held, one.what)
    )


def taken(held: Held, document_id: str) -> tuple[What, bytes]:
    """Return a document of a workshop with its bytes; raise `NotFound`, also while there are none."""
    found = next((one for one in papers_made(held) if one.id == document_id), None)
    if found is None:
        raise NotFound(document_id)
    visible = documents.visible_to(held.actor, held.connection)
    return found.what, visible.content(document_id)


def inputs(held: Held, what: What) -> str:
    """Return one number for everything that goes in: it changes when the document would.

    The notebook is no part of it.
    """
    parts = [
        json.dumps(asdict(what), default=date.isoformat),
        held.plan.model_dump_json(),
        repr((held.wishes.minutes, held.wishes.scenario, sorted(held.wishes.known))),
        json.dumps([one.model_dump_json() for one in held.own_cases]),
        held.questionnaire.model_dump_json(),
        held.library.model_dump_json(),
        held.source.inputs(replace(what, kind=Kind.FULL.value)) if held.source else "",
        version(PROGRAM),
        *(_from_the_room(held) if what.kind == OUTCOME else ()),
    ]
    whole = sha256()
    for part in parts:
        content = part.encode()
        whole.update(b"%d " % len(content) + content)
    return whole.hexdigest()


def pack_name(what: What, municipality: str) -> str:
    """Return the name of a file of a workshop, in plain letters."""
    whose = slug(municipality)[:60].strip("-")
    named = (NAMES[what.kind], whose, what.day.isoformat(), what.language)
    return "-".join(filter(None, named)) + f".{what.format}"


def _from_the_room(held: Held) -> Iterator[str]:
    """Yield what was counted, said, parked and agreed."""
    connection, name = held.connection, held.id
    for months in (workshop_room.ON_THE_DAY, *ROUNDS):
        counts = workshop_room.counts_of(connection, name, months)
        yield json.dumps([months, {item: one.cards for item, one in counts.items()}])
    words = workshop_room.words_of(connection, name)
    yield json.dumps({place: one.text for place, one in words.items()})
    yield json.dumps([[one.place, one.text] for one in workshop_room.parked_in(connection, name)])
    agreed = workshop_room.agreements_of(connection, name)
    yield repr([replace(one, version=0) for one in agreed])
    yield str(held.kept.expert_saw)


def _row(held: Held, now: What, every: tuple[Document, ...]) -> PackRow:
    same = [one for one in every if (one.what.kind, one.what.language) == (now.kind, now.language)]
    latest = next(iter(same), None)
    ready = next((one for one in same if one.stage is documents.Stage.READY), None)
    current = latest is not None and latest.inputs == inputs(held, now)
    return PackRow(now.language, latest, ready, current)

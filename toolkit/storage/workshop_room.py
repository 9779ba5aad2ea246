"""What was seen and said in a workshop: counts of cards, words, notes, parked questions, agreements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Table, delete, insert, select, update

from toolkit.domain.workshop_counts import Counts
from toolkit.storage.dialect import upsert
from toolkit.storage.ids import new_id
from toolkit.storage.tables import (
    agreements,
    parked,
    workshop_counts,
    workshop_notes,
    workshop_words,
)

ON_THE_DAY = 0
"""Of which round counts are: the day itself, or so many months later."""


@dataclass(frozen=True, slots=True)
class KeptWords:
    """A text at one place of a workshop, with its version."""

    text: str
    version: int


NOTHING_YET = KeptWords("", 0)


@dataclass(frozen=True, slots=True)
class Parked:
    """A question for later; ``place`` is the step at which it came up."""

    id: str
    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed; it becomes an action once it says how a child notices it."""

    number: int
    what: str
    who: str = ""
    due: date | None = None
    item: str = ""
    child_notices: str = ""
    action: str = ""
    version: int = 0


def counts_of(
    connection: Connection, workshop: str, months: int = ON_THE_DAY
) -> Mapping[str, Counts]:
    """Return the counts of one round by question."""
    table = workshop_counts.c
    query = select(table.item, table.counts)
    rows = connection.execute(query.where(table.workshop_id == workshop, table.months == months))
    return {row.item: Counts.of(row.counts) for row in rows}


def put_counts(
    connection: Connection,
    workshop: str,
    item: str,
    counts: Counts,
    *,
    months: int = ON_THE_DAY,
    at: datetime,
) -> None:
    """Keep the counts of a question, over those that were there; nobody at all takes them away."""
    key = {"workshop_id": workshop, "months": months, "item": item}
    if not counts.people:
        same = (workshop_counts.c[name] == value for name, value in key.items())
        connection.execute(delete(workshop_counts).where(*same))
        return
    row = {**key, "counts": list(counts.cards), "changed": at}
    upsert(connection, workshop_counts, row, tuple(key))


def words_of(connection: Connection, workshop: str) -> Mapping[str, KeptWords]:
    """Return what the report says, by place."""
    return _texts(connection, workshop_words, workshop)


def notes_of(connection: Connection, workshop: str) -> Mapping[str, KeptWords]:
    """Return the notebook of whoever holds it, by place."""
    return _texts(connection, workshop_notes, workshop)


def put_words(
    connection: Connection, workshop: str, place: str, text: str, *, seen: int, at: datetime
) -> bool:
    """Keep a text over the version that was seen; return whether that was the current one."""
    return _put(connection, workshop_words, workshop, place, text, seen, at)


def put_note(
    connection: Connection, workshop: str, place: str, text: str, *, seen: int, at: datetime
) -> bool:
    """Keep a note over the version that was seen; return whether that was the current one."""
    return _put(connection, workshop_notes, workshop, place, text, seen, at)


def parked_in(connection: Connection, workshop: str) -> tuple[Parked, ...]:
    """Return the questions for later, in the order in which they came."""
    query = select(parked).where(parked.c.workshop_id == workshop)
    rows = connection.execute(query.order_by(parked.c.begun, parked.c.id))
    return tuple(Parked(row.id, row.place, row.text) for row in rows)


def park(connection: Connection, workshop: str, place: str, text: str, *, at: datetime) -> str:
    """Keep a question for later; return its id."""
    name = new_id()
    row = {"id": name, "workshop_id": workshop, "place": place, "text": text, "begun": at}
    connection.execute(insert(parked).values(**row))
    return name


def take_up(connection: Connection, workshop: str, name: str) -> None:
    """Take a parked question away."""
    which = (parked.c.workshop_id == workshop, parked.c.id == name)
    connection.execute(delete(parked).where(*which))


def agreements_of(connection: Connection, workshop: str) -> tuple[Agreement, ...]:
    """Return what was agreed, in order."""
    query = select(agreements).where(agreements.c.workshop_id == workshop)
    return tuple(
        Agreement(
            number=row.number,
            what=row.what,
            who=row.who,
            due=row.due,
            item=row.item,
            child_notices=row.child_notices,
            action=row.action_id or "",
            version=row.version,
        )
        for row in connection.execute(query.order_by(agreements.c.number))
    )


def put_agreement(
    connection: Connection, workshop: str, agreement: Agreement, *, at: datetime
) -> bool:
    """Keep an agreement over the version that it had; return whether that was the current one.

    Which action it became stays.
    """
    row = {
        "workshop_id": workshop,
        "number": agreement.number,
        "version": agreement.version + 1,
        "what": agreement.what,
        "who": agreement.who,
        "due": agreement.due,
        "item": agreement.item,
        "child_notices": agreement.child_notices,
        "changed": at,
    }
    return upsert(connection, agreements, row, ("workshop_id", "number"), seen=agreement.version)


def became(connection: Connection, workshop: str, number: int, action: str) -> None:
    """Write down which action an agreement became."""
    which = (agreements.c.workshop_id == workshop, agreements.c.number == number)
    connection.execute(update(agreements).where(*which).values(action_id=action))


def _texts(connection: Connection, table: Table, workshop: str) -> Mapping[str, KeptWords]:
    query = select(table).where(table.c.workshop_id == workshop).order_by(table.c.place)
    return {row.place: KeptWords(row.text, row.version) for row in connection.execute(query)}


def _put(
    connection: Connection,
    table: Table,
    workshop: str,
    place: str,
    text: str,
    seen: int,
    at: datetime,
) -> bool:
    key = {"workshop_id": workshop, "place": place}
    row = {**key, "text": text, "version": seen + 1, "changed": at}
    return upsert(connection, table, row, tuple(key), seen=seen)

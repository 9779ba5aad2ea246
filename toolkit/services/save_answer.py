"""Saves one answer: once, whole, and never over something its writer has not seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.answers import Answer
from toolkit.domain.questionnaire import Question
from toolkit.services.open_scan import Frame, open_frame
from toolkit.storage import answers
from toolkit.storage.answers import KeptAnswer, Stamp


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it was sent: over which version, and by which request.

    ``confirms`` says that an answer of the last round still holds as it stands.
    """

    item: str
    answer: Answer
    seen: int
    request: str
    confirms: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What is kept now; ``repeated`` says that this request had been carried out already."""

    item: str
    kept: KeptAnswer
    repeated: bool = False


class Conflict(Exception):
    """Somebody else answered in the meantime; nothing was written, and both texts are here."""

    def __init__(self, given: Given, theirs: KeptAnswer) -> None:
        super().__init__(given.item)
        self.given, self.theirs = given, theirs


class NoSuchQuestion(LookupError):
    """The scan does not ask that question."""


def save_answer(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    given: Given,
    *,
    at: datetime,
) -> Saved:
    """Keep an answer with its history, in one transaction of the caller.

    A request that was carried out before gives the same result again. Raises `NotFound`,
    `NoSuchQuestion`, `NotAllowed`, `NotNow`, and `Conflict` when the answer that was seen is not
    the current one, or when a request comes again with another answer than the first time: an
    old page says something new. An answer to a question that does not show is kept and sleeps.
    """
    return save_in(open_frame(actor, connection, shelf, assessment_id), connection, given, at=at)


def as_seen(connection: Connection, scan: Frame, question: Question, version: int) -> Answer | None:
    """Return the answer that a page of this version had: who leaves it so writes nothing."""
    return answers.seen(connection, scan.assessment.id, question, version)


def save_in(
    frame: Frame,
    connection: Connection,
    given: Given,
    current: KeptAnswer | None = None,
    *,
    at: datetime,
) -> Saved:
    """Keep an answer in a scan that was opened in the same transaction, as `save_answer` does.

    So was ``current``, the answer that is there, where somebody looked at it already.
    """
    question, scan = frame.asks(given.item), frame.assessment.id
    if question is None:
        raise NoSuchQuestion(given.item)
    before = answers.asked_before(connection, scan, question, given.request)
    if before is not None and before.answer == given.answer:
        return Saved(given.item, before, repeated=True)
    frame.require(Action.ANSWER)
    if current is None:
        current = answers.current(connection, scan, question)
    if before is not None or current.version != given.seen:
        raise Conflict(given, current)
    stamp = Stamp(frame.actor.account, at, given.request)
    written = answers.write(connection, scan, question, given.answer, over=current, stamp=stamp)
    if written is None:  # Another database may let two writers in at once; the row decides.
        raise Conflict(given, answers.current(connection, scan, question))
    return Saved(given.item, written)

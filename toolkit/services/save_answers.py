"""Saves the answers of a whole page: what was touched, each with its own check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.open_scan import open_frame
from toolkit.services.save_answer import Conflict, Given, Saved, save_in
from toolkit.storage import answers


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was kept, and what somebody else had answered in the meantime."""

    saved: tuple[Saved, ...]
    conflicts: tuple[Conflict, ...]


def save_answers(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    given: tuple[Given, ...],
    *,
    at: datetime,
) -> Outcome:
    """Keep those answers that differ from the version they were given over.

    A page holds every question on it, also those that nobody touched: they stay as they are,
    whatever a colleague did in the meantime. One that came from an earlier round is confirmed by
    saving it as it stands. Raises what `save_answer` raises, but for
    `Conflict`: a conflict over one question keeps no other from being saved.
    """
    frame = open_frame(actor, connection, shelf, assessment_id)
    saved: list[Saved] = []
    conflicts: list[Conflict] = []
    for one in given:
        question = frame.questionnaire.questions.get(one.item)
        if question is None:
            continue
        untouched = answers.seen(connection, assessment_id, question, one.seen) == one.answer
        if untouched:
            frame.require(Action.ANSWER)
        if untouched and not answers.current(connection, assessment_id, question).carried:
            continue
        try:
            saved.append(save_in(frame, connection, one, at=at))
        except Conflict as conflict:
            conflicts.append(conflict)
    return Outcome(tuple(saved), tuple(conflicts))

"""Saves the answers of a whole page: what was touched, each with its own check."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.services.open_scan import open_frame
from toolkit.services.save_answer import Conflict, Given, Saved, as_seen, save_in
from toolkit.storage import answers


@dataclass(frozen=True, slots=True)
class SavedPage:
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
) -> SavedPage:
    """Keep those answers that differ from the version they were given over.

    A page holds every question on it, also those that nobody touched: they stay as they are,
    whatever a colleague did in the meantime. One that came from an earlier round is confirmed only
    where that was said of this very answer. Raises what `save_answer` raises, but for `Conflict`: a
    conflict over one question keeps no other from being saved.
    """
    frame = open_frame(actor, connection, shelf, assessment_id)
    saved: list[Saved] = []
    conflicts: list[Conflict] = []
    for one in given:
        question = frame.questionnaire.questions.get(one.item)
        if question is None:
            continue
        current = answers.current(connection, assessment_id, question)
        newest = current.version == one.seen
        seen = current.answer if newest else as_seen(connection, frame, question, one.seen)
        if seen == one.answer:
            frame.require(Action.ANSWER)
            if not (one.confirms and current.carried):
                continue
        try:
            saved.append(save_in(frame, connection, one, current, at=at))
        except Conflict as conflict:
            conflicts.append(conflict)
    return SavedPage(tuple(saved), tuple(conflicts))

"""Finds the actions that are done and the question that each was about, for a later round."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.planning import renamed
from toolkit.domain.scan import PlannedAction
from toolkit.services.open_scan import Frame
from toolkit.services.relatives import relatives
from toolkit.storage import surroundings

Finished = Mapping[str, tuple[PlannedAction, ...]]


def finished_before(connection: Connection, shelf: Shelf, scan: Frame) -> tuple[PlannedAction, ...]:
    """Return what was agreed in an earlier round and is done, by the questions of this round.

    Nothing for a first round. What came along and was done since counts too.
    """
    if scan.assessment.earlier is None:
        return ()
    earlier = relatives(scan.actor, connection, scan.assessment).earlier
    own = surroundings.actions_of(connection, scan.assessment.id)
    done = tuple(kept.action for kept in own if kept.action.status == "done")
    if earlier is None:
        return done
    old = shelf.find(earlier.questionnaire, earlier.edition)
    before = (kept.action for kept in surroundings.actions_of(connection, earlier.id))
    return (
        *(renamed(action, old, scan.questionnaire) for action in before if action.status == "done"),
        *done,
    )


def by_question(actions: tuple[PlannedAction, ...]) -> Finished:
    """Return the actions of each question, by its id."""
    items = dict.fromkeys(item for action in actions for item in action.items)
    return {item: tuple(one for one in actions if item in one.items) for item in items}

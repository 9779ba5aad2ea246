"""Compares a scan with the round before it, for those who may see both."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.comparison import Comparison, compare
from toolkit.domain.life import Corrected, Life
from toolkit.domain.scan import PlannedAction
from toolkit.services.finished_before import finished_before
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.relatives import Relatives, relatives
from toolkit.storage.assessments import Assessment


class NoEarlierRound(LookupError):
    """There is no round before this one."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A scan, the round before it, what changed, and what was agreed then and is done."""

    scan: Opened
    earlier: Assessment
    comparison: Comparison
    done: tuple[PlannedAction, ...]


def compare_rounds(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Compared:
    """Return what changed since the round before.

    Raises `NotFound`, `NotAllowed`, `NoEarlierRound`, `NotAsKept`, and `NotNow` while people are
    answering.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.SEE_OUTCOME)
    around = relatives(actor, connection, scan.assessment)
    found = _comparison(connection, shelf, scan, around)
    if around.earlier is None or found is None:
        raise NoEarlierRound(assessment_id)
    done = finished_before(connection, shelf, scan)
    return Compared(scan, around.earlier, found, done)


def life_of(connection: Connection, shelf: Shelf, scan: Opened) -> Life:
    """Return what documents of a scan say of its life; raise `NotAsKept`."""
    around = relatives(scan.actor, connection, scan.assessment)
    frame, before, after = scan.assessment, around.corrects, around.replaced_by
    return Life(
        corrects=Corrected(before.dated, frame.correction_reason, frame.correction_approver)
        if before is not None
        else None,
        replaced=after.dated if after is not None else None,
        rectified=frame.rectified,
        comparison=_comparison(connection, shelf, scan, around),
        tell_again=frame.tell_again,
    )


def _comparison(
    connection: Connection, shelf: Shelf, scan: Opened, around: Relatives
) -> Comparison | None:
    if around.earlier is None:
        return None
    before = open_scan(scan.actor, connection, shelf, around.earlier.id)
    return compare(
        result_of(connection, before),
        result_of(connection, scan),
        dated=around.earlier.dated,
        unconfirmed=frozenset(one.id for one in scan.unconfirmed),
        corrected=around.earlier.id != scan.assessment.earlier,
    )

"""Begins a new round from a final scan: its answers come along, for people to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.carrying import EditionChanges, carried, changes
from toolkit.domain.happening import About, Happening
from toolkit.domain.planning import goes_along
from toolkit.domain.questionnaire import Questionnaire
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.relatives import Replaced, relatives
from toolkit.services.start_scan import NoSuchRound
from toolkit.storage import answers, assessments, audit, surroundings
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.assessments import Draft

REQUEST = "begin_round"


@dataclass(frozen=True, slots=True)
class RoundAhead:
    """A scan from which a round can begin, with the editions that can be chosen.

    ``changes`` are those of the newest edition; nothing when it is the same.
    """

    scan: Opened
    newest: Questionnaire
    changes: EditionChanges | None
    kept: int
    dropped: int


@dataclass(frozen=True, slots=True)
class NextRound:
    """What the new round asks: by which edition, and the whole or a short round."""

    edition: str
    selection: str | None


def offer(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> RoundAhead:
    """Return what a new round would be; raise `NotFound`, `NotAllowed`, `NotNow`, `Replaced`."""
    scan = _opened(actor, connection, shelf, assessment_id)
    newest = shelf.newest(scan.assessment.questionnaire)
    other = newest.edition != scan.assessment.edition
    kept = carried(scan.questionnaire, newest, scan.answers)
    return RoundAhead(
        scan=scan,
        newest=newest,
        changes=changes(scan.questionnaire, newest) if other else None,
        kept=len(kept),
        dropped=len(scan.answers) - len(kept),
    )


def begin_round(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    wanted: NextRound,
    *,
    at: datetime,
) -> str:
    """Return the id of a draft with the answers that still fit, none of them confirmed.

    Actions that are not over come along. Questions that were passed on stay behind, and so does the
    title, which often names a year.
    Raises what `offer` raises, and `NoSuchRound` for another edition than the same or the newest,
    or a short round that it does not have.
    """
    scan = _opened(actor, connection, shelf, assessment_id)
    frame = scan.assessment
    newest = shelf.newest(frame.questionnaire)
    new = next((one for one in (newest, scan.questionnaire) if one.edition == wanted.edition), None)
    if new is None:
        raise NoSuchRound(wanted.edition)
    if wanted.selection is not None and new.selection(wanted.selection) is None:
        raise NoSuchRound(wanted.selection)
    draft = Draft(
        municipality=frame.municipality,
        questionnaire=new.id,
        edition=new.edition,
        selection=wanted.selection,
        fictional=frame.fictional,
        earlier=frame.id,
    )
    made = assessments.add(connection, draft, at=at)
    about = About.scan(made, frame.municipality)
    audit.note(connection, actor.account, Happening.BEGUN, about, at=at)
    stamp = Stamp(actor.account, at, REQUEST)
    for item, answer in carried(scan.questionnaire, new, scan.answers).items():
        question = new.questions[item]
        answers.write(connection, made, question, answer, over=NONE_YET, stamp=stamp, carried=True)
    _take_actions(connection, scan, made, new, stamp)
    return made


def changed_since(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> tuple[Opened, EditionChanges | None]:
    """Return a scan with what its edition asks otherwise than that of the round before.

    Nothing when there is no round before, or it had the same edition. Raises `NotFound`.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    earlier = relatives(actor, connection, scan.assessment).earlier
    if earlier is None or earlier.edition == scan.assessment.edition:
        return scan, None
    before = shelf.find(earlier.questionnaire, earlier.edition)
    return scan, changes(before, scan.questionnaire)


def _take_actions(
    connection: Connection, scan: Opened, made: str, new: Questionnaire, stamp: Stamp
) -> None:
    """Take along what is not over yet; that an action took an advice up counts in the same edition."""
    same = new.edition == scan.assessment.edition
    for row in surroundings.actions_of(connection, scan.assessment.id):
        action = goes_along(row.action, scan.questionnaire, new)
        if action is not None:
            advice = row.advice if same else None
            surroundings.add_action(
                connection, made, action, advice=advice, by=stamp.account, at=stamp.at
            )


def _opened(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Opened:
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.BEGIN_ROUND)
    newer = relatives(actor, connection, scan.assessment).replaced_by
    if newer is not None:
        raise Replaced(newer.id)
    return scan

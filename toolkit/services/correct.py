"""Corrects a final scan: a copy that replaces it once it is final itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.relatives import Replaced, relatives
from toolkit.storage import answers, assessments, audit, surroundings
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.assessments import Draft

REQUEST = "correct"


class AlreadyBeingCorrected(Exception):
    """A correction of this scan is being made; ``correction`` is its id."""

    def __init__(self, correction: str) -> None:
        super().__init__(correction)
        self.correction = correction


@dataclass(frozen=True, slots=True)
class Why:
    """Why a scan is corrected, and which function approved that. Documents say both."""

    reason: str
    approver: str


def correct(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    why: Why,
    *,
    at: datetime,
) -> str:
    """Return the id of a draft with everything that the final scan has; the scan itself stays.

    Raises `NotFound`, `NotAllowed`, `NotNow`, `AlreadyBeingCorrected`, and `Replaced` when its
    correction is final: then that one is corrected.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.CORRECT)
    around = relatives(actor, connection, scan.assessment)
    if around.replaced_by is not None:
        raise Replaced(around.replaced_by.id)
    if around.correction is not None:
        raise AlreadyBeingCorrected(around.correction.id)
    made = assessments.add(connection, _draft(scan, why), at=at)
    about = About.scan(assessment_id, scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.CORRECTED, about, at=at)
    _copy(connection, scan, made, Stamp(actor.account, at, REQUEST))
    return made


def _draft(scan: Opened, why: Why) -> Draft:
    frame = scan.assessment
    return Draft(
        municipality=frame.municipality,
        questionnaire=frame.questionnaire,
        edition=frame.edition,
        selection=frame.selection,
        title=frame.title,
        fictional=frame.fictional,
        respondents=frame.respondents,
        earlier=frame.earlier,
        corrects=frame.id,
        correction_reason=why.reason,
        correction_approver=why.approver,
    )


def _copy(connection: Connection, scan: Opened, made: str, stamp: Stamp) -> None:
    questions, old = scan.questionnaire.questions, scan.assessment.id
    for item, kept in scan.kept.items():
        answers.write(
            connection,
            made,
            questions[item],
            kept.answer,
            over=NONE_YET,
            stamp=stamp,
            carried=kept.carried,
        )
    for place, said in surroundings.remarks_of(connection, old).items():
        surroundings.put_remark(
            connection, made, place, said.remark, seen=0, account=stamp.account, at=stamp.at
        )
    for row in surroundings.actions_of(connection, old):
        surroundings.add_action(
            connection, made, row.action, advice=row.advice, by=stamp.account, at=stamp.at
        )

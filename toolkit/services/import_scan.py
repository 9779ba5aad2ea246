"""Takes a scan file in as a scan of a municipality; what it computes is computed again here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, Role, require
from toolkit.domain.assessment import STEPS
from toolkit.domain.happening import About, Happening
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import Remark, Scan
from toolkit.storage import (
    accounts,
    answers,
    assessments,
    audit,
    municipalities,
    register,
    surroundings,
)
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.assessments import Draft
from toolkit.storage.surroundings import FOREWORD, REPLY

REQUEST = "import"


def import_scan(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    municipality: str,
    scan: Scan,
    *,
    at: datetime,
) -> str:
    """Keep everything in a scan as a new draft of this municipality; return its id.

    The scan was read by `scanfile.read` and fits its questionnaire. It becomes a draft whatever
    state the file names, and nobody has adopted it: who finalises it here answers for it. Raises `NotAllowed`.
    """
    require(actor, Action.IMPORT, municipality)
    questionnaire = shelf.find(scan.questionnaire, scan.edition)
    draft = Draft(
        municipality=municipality,
        questionnaire=scan.questionnaire,
        edition=scan.edition,
        selection=scan.selection,
        title=scan.title,
        fictional=scan.fictional,
        dated=scan.dated,
        respondents=scan.respondents,
    )
    assessment = assessments.add(connection, draft, at=at)
    about = About.scan(assessment, municipality)
    audit.note(connection, actor.account, Happening.READ_IN, about, at=at)
    if scan.municipality is not None:
        municipalities.name_if_nameless(connection, municipality, scan.municipality.name)
    stamp = Stamp(actor.account, at, REQUEST)
    _take_answers(connection, assessment, questionnaire, scan, stamp)
    _take_remarks(connection, assessment, scan, stamp)
    register.take_in(connection, municipality, scan.evidence, at=at)
    for action in scan.actions:
        surroundings.add_action(connection, assessment, action, by=stamp.account, at=at)
    return assessment


def import_example(
    actor: Actor, connection: Connection, shelf: Shelf, scan: Scan, *, at: datetime
) -> str:
    """Return the id of the invented example; an account has it once, beside its own scans.

    It stands in review, so that its outcome can be seen and its answers can be changed.
    """
    places = municipalities.of(connection, actor)
    known = next((place.id for place in places if place.fictional), None)
    if known is not None:
        seen = assessments.visible_to(actor, connection).all()
        return next(one.id for one in seen if one.municipality == known)
    name = scan.municipality.name if scan.municipality else ""
    place = municipalities.add(connection, name=name, fictional=True, at=at)
    accounts.join(connection, actor.account, place, Role.COORDINATOR, at=at)
    enlarged = replace(actor, roles={**actor.roles, place: Role.COORDINATOR})
    example = replace(scan, fictional=True)
    made = import_scan(enlarged, connection, shelf, place, example, at=at)
    assessments.set_state(connection, made, STEPS[Action.REVIEW])
    return made


def _take_answers(
    connection: Connection, assessment: str, questionnaire: Questionnaire, scan: Scan, stamp: Stamp
) -> None:
    for item, answer in scan.answers.items():
        question = questionnaire.questions[item]
        answers.write(connection, assessment, question, answer, over=NONE_YET, stamp=stamp)


def _take_remarks(connection: Connection, assessment: str, scan: Scan, stamp: Stamp) -> None:
    remarks: dict[str, Remark | None] = {
        FOREWORD: scan.remarks.foreword,
        **scan.remarks.themes,
        REPLY: scan.remarks.reply,
    }
    for place, remark in remarks.items():
        if remark is not None:
            surroundings.put_remark(
                connection, assessment, place, remark, seen=0, account=stamp.account, at=stamp.at
            )

"""Makes a scan final: what is open becomes unknown, and what it rests on is kept for good."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.answers import Answers
from toolkit.domain.assessment import STEPS
from toolkit.domain.finalising import finalised
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.report_rows import named_entries
from toolkit.domain.scan import Evidence
from toolkit.domain.scoring.score import score
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.order_document import order_for_final
from toolkit.services.score_json import as_data
from toolkit.storage import answers, assessments, audit, register
from toolkit.storage.answers import Stamp

REQUEST = "finalise"


def finalise(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    *,
    day: date,
    at: datetime,
) -> None:
    """Make a scan in review final on this day; raise `NotFound`, `NotAllowed`, `NotNow`.

    Leaving a question blank never pays: it is kept as unknown, marked as not filled in. Its
    result, the library entries of this day and the evidence that its answers name are kept with
    it, so that its documents stay as they are; they are made at once in the background. Those of a scan that it corrects are made
    anew, because they say by then that they were replaced.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.FINALISE)
    closed = finalised(scan.questionnaire, scan.answers, selection=scan.assessment.selection)
    _keep(connection, scan, closed, Stamp(actor.account, at, REQUEST))
    result = score(scan.questionnaire, closed, selection=scan.assessment.selection)
    assessments.set_state(
        connection,
        assessment_id,
        STEPS[Action.FINALISE],
        finalised=at,
        dated=day,
        result=as_data(result),
        library=library.model_dump(mode="json", exclude_defaults=True),
        evidence=register.as_data(_named(connection, scan)),
    )
    about = About.scan(assessment_id, scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.FINALISED, about, at=at)
    for name in (assessment_id, scan.assessment.corrects):
        if name is not None:
            order_for_final(actor, connection, shelf, library, name, at=at)


def _keep(connection: Connection, scan: Opened, closed: Answers, stamp: Stamp) -> None:
    for item, answer in closed.items():
        before = scan.answer(item)
        if answer != before.answer:
            question = scan.questionnaire.questions[item]
            answers.write(
                connection, scan.assessment.id, question, answer, over=before, stamp=stamp
            )


def _named(connection: Connection, scan: Opened) -> tuple[Evidence, ...]:
    """Return the entries of the register that answers name."""
    kept = register.all_of(connection, scan.assessment.municipality)
    return named_entries(scan.answers, (row.entry for row in kept))

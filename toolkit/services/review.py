"""Looks a scan over before it becomes final: what is open, contradictory, disputed, unproven."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain import privacy
from toolkit.domain.access import Action, Actor
from toolkit.domain.answers import State, texts_in
from toolkit.domain.assessment import STEPS
from toolkit.domain.concern import seems_about_a_child
from toolkit.domain.fields import Text
from toolkit.domain.happening import About, Happening
from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import MinimumState, Result
from toolkit.domain.scoring.score import score
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import assessments, audit


@dataclass(frozen=True, slots=True)
class Review:
    """What deserves a look. Nothing of it stops anybody from going on."""

    scan: Opened
    open: tuple[Question, ...]
    contradictions: tuple[Text, ...]
    disputed: tuple[Question, ...]
    unproven: tuple[Question, ...]
    unconfirmed: tuple[Question, ...]
    concern: tuple[Question, ...]
    personal: tuple[Question, ...]


def review(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Review:
    """Return what deserves a look in a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    result = score(scan.questionnaire, scan.answers, selection=scan.assessment.selection)
    scored = tuple(question for question in scan.asked.values() if question.scored)
    texts = {part.id: part.text for part in scan.questionnaire.contradictions}
    return Review(
        scan=scan,
        open=scan.open_in(scored),
        contradictions=tuple(texts[found] for found in result.contradictions),
        disputed=tuple(one for one in scored if scan.answer(one.id).answer.views),
        unproven=tuple(_unproven(result)),
        unconfirmed=scan.unconfirmed,
        concern=tuple(_with_a_text(scan, lambda text: seems_about_a_child(text) is not None)),
        personal=tuple(_with_a_text(scan, lambda text: bool(privacy.warnings(text)))),
    )


def to_review(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> None:
    """End the answering for now; raise `NotFound`, `NotAllowed`, `NotNow`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    _step(scan, connection, Action.REVIEW, Happening.REVIEWED, at)


def reopen(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> None:
    """Go on answering; raise `NotFound`, `NotAllowed`, `NotNow`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    _step(scan, connection, Action.REOPEN, Happening.REOPENED, at)


def _step(
    scan: Opened, connection: Connection, step: Action, what: Happening, at: datetime
) -> None:
    scan.require(step)
    assessments.set_state(connection, scan.assessment.id, STEPS[step])
    about = About.scan(scan.assessment.id, scan.assessment.municipality)
    audit.note(connection, scan.actor.account, what, about, at=at)


def _with_a_text(scan: Opened, stands_out: Callable[[str], bool]) -> Iterable[Question]:
    """Return the questions with a text in their answer that stands out."""
    for question in scan.asked.values():
        answer = scan.answer(question.id).answer
        if any(stands_out(text) for _, text in texts_in(answer)):
            yield question


def _unproven(result: Result) -> Iterable[Question]:
    """Return the items of the minimum line that are in order without any evidence beside them."""
    return (
        mark.question
        for mark in result.marks.values()
        if mark.minimum is MinimumState.IN_ORDER
        and mark.state is State.ANSWERED
        and not mark.answer.evidence
    )

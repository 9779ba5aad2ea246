"""Answering: a theme at a time, or one question a screen; with scripts, one answer at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.access import Action
from toolkit.domain.progress import progress
from toolkit.domain.questionnaire import Group, Question
from toolkit.services.open_scan import Opened
from toolkit.services.save_answer import Conflict, Given, NoSuchQuestion
from toolkit.services.save_answers import save_answers
from toolkit.storage.answers import KeptAnswer
from toolkit.web import visit
from toolkit.web.asked import Asked, asked
from toolkit.web.forms.answer_form import AnswerForm
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.views.scan import INTAKE, around, opened

bp = Blueprint("answering", __name__, url_prefix="/scans/<scan_id>")


@dataclass(frozen=True, slots=True)
class Sent:
    """What came in for a page: the forms, the answers in them, whether all could be read."""

    forms: Mapping[str, AnswerForm]
    given: tuple[Given, ...]
    sound: bool


@bp.get("/themes/<theme>")
def theme(scan_id: str, theme: str) -> ResponseReturnValue:
    """Show the questions of a theme, or those to begin with."""
    scan = opened(scan_id)
    return _theme_page(scan, _of_theme(scan, theme), theme)


@bp.post("/themes/<theme>")
def save_theme(scan_id: str, theme: str) -> ResponseReturnValue:
    """Keep what was touched on the page, then go on; show the page again where something is wrong."""
    scan = opened(scan_id)
    scan.require(Action.ANSWER)
    questions = _of_theme(scan, theme)
    sent = _sent(scan, questions)
    conflicts = _keep(scan_id, sent.given)
    if conflicts or not sent.sound:
        status = 409 if conflicts else 422
        return _theme_page(opened(scan_id), questions, theme, status, sent.forms, conflicts)
    return redirect(_after(opened(scan_id), theme), 303)


@bp.get("/items/<item>")
def item(scan_id: str, item: str) -> ResponseReturnValue:
    """Show one question."""
    scan = opened(scan_id)
    return _item_page(scan, _question(scan, item))


@bp.post("/items/<item>")
def save_item(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep one answer and go to the next question; stale is 409 with both texts."""
    scan = opened(scan_id)
    question = _question(scan, item)
    sent = _sent(scan, (question,))
    conflicts = _keep(scan_id, sent.given)
    if conflicts or not sent.sound:
        status = 409 if conflicts else 422
        return _item_page(opened(scan_id), question, status, sent.forms, conflicts)
    return redirect(_next_item(opened(scan_id), question), 303)


def _keep(scan_id: str, given: tuple[Given, ...]) -> Mapping[str, Conflict]:
    actor, shelf = visit.actor(), parts().shelf
    try:
        with visit.writing() as connection:
            outcome = save_answers(actor, connection, shelf, scan_id, given, at=visit.now())
    except NoSuchQuestion:
        raise NotFound from None
    return {conflict.given.item: conflict for conflict in outcome.conflicts}


def _sent(scan: Opened, questions: tuple[Question, ...]) -> Sent:
    forms = {question.id: AnswerForm.of(question, request.form) for question in questions}
    given, sound = [], True
    for question in questions:
        form = forms[question.id]
        if not form.was_sent:
            continue
        answer = form.read(question, scan.answer(question.id).answer, visit.words())
        if answer is None:
            sound = False
        else:
            given.append(Given(question.id, answer, form.seen, str(form.request_id.data)))
    return Sent(forms, tuple(given), sound)


def _of_theme(scan: Opened, theme: str) -> tuple[Question, ...]:
    questions = scan.intake if theme == INTAKE else scan.asked_in(theme)
    if not questions:
        raise NotFound
    return questions


def _question(scan: Opened, item: str) -> Question:
    question = scan.questionnaire.questions.get(item)
    if question is None or not scan.visibility.exists(question):
        raise NotFound
    return question


def _theme_page(
    scan: Opened,
    questions: tuple[Question, ...],
    theme: str,
    status: int = 200,
    forms: Mapping[str, AnswerForm] | None = None,
    conflicts: Mapping[str, Conflict] | None = None,
) -> Response:
    themes = tuple(scan.themes)
    return page(
        "theme",
        status,
        theme=next((group for group in themes if group.id == theme), None),
        name=theme,
        themes=themes,
        rows=_rows(scan, questions, forms or {}, conflicts or {}),
        progress=progress(questions, scan.answers),
        **around(scan),
    )


def _item_page(
    scan: Opened,
    question: Question,
    status: int = 200,
    forms: Mapping[str, AnswerForm] | None = None,
    conflicts: Mapping[str, Conflict] | None = None,
) -> Response:
    beside = scan.asked_in(question.theme) if question.theme else scan.intake
    places = [one.id for one in beside]
    here = places.index(question.id) if question.id in places else -1
    return page(
        "item",
        status,
        row=_rows(scan, (question,), forms or {}, conflicts or {})[0],
        shown=question.id in places,
        number=here + 1,
        count=len(places),
        theme=_group(scan, question.theme),
        name=question.theme or INTAKE,
        previous=places[here - 1] if here > 0 else None,
        **around(scan),
    )


def _rows(
    scan: Opened,
    questions: tuple[Question, ...],
    forms: Mapping[str, AnswerForm],
    conflicts: Mapping[str, Conflict],
) -> tuple[Asked, ...]:
    def theirs(question: Question) -> KeptAnswer | None:
        return conflicts[question.id].theirs if question.id in conflicts else None

    return tuple(
        asked(
            scan,
            question,
            visit.words(),
            number=number,
            sent=forms.get(question.id),
            theirs=theirs(question),
        )
        for number, question in enumerate(questions, start=1)
    )


def _group(scan: Opened, theme: str | None) -> Group | None:
    return next((group for group in scan.questionnaire.themes if group.id == theme), None)


def _after(scan: Opened, theme: str) -> str:
    """Return where to go after a theme: the next one, or the scan when it was the last."""
    scan_id = scan.assessment.id
    names = [INTAKE, *(group.id for group in scan.themes)]
    following = names[names.index(theme) + 1 :]
    if theme == INTAKE or not following:
        return url_for("scan.show", scan_id=scan_id)
    return url_for(".theme", scan_id=scan_id, theme=following[0])


def _next_item(scan: Opened, question: Question) -> str:
    """Return the next question that shows, or the scan after the last one."""
    scan_id = scan.assessment.id
    every = [one.id for one in scan.asked.values()]
    order = list(scan.questionnaire.questions)
    later = [name for name in every if order.index(name) > order.index(question.id)]
    if not later:
        return url_for("scan.show", scan_id=scan_id)
    return url_for(".item", scan_id=scan_id, item=later[0])

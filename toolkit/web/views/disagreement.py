"""Two answers to one question: what two functions answer, until people agree."""

from __future__ import annotations

from collections.abc import Mapping
from re import fullmatch

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest, NotFound

from toolkit.domain.access import NotNow
from toolkit.domain.answers import Answer
from toolkit.domain.questionnaire import Question
from toolkit.services.disagree import Side, settled, sides_of
from toolkit.services.open_scan import Opened
from toolkit.services.save_answer import Conflict, Given, NoSuchQuestion, save_answer
from toolkit.storage.answers import KeptAnswer
from toolkit.storage.ids import new_id
from toolkit.web import visit
from toolkit.web.asked import choices, said
from toolkit.web.forms.answer_form import REQUEST, VERSION
from toolkit.web.forms.disagreement_form import (
    NAMES,
    DisagreementForm,
    functions_for,
    said_by,
)
from toolkit.web.forms.kept_form import CHANGED
from toolkit.web.keeping import FROM
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened


def show(scan_id: str, item: str) -> ResponseReturnValue:
    """Show both answers, to give or to change them; nobody changes a scan that is no draft."""
    scan = opened(scan_id)
    try:
        question, sides, functions = _sides(scan, item)
    except NotNow:
        return redirect(url_for("life.show", scan_id=scan_id), 303)
    form = DisagreementForm.of(sides, scan.answer(item).version)
    return _page(scan, question, form, functions)


def keep(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep both answers; stale is 409 with both texts."""
    scan = opened(scan_id)
    question, sides, functions = _sides(scan, item)
    before, words = scan.answer(item).answer, visit.words()
    form = DisagreementForm.of(sides, scan.answer(item).version, request.form)
    answer = form.read(question, before, functions, words)
    if answer is None or not form.looked_over(answer, before, parts().library):
        return _page(scan, question, form, functions, 422)
    try:
        _save(scan_id, Given(item, answer, form.seen, form.request))
    except Conflict as conflict:
        return _page(scan, question, form, functions, 409, theirs=conflict.theirs)
    say(words("Both answers stay. The report shows them side by side."))
    return redirect(_back(scan, question), 303)


def settle(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep one of both answers; the history keeps the other."""
    scan = opened(scan_id)
    question, _, _ = _sides(scan, item)
    sent, words = request.form, visit.words()
    side, version, stamp = (sent.get(name, "") for name in ("side", "version", "request_id"))
    if not (fullmatch("[01]", side) and fullmatch(VERSION, version) and fullmatch(REQUEST, stamp)):
        raise BadRequest
    answer = settled(scan.answer(item).answer, int(side), said_by(parts().library, words))
    try:
        if answer is not None:
            _save(scan_id, Given(item, answer, int(version), stamp))
    except Conflict:
        answer = None
    if answer is None:
        say(words(CHANGED), "warning")
        return redirect(url_for(".show", scan_id=scan_id, item=item, way=_way()), 303)
    say(words("You agree on one answer. Both stay in the history."))
    return redirect(_back(scan, question), 303)


def _sides(scan: Opened, item: str) -> tuple[Question, tuple[Side, Side], Mapping[str, str]]:
    try:
        question, *sides = sides_of(visit.reading(), scan, item)
    except NoSuchQuestion:
        raise NotFound from None
    first, second = sides
    ready, functions = functions_for((first, second), said_by(parts().library, visit.words()))
    return question, ready, functions


def _save(scan_id: str, given: Given) -> None:
    with visit.writing() as connection:
        save_answer(visit.actor(), connection, parts().shelf, scan_id, given, at=visit.now())


def _way() -> str:
    sent = request.args.get("way", "")
    return sent if sent in FROM else "item"


def _back(scan: Opened, question: Question) -> str:
    """Return the page from which somebody came, at the question."""
    way, scan_id = _way(), scan.assessment.id
    if way == "theme" and question.theme:
        theme, item = question.theme, question.id
        return url_for(FROM[way], scan_id=scan_id, theme=theme, _anchor=item)
    return url_for(FROM[way], scan_id=scan_id, item=question.id)


def _page(
    scan: Opened,
    question: Question,
    form: DisagreementForm,
    functions: Mapping[str, str],
    status: int = 200,
    *,
    theirs: KeptAnswer | None = None,
) -> Response:
    words = visit.words()
    return page(
        "disagreement",
        status,
        form=form,
        question=question,
        kept=scan.answer(question.id),
        choices=choices(question, words),
        functions=tuple(functions.items()),
        request_id=new_id() if theirs else form.request or new_id(),
        settles_by=(new_id(), new_id()),
        theirs=theirs and _in_words(theirs.answer, question),
        theirs_version=theirs.version if theirs else 0,
        way=_way(),
        back=_back(scan, question),
        **around(scan),
    )


def _in_words(answer: Answer, question: Question) -> Mapping[str, str]:
    """Return what stands there now, by the fields of the form."""
    words = visit.words()
    held = {f"{name}_{part}": "" for name in NAMES for part in ("value", "function", "reason")}
    for name, view in zip(NAMES, answer.views, strict=False):
        value = said(Answer(answer.state, view.value), question, words)
        held |= {f"{name}_value": value, f"{name}_function": view.function}
        held |= {f"{name}_reason": view.reason}
    return {**held, "answer": "" if answer.views else said(answer, question, words)}

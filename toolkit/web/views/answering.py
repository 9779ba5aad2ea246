"""Answering: a theme at a time, one question a screen, or one large for a meeting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flask import Response, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.access import Action
from toolkit.domain.progress import progress
from toolkit.domain.questionnaire import Group, Question
from toolkit.services.find_out import waiting_for
from toolkit.services.list_team import taking_part
from toolkit.services.open_scan import Opened, current_versions
from toolkit.services.register_evidence import evidence_suggestions
from toolkit.web import visit
from toolkit.web.asked import Asked, asked, wrong_in
from toolkit.web.keeping import (
    NOTHING_SENT,
    Turns,
    confirmed,
    keep,
    say_passed,
    status_of,
    to_two_sides,
)
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.views.scan import INTAKE, around, in_words, opened


@dataclass(frozen=True, slots=True)
class Way:
    """A row of questions to go through one at a time: its pages, and where it leads back."""

    places: tuple[str, ...]
    show: str
    save: str
    back: str
    title: str

    def after(self, item: str) -> str:
        """Return the question after this one; the empty one after the last."""
        here = self.places.index(item) if item in self.places else len(self.places)
        return next(iter(self.places[here + 1 :]), "")


def theme(scan_id: str, theme: str) -> ResponseReturnValue:
    """Show the questions of a theme, or those to begin with."""
    scan = opened(scan_id)
    return _theme_page(scan, _of_theme(scan, theme), theme)


def save_theme(scan_id: str, theme: str) -> ResponseReturnValue:
    """Keep what was touched on the page, then go on; show the page again where something is wrong."""
    scan = opened(scan_id)
    scan.require(Action.ANSWER)
    questions = _of_theme(scan, theme)
    after, turns = keep(scan, questions)
    if status_of(turns) != 200:
        return _theme_page(after, questions, theme, turns)
    stays = say_passed(turns) or confirmed(turns)
    if stays:
        return redirect(url_for(".theme", scan_id=scan_id, theme=theme, _anchor=stays), 303)
    return to_two_sides(after, turns, "theme") or redirect(_after(after, theme), 303)


def item(scan_id: str, item: str) -> ResponseReturnValue:
    """Show one question."""
    scan = opened(scan_id)
    return item_page(scan, question_of(scan, item))


def save_item(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep one answer and go to the next question; stale is 409 with both texts.

    A script that sends one answer gets what changed about that question, and stays.
    """
    scan = opened(scan_id)
    question = question_of(scan, item)
    after, turns = keep(scan, (question,))
    if "HX-Request" in request.headers:
        return _reply(after, question, turns)
    if status_of(turns) != 200:
        return item_page(after, question, turns)
    if say_passed(turns):
        return redirect(url_for(".item", scan_id=scan_id, item=item), 303)
    two_sides = to_two_sides(after, turns, "item")
    return two_sides or redirect(_beside(after, question, "answering.item"), 303)


def meeting(scan_id: str, item: str) -> ResponseReturnValue:
    """Show one question, large."""
    scan = opened(scan_id)
    return _meeting_page(scan, question_of(scan, item))


def save_meeting(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep one answer and go to the next question, large too."""
    scan = opened(scan_id)
    question = question_of(scan, item)
    after, turns = keep(scan, (question,))
    if status_of(turns) != 200:
        return _meeting_page(after, question, turns)
    if say_passed(turns):
        return redirect(url_for(".meeting", scan_id=scan_id, item=item), 303)
    two_sides = to_two_sides(after, turns, "meeting")
    return two_sides or redirect(_beside(after, question, "answering.meeting"), 303)


def versions(scan_id: str) -> ResponseReturnValue:
    """Tell an open page the version of each answer; never what it says."""
    return jsonify(current_versions(visit.actor(), visit.reading(), parts().shelf, scan_id))


def _of_theme(scan: Opened, theme: str) -> tuple[Question, ...]:
    questions = scan.intake if theme == INTAKE else scan.asked_in(theme)
    if not questions:
        raise NotFound
    return questions


def question_of(scan: Opened, item: str) -> Question:
    """Return a question of this scan; raise `NotFound`."""
    question = scan.questionnaire.questions.get(item)
    if question is None or not scan.visibility.exists(question):
        raise NotFound
    return question


def _theme_page(
    scan: Opened, questions: tuple[Question, ...], theme: str, turns: Turns = NOTHING_SENT
) -> Response:
    themes = tuple(scan.themes)
    places = (
        question.id
        for question in scan.questionnaire.questions.values()
        if scan.visibility.exists(question)
        and (theme in question.groups or (theme == INTAKE and not question.groups))
    )
    rows = _rows(scan, questions, turns)
    return page(
        "theme",
        status_of(turns),
        theme=next((group for group in themes if group.id == theme), None),
        name=theme,
        rows=rows,
        wrong=wrong_in(rows, visit.words()),
        places=tuple(places),
        progress=progress(questions, scan.confirmed),
        **_around(scan),
    )


def item_page(
    scan: Opened, question: Question, turns: Turns = NOTHING_SENT, *, way: Way | None = None
) -> Response:
    """Return the page of one question, on its way through a theme or another row of them."""
    if way is None or question.id not in way.places:
        way = _through_theme(scan, question)
    here = way.places.index(question.id) if question.id in way.places else -1
    rows = _rows(scan, (question,), turns)
    return page(
        "item",
        status_of(turns),
        row=rows[0],
        wrong=wrong_in(rows, visit.words()),
        shown=question.id in scan.asked,
        number=here + 1,
        count=len(way.places),
        theme=_group(scan, question.theme),
        way=way,
        previous=way.places[here - 1] if here > 0 else None,
        **_around(scan),
    )


def _through_theme(scan: Opened, question: Question) -> Way:
    beside = scan.asked_in(question.theme) if question.theme else scan.intake
    group, words = _group(scan, question.theme), visit.words()
    name = question.theme or INTAKE
    back = url_for("answering.theme", scan_id=scan.assessment.id, theme=name)
    title = words.text(group.title) if group else words("To begin with")
    places = tuple(one.id for one in beside)
    return Way(places, "answering.item", "answering.save_item", back, title)


def _meeting_page(scan: Opened, question: Question, turns: Turns = NOTHING_SENT) -> Response:
    places = list(scan.asked)
    here = places.index(question.id) if question.id in places else -1
    alike = [one.id for one in scan.asked.values() if one.scored == question.scored]
    return page(
        "meeting",
        status_of(turns),
        row=_rows(scan, (question,), turns)[0],
        number=alike.index(question.id) + 1 if question.id in alike else 0,
        count=len(alike),
        theme=_group(scan, question.theme),
        name=question.theme or INTAKE,
        previous=places[here - 1] if here > 0 else None,
        following=places[here + 1] if -1 < here < len(places) - 1 else None,
        **_around(scan),
    )


def _reply(scan: Opened, question: Question, turns: Turns) -> Response:
    """Answer a script: the state of the question, and the questions that it shows or hides."""
    led = scan.visibility.led_by(question.id)
    beside = scan.asked_in(question.theme) if question.theme else scan.intake
    turn, row = turns.get(question.id), _rows(scan, (question,), turns)[0]
    let_go = turn is not None and turn.status == 200 and turn.form.shows_anew
    shown = _rows(scan, tuple(one for one in led if one.id in scan.asked), NOTHING_SENT)
    if turn is not None and turn.status == 200 and not let_go:
        row = replace(row, version=turn.version)  # the page shows that one, not a later one
    return page(
        "reply",
        status_of(turns),
        row=row,
        let_go=let_go,
        level=1 if request.args.get("level") == "1" else 2,
        shown=shown,
        hidden=tuple(one.id for one in led if one.id not in scan.asked),
        progress=progress(beside, scan.confirmed),
        **(_around(scan) if shown or let_go else in_words(scan)),
    )


def _rows(scan: Opened, questions: tuple[Question, ...], turns: Turns) -> tuple[Asked, ...]:
    waiting = waiting_for(visit.reading(), scan) if questions else {}
    return tuple(
        asked(
            scan,
            question,
            visit.words(),
            number=number,
            turn=turns.get(question.id),
            asked_of=waiting.get(question.id, ""),
        )
        for number, question in enumerate(questions, start=1)
    )


def _around(scan: Opened) -> dict[str, object]:
    register = evidence_suggestions(visit.reading(), scan)
    part = taking_part(visit.reading(), scan)
    roles = tuple((role, _passable(role, label, part)) for role, label in _roles())
    may_answer = scan.may(Action.ANSWER)
    return {**around(scan), "may_answer": may_answer, "register": register, "roles": roles}


def _roles() -> Iterator[tuple[str, str]]:
    return ((role.id, visit.words().text(role.label)) for role in parts().library.roles)


def _passable(role: str, label: str, part: Mapping[str, str]) -> str:
    """Return a function with whether somebody of it takes part, and who when that may be seen."""
    if role not in part:
        return label
    words = visit.words()
    who = part[role] or words("takes part")
    return f"{label} ({who})"


def _group(scan: Opened, theme: str | None) -> Group | None:
    return next((group for group in scan.questionnaire.themes if group.id == theme), None)


def _after(scan: Opened, theme: str) -> str:
    """Return where to go after a theme: the next one, or the scan when it was the last."""
    scan_id = scan.assessment.id
    names = [INTAKE, *(group.id for group in scan.themes)]
    following = names[names.index(theme) + 1 :]
    if theme == INTAKE:
        return url_for("scan.show", scan_id=scan_id)
    if not following:
        return url_for("scan.show", scan_id=scan_id, seen="all")
    return url_for(".theme", scan_id=scan_id, theme=following[0])


def _beside(scan: Opened, question: Question, endpoint: str) -> str:
    """Return the next question that shows, or the scan after the last one."""
    scan_id = scan.assessment.id
    order = list(scan.questionnaire.questions)
    here = order.index(question.id)
    later = next((name for name in scan.asked if order.index(name) > here), None)
    if later is None:
        return url_for("scan.show", scan_id=scan_id, seen="all")
    return url_for(endpoint, scan_id=scan_id, item=later)

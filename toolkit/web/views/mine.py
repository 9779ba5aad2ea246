"""Somebody's own questions: the list, one at a time, and thanks at the end."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.domain.access import Action
from toolkit.services.list_own import asked_elsewhere
from toolkit.services.open_scan import Opened
from toolkit.services.own_questions import Mine, finish, mine_in, my_questions
from toolkit.services.own_questions import decline as give_back
from toolkit.services.own_questions import no_reminders as never_remind
from toolkit.web import visit
from toolkit.web.calendars import as_calendar, own_day
from toolkit.web.keeping import keep, say_passed, status_of, to_two_sides
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views import region
from toolkit.web.views.answering import Way, item_page, question_of
from toolkit.web.views.scan import around, opened


def index(scan_id: str) -> ResponseReturnValue:
    """Show somebody's own questions with what became of each."""
    mine = _mine(scan_id)
    may_answer, regions = mine.scan.may(Action.ANSWER), region.overviews()
    return page(
        "mine",
        mine=mine,
        may_answer=may_answer,
        regions=regions,
        elsewhere=_asked_elsewhere(),
        **around(mine.scan),
    )


def begin(scan_id: str) -> ResponseReturnValue:
    """Lead to the first question that is still open, or to the list; what is once stands there."""
    mine = _mine(scan_id)
    once = mine.own.once or _asked_elsewhere()
    if once or not mine.own.open or not mine.scan.may(Action.ANSWER):
        return redirect(url_for(".index", scan_id=scan_id), 303)
    return redirect(url_for(".item", scan_id=scan_id, item=mine.own.open[0]), 303)


def item(scan_id: str, item: str) -> ResponseReturnValue:
    """Show one question of somebody's own."""
    scan = opened(scan_id)
    return item_page(scan, question_of(scan, item), way=_way(scan))


def save_item(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep one answer and go on to the next; after the last one, say thanks."""
    scan = opened(scan_id)
    question = question_of(scan, item)
    way = _way(scan)
    after, turns = keep(scan, (question,))
    if status_of(turns) != 200:
        return item_page(after, question, turns, way=way)
    two_sides = to_two_sides(after, turns, "mine")
    if two_sides is not None:
        return two_sides
    say_passed(turns)
    following = way.after(item)
    if following:
        return redirect(url_for(".item", scan_id=scan_id, item=following), 303)
    if _mine(scan_id).own.open_here or region.waits_in(scan_id):
        return redirect(url_for(".index", scan_id=scan_id), 303)
    return done(scan_id)


def done(scan_id: str) -> ResponseReturnValue:
    """Keep that somebody is done."""
    with visit.writing() as connection:
        finish(visit.actor(), connection, parts().shelf, scan_id, at=visit.now())
    return redirect(url_for(".thanks", scan_id=scan_id), 303)


def thanks(scan_id: str) -> ResponseReturnValue:
    """Say what somebody gave, and what comes of it."""
    mine = _mine(scan_id)
    return page("thanks", mine=mine, **around(mine.scan))


def no_reminders(scan_id: str) -> ResponseReturnValue:
    """Keep that somebody wants no reminders."""
    with visit.writing() as connection:
        never_remind(visit.actor(), connection, parts().shelf, scan_id)
    words = visit.words()
    say(words("You get no reminders about these questions."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def decline(scan_id: str) -> ResponseReturnValue:
    """Pass all open questions on."""
    sent = request.form.get("ask", "")
    role = sent if sent in parts().library.roles_by_id else ""
    with visit.writing() as connection:
        give_back(visit.actor(), connection, parts().shelf, scan_id, role, at=visit.now())
    words = visit.words()
    say(words("Thank you for saying so. Your questions were passed on."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def due(scan_id: str) -> ResponseReturnValue:
    """Give the day before which somebody was asked to answer, for their agenda."""
    return as_calendar(own_day(_mine(scan_id), visit.words()), at=visit.now())


def _mine(scan_id: str) -> Mine:
    return my_questions(visit.actor(), visit.reading(), parts().shelf, scan_id)


def _asked_elsewhere() -> bool:
    return asked_elsewhere(visit.actor(), visit.reading(), parts().shelf)


def _way(scan: Opened) -> Way:
    words, own = visit.words(), mine_in(scan, visit.reading(), parts().shelf).own
    back = url_for("mine.index", scan_id=scan.assessment.id)
    places = tuple(one.id for one in own.here)
    return Way(places, "mine.item", "mine.save_item", back, words("Your questions"))

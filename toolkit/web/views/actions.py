"""Actions: what will be done, by whom, when, and how a child will notice."""

from __future__ import annotations

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.documents.words import STATUS
from toolkit.domain.access import Action
from toolkit.domain.days import day_of
from toolkit.domain.planning import OPEN
from toolkit.services.export_scan import note_taken_along
from toolkit.services.make_table import Layout, What, action_days, make_table
from toolkit.services.plan_action import (
    ActionChanged,
    Plan,
    add_action,
    change_action,
    history,
    move_action,
    note_reminder,
    open_plan,
    reach,
    remove_action,
)
from toolkit.services.relatives import relatives
from toolkit.storage.surroundings import KeptAction
from toolkit.web import visit
from toolkit.web.action_list import OWN_ORDER, action_list
from toolkit.web.action_page import reminder, shown_texts, steps_said
from toolkit.web.days import today
from toolkit.web.forms.action_form import NEW, ActionForm
from toolkit.web.forms.kept_form import CHANGED
from toolkit.web.forms.rules import STATUSES
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.tables import CALENDAR, MEDIA, handed_out
from toolkit.web.views.scan import around

WAYS = {"up": -1, "down": 1}


def index(scan_id: str) -> ResponseReturnValue:
    """Show the actions that somebody wants to see, and what they touch."""
    known = _plan(scan_id)
    later = relatives(known.scan.actor, visit.reading(), known.scan.assessment).later
    listed, words = action_list(known, request.args, today()), visit.words()
    return page(
        "actions",
        plan=known,
        listed=listed,
        theme_options=tuple((one.id, words.text(one.title)) for one in listed.themes),
        reach=reach(visit.reading(), known),
        later=later,
        statuses=_statuses(),
        **around(known.scan),
    )


def new(scan_id: str) -> ResponseReturnValue:
    """Show the form of a new action."""
    return _action_page(_to_plan(scan_id), NEW, ActionForm.of(NEW))


def add(scan_id: str) -> ResponseReturnValue:
    """Add an action of one's own."""
    known = _to_plan(scan_id)
    form = ActionForm.of(NEW, request.form)
    if not form.accepted(visit.words(), parts().library):
        return _action_page(known, NEW, form, 422)
    actor, shelf, action = visit.actor(), parts().shelf, form.read(NEW).action
    with visit.writing() as connection:
        add_action(actor, connection, shelf, scan_id, action, at=visit.now())
    words = visit.words()
    say(words("Added to the actions."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def take_along(scan_id: str) -> ResponseReturnValue:
    """Hand out the action plan, or its days for an agenda; a form, as it is written down."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    wanted = request.form.get("as", "")
    ending = wanted if wanted in MEDIA else Layout.XLSX.value
    if ending == CALENDAR:
        data = action_days(actor, visit.reading(), shelf, scan_id, words)
    else:
        content, asked = (shelf, parts().library), (What.PLAN, Layout(ending))
        data = make_table(actor, visit.reading(), content, scan_id, asked, words, day=today())
    with visit.writing() as connection:
        note_taken_along(actor, connection, scan_id, by=actor.account, at=visit.now())
    return handed_out(data, words("Actions"), ending)


def show(scan_id: str, action: str) -> ResponseReturnValue:
    """Show an action with its history; who may plan sees it as a form."""
    known = _plan(scan_id)
    kept = known.action(action)
    return _action_page(known, kept, ActionForm.of(kept))


def change(scan_id: str, action: str) -> ResponseReturnValue:
    """Keep an action; stale is 409 with both texts."""
    known = _to_plan(scan_id)
    kept = known.action(action)
    form = ActionForm.of(kept, request.form)
    if not form.accepted(visit.words(), parts().library):
        return _action_page(known, kept, form, 422)
    actor, shelf = visit.actor(), parts().shelf
    try:
        with visit.writing() as connection:
            change_action(actor, connection, shelf, scan_id, form.read(kept), at=visit.now())
    except ActionChanged as changed:
        return _action_page(known, kept, form, 409, theirs=changed.theirs)
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def remove(scan_id: str, action: str) -> ResponseReturnValue:
    """Take an action away, unless a colleague changed it."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    seen, at = ActionForm.of(NEW, request.form).seen, visit.now()
    try:
        with visit.writing() as connection:
            remove_action(actor, connection, shelf, scan_id, action, seen=seen, at=at)
    except ActionChanged as changed:
        say(words(CHANGED), "warning")
        return _action_page(_to_plan(scan_id), changed.theirs, ActionForm.of(changed.theirs), 409)
    say(words("The action is removed."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def remind(scan_id: str, action: str) -> ResponseReturnValue:
    """Write down that whoever does it was asked how far it is."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    with visit.writing() as connection:
        note_reminder(actor, connection, shelf, scan_id, action, at=visit.now())
    say(words("Written down: you asked how far this is."))
    return redirect(url_for(".show", scan_id=scan_id, action=action), 303)


def move(scan_id: str, action: str) -> ResponseReturnValue:
    """Move an action one place up or down."""
    by = WAYS.get(request.form.get("way", ""))
    if by is None:
        raise BadRequest
    actor, shelf = visit.actor(), parts().shelf
    with visit.writing() as connection:
        move_action(actor, connection, shelf, scan_id, action, by=by)
    return redirect(
        url_for(".index", scan_id=scan_id, order=OWN_ORDER, _anchor=f"action-{action}"), 303
    )


def _plan(scan_id: str) -> Plan:
    return open_plan(visit.actor(), visit.reading(), parts().shelf, scan_id)


def _to_plan(scan_id: str) -> Plan:
    known = _plan(scan_id)
    known.scan.require(Action.PLAN)
    return known


def _action_page(
    known: Plan,
    kept: KeptAction,
    form: ActionForm,
    status: int = 200,
    *,
    theirs: KeptAction | None = None,
) -> Response:
    questions = known.scan.questionnaire.questions
    words = visit.words()
    return page(
        "action",
        status,
        kept=kept,
        form=form,
        statuses=_statuses(),
        shown=shown_texts(kept.action, words),
        about=[questions[item] for item in kept.action.items if item in questions],
        steps=steps_said(history(visit.reading(), known, kept.id), words) if kept.id else (),
        letter=reminder(kept.action, words) if kept.action.status in OPEN else None,
        asked_on=day_of(kept.reminded) if kept.reminded else None,
        theirs=theirs and shown_texts(theirs.action, words),
        theirs_version=theirs.version if theirs else 0,
        **around(known.scan),
    )


def _statuses() -> tuple[tuple[str, str], ...]:
    words = visit.words()
    return tuple((status, words(STATUS[status])) for status in STATUSES)

"""The plan of a workshop, for whoever holds it: agenda, phases, the card “wie belt wie”."""

from __future__ import annotations

from functools import partial

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.domain import workshop_change
from toolkit.domain.workshop_phases import phase_kept, phase_moved, phase_removed
from toolkit.domain.workshop_plan import Plan, PlannedPhase
from toolkit.domain.workshop_route import RouteLine, route_card
from toolkit.domain.workshop_whole import WontFit
from toolkit.services.change_plan import Change, card_choice, change_plan, own_id
from toolkit.services.open_workshop import Held
from toolkit.services.plan_workshop import PlanChanged
from toolkit.storage.assessments import NotFound
from toolkit.web import visit
from toolkit.web.agenda_page import agenda_rows, pressed
from toolkit.web.days import today
from toolkit.web.forms.kept_form import KeptForm, version_in
from toolkit.web.forms.plan_form import NEW, AgendaForm, PhaseForm, RouteForm
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.plan_words import CHANGED, why_not
from toolkit.web.prepared import held_by_me
from toolkit.wording import N_

WAYS = {"up": -1, "down": 1}
KEPT = N_("Saved.")
STORY_KEPT = N_("Saved. The phases of the story have their share of the new minutes.")
ASK_AGAIN = N_(
    "Saved. The supporting organisation agreed with the story as it was: put it before them as it is now."
)


def agenda(workshop_id: str) -> ResponseReturnValue:
    """Show the minutes of every point."""
    held = held_by_me(workshop_id)
    return _agenda_page(held, AgendaForm.of(held.plan, held.kept.version))


def keep_agenda(workshop_id: str) -> ResponseReturnValue:
    """Keep the minutes as they were typed, and do what was pressed."""
    held, words = held_by_me(workshop_id), visit.words()
    form = AgendaForm.of(held.plan, held.kept.version, request.form)
    change = pressed(form, parts().library.workshop, visit.language())
    if change is None:
        raise BadRequest
    if not form.accepted(words, parts().library):
        return _agenda_page(held, form, 422)
    try:
        plan = _keep(workshop_id, change, form.seen)
    except WontFit as problem:
        return _agenda_page(held, form, 422, wont_fit=why_not(problem, words))
    except PlanChanged:
        return _agenda_page(held_by_me(workshop_id), form, 409)
    say(words(KEPT if plan.phases == held.plan.phases else STORY_KEPT))
    return redirect(url_for(".agenda", workshop_id=workshop_id), 303)


def phase(workshop_id: str, phase: str) -> ResponseReturnValue:
    """Show one phase, or the form of a new one."""
    held = held_by_me(workshop_id)
    known = _phase(held, phase)
    if known is None and phase != NEW:
        raise NotFound(phase)
    return _phase_page(held, known, _phase_form(held, known))


def keep_phase(workshop_id: str, phase: str) -> ResponseReturnValue:
    """Keep a phase as it was sent."""
    return _save_phase(workshop_id, phase)


def add_phase(workshop_id: str) -> ResponseReturnValue:
    """Add a phase of one's own."""
    return _save_phase(workshop_id, NEW)


def move(workshop_id: str, phase: str) -> ResponseReturnValue:
    """Move a phase one place up or down."""
    by = WAYS.get(request.form.get("way", ""))
    if by is None:
        raise BadRequest
    return _change_phases(workshop_id, phase, partial(phase_moved, name=phase, by=by))


def remove(workshop_id: str, phase: str) -> ResponseReturnValue:
    """Take a phase away."""
    return _change_phases(workshop_id, phase, partial(phase_removed, name=phase))


def route(workshop_id: str) -> ResponseReturnValue:
    """Show the open places of the card, and where it leads nowhere."""
    held = held_by_me(workshop_id)
    return _route_page(held, RouteForm.of(held.plan, held.kept.version))


def keep_route(workshop_id: str) -> ResponseReturnValue:
    """Keep what was filled in."""
    held, words = held_by_me(workshop_id), visit.words()
    form = RouteForm.of(held.plan, held.kept.version, request.form)
    if not form.accepted(words, parts().library):
        return _route_page(held, form, 422)
    written = form.read([line.number for line in _open_lines(held)])
    try:
        _keep(workshop_id, lambda plan: plan.changed(route=written), form.seen)
    except PlanChanged:
        return _route_page(held_by_me(workshop_id), form, 409)
    say(words(KEPT))
    return redirect(url_for(".route", workshop_id=workshop_id), 303)


def _keep(workshop_id: str, change: Change, seen: int) -> Plan:
    actor, known = visit.actor(), parts()
    with visit.writing() as connection:
        return change_plan(
            actor, connection, known.shelf, known.library, workshop_id, change, seen=seen
        )


def _agenda_page(
    held: Held, form: AgendaForm, status: int = 200, *, wont_fit: str = ""
) -> Response:
    texts = parts().library.workshop
    return _plan_page(
        "workshop_agenda",
        held,
        form,
        status,
        rows=agenda_rows(held.plan, form),
        wont_fit=wont_fit,
        left_out=workshop_change.left_out(held.plan, texts),
    )


def _phase(held: Held, name: str) -> PlannedPhase | None:
    return next((one for one in held.plan.phases if one.id == name), None)


def _phase_form(held: Held, known: PlannedPhase | None, *, sent: bool = False) -> PhaseForm:
    offered = [one.id for one in card_choice(held, known.id if known else NEW)]
    answers = request.form if sent else None
    return PhaseForm.of(known, held.kept.version, visit.words(), offered, answers)


def _save_phase(workshop_id: str, name: str) -> ResponseReturnValue:
    """Keep a phase that is there, or add one; what was typed about one that went is not lost."""
    held, words = held_by_me(workshop_id), visit.words()
    known = _phase(held, name)
    form = _phase_form(held, known, sent=True)
    if known is None and name != NEW:
        return _phase_page(held, None, form, 409)
    if not form.accepted(words, parts().library):
        return _phase_page(held, known, form, 422)
    phase = form.read(known.id if known else own_id(), known, words)
    try:
        plan = _keep(workshop_id, partial(phase_kept, phase=phase), form.seen)
    except WontFit as problem:
        form.minutes.errors = (why_not(problem, words),)
        return _phase_page(held, known, form, 422)
    except PlanChanged:
        held = held_by_me(workshop_id)
        return _phase_page(held, _phase(held, name), form, 409)
    return _kept_phases(held, plan)


def _phase_page(
    held: Held, known: PlannedPhase | None, form: PhaseForm, status: int = 200
) -> Response:
    words = visit.words()
    cards = tuple(
        (one.id, words.text(one.item.question))
        for one in card_choice(held, known.id if known else NEW)
    )
    return _plan_page("workshop_phase", held, form, status, phase=known, cards=cards)


def _change_phases(workshop_id: str, name: str, change: Change) -> ResponseReturnValue:
    """Do something with a phase from the page with the agenda; say why when it will not fit."""
    held, words = held_by_me(workshop_id), visit.words()
    form = AgendaForm.of(held.plan, held.kept.version)
    if _phase(held, name) is None:
        raise NotFound(name)
    seen = version_in(request.form.get("version", ""))
    try:
        plan = _keep(workshop_id, change, seen)
    except WontFit as problem:
        return _agenda_page(held, form, 422, wont_fit=why_not(problem, words))
    except PlanChanged:
        return _agenda_page(held_by_me(workshop_id), form, 409)
    return _kept_phases(held, plan)


def _kept_phases(held: Held, plan: Plan) -> ResponseReturnValue:
    say(visit.words()(ASK_AGAIN if plan.consent != held.plan.consent else KEPT))
    return redirect(url_for(".agenda", workshop_id=held.id), 303)


def _open_lines(held: Held) -> tuple[RouteLine, ...]:
    """Return the lines of the card with a place to fill in."""
    lines = route_card(held.plan, parts().library, today())
    return tuple(line for line in lines if any(len(said) > 1 for said in line.pieces.values()))


def _route_page(held: Held, form: RouteForm, status: int = 200) -> Response:
    card, language = route_card(held.plan, parts().library, today()), visit.language()
    pieces = (line.pieces.get(language) or next(iter(line.pieces.values())) for line in card)
    lines = tuple(zip(card, pieces, strict=True))
    labels = {f"line_{line.number}": said[0] for line, said in lines}
    dead = sum(line.dead_end is not None for line in card)
    return _plan_page("workshop_route", held, form, status, lines=lines, labels=labels, dead=dead)


def _plan_page(name: str, held: Held, form: KeptForm, status: int, **more: object) -> Response:
    """Return a page of the plan; who saves after somebody else writes over what is kept now."""
    stale = status == 409
    if stale:
        form.version.data, form.over.data = str(held.kept.version), ""
    return page(
        name,
        status,
        held=held,
        plan=held.plan,
        form=form,
        stale=visit.words()(CHANGED) if stale else "",
        theirs=None,
        library=parts().library,
        municipality=held.plan.municipality,
        fictional=held.plan.fictional,
        **more,
    )

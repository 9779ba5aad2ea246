"""Workshops of whoever is asking: beginning one, and its proposal that can be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.words import SCAN_STATE
from toolkit.domain.access import Action, may, may_somewhere
from toolkit.domain.days import day_of
from toolkit.domain.workshop_agenda import TooLong, TooShort
from toolkit.domain.workshop_plan import Consent, Plan
from toolkit.domain.workshop_proposal import NoScenario, Wishes
from toolkit.services.list_scans import list_scans
from toolkit.services.open_workshop import Held
from toolkit.services.plan_workshop import (
    MOST,
    FromName,
    FromScan,
    PlanChanged,
    TooManyWorkshops,
    begin_workshop,
    keep_plan,
    list_workshops,
    propose_anew,
    remove_workshop,
    set_day,
)
from toolkit.services.prepare_workshop import NoScenarios
from toolkit.services.score_scan import OnePersonOnly
from toolkit.storage.assessments import Assessment
from toolkit.storage.workshops import KeptWorkshop
from toolkit.web import visit
from toolkit.web.forms.kept_form import version_in
from toolkit.web.forms.rules import NOT_OFFERED
from toolkit.web.forms.workshop_form import (
    TOO_LONG,
    TOO_SHORT,
    NameForm,
    WorkshopForm,
)
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.plan_words import CHANGED
from toolkit.web.prepared import CONSENT, around_workshop, held_by_me, held_to_write, reasons
from toolkit.web.views.home import title_of
from toolkit.wording import N_

NO_CASES = N_(
    "This questionnaire has no workshop cases. Choose another scan, or begin from a name."
)
NO_SCAN = N_("Choose a scan.")
FULL = N_(
    "You keep %(most)s workshops here; there is no room for more. Remove one that is over first."
)
CONFLICT = 409
Change = Callable[[Held, int], None]


@dataclass(frozen=True, slots=True)
class Listed:
    """A workshop in the list: whose it is, its day, and its story."""

    id: str
    municipality: str
    day: date | None
    story: str
    fictional: bool
    begun: date


def index() -> ResponseReturnValue:
    """Show the workshops of whoever is asking, and the ways to begin one."""
    return _index(NameForm())


def begin() -> ResponseReturnValue:
    """Begin a workshop, from a scan or from a name only."""
    actor, words, known = visit.actor(), visit.words(), parts()
    sent = None if request.form.get("from") == "name" else request.form.get("scan")
    form = NameForm(request.form)
    if sent == "":
        return _index(NameForm(), scan=words(NO_SCAN))
    if sent is None and not form.sound(words):
        return _index(form, status=422)
    begun = FromScan(sent, words("this municipality")) if sent else FromName(form.written("name"))
    try:
        with visit.writing() as connection:
            name = begin_workshop(
                actor, connection, known.shelf, known.library, begun, at=visit.now()
            )
    except (NoScenarios, OnePersonOnly):
        return _index(NameForm(), scan=words(NO_CASES))
    except TooManyWorkshops:
        return _index(form, full=words(FULL, most=words.number(MOST)))
    return redirect(url_for(".show", workshop_id=name), 303)


def show(workshop_id: str) -> ResponseReturnValue:
    """Show what is proposed, with the reasons, and what is still to do."""
    held = held_by_me(workshop_id)
    return _page(held, _form(held))


def change(workshop_id: str) -> ResponseReturnValue:
    """Keep another day; another length or story makes a new proposal."""
    held, words = held_by_me(workshop_id), visit.words()
    form = _form(held, sent=True)
    if not form.sound(words):
        return _page(held, form, status=422)
    try:
        return _keep(workshop_id, lambda held, seen: _change(held, form, seen), form=form)
    except NoScenario:
        form.scenario.errors = (words(NOT_OFFERED),)
    except TooShort as short:
        form.hours.errors = (words(TOO_SHORT, least=words.number(short.least)),)
    except TooLong:
        form.hours.errors = (words(TOO_LONG),)
    return _page(held_by_me(workshop_id), form, status=422)


def coming(workshop_id: str) -> ResponseReturnValue:
    """Keep which chairs are taken."""
    every = {seat.id for seat in parts().library.workshop.seats}
    taken = tuple(dict.fromkeys(one for one in request.form.getlist("coming") if one in every))

    def keep(held: Held, seen: int) -> None:
        keep_plan(held, held.plan.changed(coming=taken), seen=seen)

    return _keep(workshop_id, keep, where="room", coming=taken)


def consent(workshop_id: str) -> ResponseReturnValue:
    """Keep what the supporting organisation said."""
    answer = request.form.get("consent", "")
    said = next((one for one, _ in CONSENT if one == answer), held_by_me(workshop_id).plan.consent)

    def keep(held: Held, seen: int) -> None:
        keep_plan(held, held.plan.changed(consent=said), seen=seen)

    return _keep(workshop_id, keep, where="organisation", consent=said)


def remove(workshop_id: str) -> ResponseReturnValue:
    """Take a workshop away, once somebody said so with a tick."""
    words = visit.words()
    if request.form.get("sure") != "yes":
        held = held_by_me(workshop_id)
        say(words("Nothing was removed. Tick that you are sure first."), "warning")
        return redirect(url_for(".show", workshop_id=held.id, _anchor="remove"), 303)
    with held_to_write(workshop_id) as held:
        remove_workshop(held, at=visit.now())
    say(words("The workshop was removed, with its notebook and its pack."))
    return redirect(url_for(".index"), 303)


def _change(held: Held, form: WorkshopForm, seen: int) -> None:
    day = form.chosen_day
    if not form.asks_anew(held.plan):
        set_day(held, day, seen=seen)
        return
    propose_anew(held, Wishes(form.minutes, form.written("scenario") or None), day, seen=seen)


def _keep(
    workshop_id: str,
    change: Change,
    *,
    where: str = "",
    form: WorkshopForm | None = None,
    coming: tuple[str, ...] | None = None,
    consent: Consent | None = None,
) -> ResponseReturnValue:
    """Change the plan over the version that was seen; stale is 409, with what was chosen."""
    words = visit.words()
    try:
        with held_to_write(workshop_id) as held:
            change(held, version_in(request.form.get("version", "")))
    except PlanChanged:
        held = held_by_me(workshop_id)
        return _page(held, form or _form(held), coming, consent, status=409)
    say(words("Saved."))
    return redirect(url_for(".show", workshop_id=workshop_id, _anchor=where or None), 303)


def _form(held: Held, *, sent: bool = False) -> WorkshopForm:
    kept = held.kept
    data = request.form if sent else None
    return WorkshopForm.of(held.plan, kept.version, kept.day, visit.words(), data)


def _page(
    held: Held,
    form: WorkshopForm,
    coming: tuple[str, ...] | None = None,
    consent: Consent | None = None,
    *,
    status: int = 200,
) -> Response:
    """Return the proposal; what was chosen and not kept stands in its place."""
    words = visit.words()
    return page(
        "workshop",
        status,
        form=form,
        coming=held.plan.coming if coming is None else coming,
        consent=consent or held.plan.consent,
        changed=words(CHANGED) if status == CONFLICT else "",
        may_see=held.scan is not None,
        **reasons(held, words),
        **around_workshop(held),
    )


def _index(form: NameForm, *, scan: str = "", full: str = "", status: int = 200) -> Response:
    actor = visit.actor()
    every = list_workshops(actor, visit.reading())
    listed = (one.scan for one in list_scans(actor, visit.reading()))
    scans = tuple((one.id, _scan_name(one)) for one in listed if _may_use(one))
    return page(
        "workshops",
        422 if scan or full else status,
        form=form,
        scan_error=scan,
        full=full,
        workshops=tuple(_listed(one) for one in every),
        scans=scans,
        chosen=request.values.get("scan", scans[0][0] if len(scans) == 1 else ""),
        may_begin=may_somewhere(actor, Action.HOLD_WORKSHOP),
        may_import=may_somewhere(actor, Action.IMPORT),
    )


def _may_use(scan: Assessment) -> bool:
    place, state = scan.municipality, scan.state
    return may(visit.actor(), Action.HOLD_WORKSHOP, place, state, scan.id)


def _scan_name(scan: Assessment) -> str:
    words = visit.words()
    state = words(SCAN_STATE[scan.state])
    named = (scan.municipality_name, title_of(scan), state)
    return " · ".join(filter(None, named))


def _listed(kept: KeptWorkshop) -> Listed:
    """Return a row of the list: without opening what each workshop is about."""
    plan = Plan.model_validate(kept.plan, by_name=True)
    story = visit.words().text(plan.story.title) if plan.story else ""
    return Listed(kept.id, plan.municipality, kept.day, story, plan.fictional, day_of(kept.begun))

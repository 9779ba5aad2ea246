"""A scan as a whole: beginning one, and seeing how far it is."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.catalogue.opening import FIRST
from toolkit.documents import scanfile
from toolkit.domain.access import Action
from toolkit.domain.progress import needed, progress
from toolkit.domain.questionnaire import Question
from toolkit.paths import EXAMPLE
from toolkit.services.decide_offer import offers_beside
from toolkit.services.finished_before import by_question, finished_before
from toolkit.services.frame_scan import before_framing, name_municipality
from toolkit.services.import_scan import import_example
from toolkit.services.list_scans import list_scans
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.own_place import own_place
from toolkit.services.relatives import relatives
from toolkit.services.start_scan import NoSuchRound, WantedScan, start_scan
from toolkit.web import visit
from toolkit.web.asked import asked, said, wrong_in
from toolkit.web.forms.frame_form import FrameForm
from toolkit.web.keeping import NOTHING_SENT, Turns, keep, status_of, unsent
from toolkit.web.pages import page
from toolkit.web.parts import parts
from toolkit.web.plan import Step, plan
from toolkit.web.views.home import numbers, title_of

INTAKE = "intake"


def begin() -> ResponseReturnValue:
    """Begin a scan for the municipality of whoever is signed in."""
    chosen = request.form
    wanted = WantedScan(chosen.get("questionnaire", ""), chosen.get("selection") or None)
    actor, shelf = visit.actor(), parts().shelf
    place = own_place(actor, visit.reading(), Action.START)
    try:
        with visit.writing() as connection:
            scan_id = start_scan(actor, connection, shelf, place, wanted, at=visit.now())
    except NoSuchRound:
        raise BadRequest from None
    return redirect(url_for(".show", scan_id=scan_id), 303)


def example() -> ResponseReturnValue:
    """Open the invented example; it is made the first time."""
    actor, shelf = visit.actor(), parts().shelf
    invented = scanfile.read_file(EXAMPLE, shelf)
    with visit.writing() as connection:
        scan_id = import_example(actor, connection, shelf, invented, at=visit.now())
    return redirect(url_for("outcome.show", scan_id=scan_id), 303)


def to_example() -> ResponseReturnValue:
    """Lead to the outcome of the example; to the start page when it was never made."""
    listed = list_scans(visit.actor(), visit.reading())
    invented = next((one.scan.id for one in listed if one.scan.fictional), None)
    if invented is None:
        return redirect(url_for("home.doors"), 303)
    return redirect(url_for("outcome.show", scan_id=invented), 303)


def show(scan_id: str) -> ResponseReturnValue:
    """Show how far the scan is, theme by theme, and what comes next."""
    scan = opened(scan_id)
    return _page(scan, FrameForm.of(scan))


def frame(scan_id: str) -> ResponseReturnValue:
    """Keep the name of the municipality, and what was answered to the first questions."""
    actor, shelf = visit.actor(), parts().shelf
    scan = before_framing(actor, visit.reading(), shelf, scan_id)
    form = FrameForm.of(scan, request.form)
    if not form.sound(visit.words()):
        return _page(scan, form, unsent(_first(scan)), status=422)
    name = str(form.name.data)
    _, turns = keep(
        scan,
        _first(scan),
        beside=lambda connection: name_municipality(
            actor, connection, shelf, scan_id, name, at=visit.now()
        ),
    )
    if status_of(turns) != 200:
        return _page(opened(scan_id), form, turns, status=status_of(turns))
    return redirect(url_for(".show", scan_id=scan_id), 303)


def opened(scan_id: str) -> Opened:
    """Return the scan of this address; raise `NotFound`, also when it is not for this person."""
    return open_scan(visit.actor(), visit.reading(), parts().shelf, scan_id)


def around(scan: Opened) -> dict[str, object]:
    """Return what every page of a scan has around it."""
    return {
        **in_words(scan),
        "offers": offers_beside(visit.reading(), scan),
        "finished": by_question(finished_before(visit.reading(), parts().shelf, scan)),
    }


def in_words(scan: Opened) -> dict[str, object]:
    """Return what every part of a page of a scan may say."""
    frame, library, words = scan.assessment, parts().library, visit.words()
    return {
        "scan": scan,
        "scan_title": title_of(frame),
        "library": library,
        "roles": tuple((role.id, words.text(role.label)) for role in library.roles),
        "said": lambda answer, question: said(answer, question, words),
        "municipality": frame.municipality_name,
        "fictional": frame.fictional,
    }


def _first(scan: Opened) -> tuple[Question, ...]:
    """Return the questions that are answered beside the name, if the questionnaire has them."""
    return tuple(question for question in scan.intake if question.id in FIRST)


def _step(step: Step, scan_id: str) -> tuple[str, bool, str, str]:
    """Return what a page says of a step of the plan: its words, whether it is done, how long, where."""
    words, minutes = visit.words(), step.minutes
    time = words.plural("%(num)s minute", "%(num)s minutes", minutes, num=minutes)
    where = url_for(step.endpoint, scan_id=scan_id) if step.endpoint else ""
    return words(step.label), step.done, time, where


def _page(
    scan: Opened, form: FrameForm, turns: Turns = NOTHING_SENT, *, status: int = 200
) -> ResponseReturnValue:
    words = visit.words()
    scored = tuple(question for question in scan.asked.values() if question.scored)
    first = tuple(asked(scan, one, words, turn=turns.get(one.id)) for one in _first(scan))
    roles = parts().library
    return page(
        "scan",
        status,
        form=form,
        first=first,
        wrong=(*(("name", str(error)) for error in form.name.errors), *wrong_in(first, words)),
        later=scan.open_in(tuple(one for one in scan.intake if one.id not in FIRST)),
        whole=progress(scored, scan.confirmed),
        intake=progress(scan.intake, scan.confirmed),
        themes=tuple(
            (theme, progress(scan.asked_in(theme.id), scan.confirmed)) for theme in scan.themes
        ),
        steps=tuple(_step(step, scan.assessment.id) for step in plan(scan)),
        seen_all=request.args.get("seen") == "all",
        relatives=relatives(scan.actor, visit.reading(), scan.assessment),
        needed=tuple((roles.role(name), count) for name, count in needed(scored).items()),
        **numbers(),
        **around(scan),
    )

"""Asks of each case whether it resembles something that is known here: yes or no, nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.services.plan_workshop import PlanChanged, known_of, say_known, say_known_here
from toolkit.web import visit
from toolkit.web.forms.kept_form import version_in
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.plan_words import CHANGED
from toolkit.web.prepared import held_to_write
from toolkit.web.views.scan import around, opened

SAYS = {"yes": True, "no": False}


def show(scan_id: str) -> ResponseReturnValue:
    """Show every case that a workshop about this scan could tell."""
    scan = opened(scan_id)
    said = known_of(scan.actor, visit.reading(), parts().shelf, scan_id)
    frame = scan.assessment
    return page(
        "known_cases",
        cases=parts().shelf.scenarios(frame.questionnaire, frame.edition),
        known=said,
        **around(scan),
    )


def keep(scan_id: str) -> ResponseReturnValue:
    """Keep what was answered; a case without an answer stays as it was."""
    actor, shelf, said, words = visit.actor(), parts().shelf, _said(request.form), visit.words()
    with visit.writing() as connection:
        say_known(actor, connection, shelf, scan_id, said, at=visit.now())
    say(words("Saved. A case that resembles something known is never proposed."))
    return redirect(url_for("scan.show", scan_id=scan_id), 303)


def tick(workshop_id: str) -> ResponseReturnValue:
    """Keep the same for a workshop that began with a name only."""
    words = visit.words()
    try:
        with held_to_write(workshop_id) as held:
            seen = version_in(request.form.get("version", ""))
            say_known_here(held, {**held.said_known, **_said(request.form)}, seen=seen)
    except PlanChanged:
        say(words(CHANGED), "warning")
    else:
        say(words("Saved. A case that resembles something known is never proposed."))
    return redirect(url_for("workshops.show", workshop_id=workshop_id, _anchor="known"), 303)


def _said(sent: Mapping[str, str]) -> dict[str, bool]:
    """Return what was answered by case."""
    prefix = "case-"
    return {
        name.removeprefix(prefix): SAYS[answer]
        for name, answer in sent.items()
        if name.startswith(prefix) and answer in SAYS
    }

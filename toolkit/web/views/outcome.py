"""From answers to outcome: looking over, seeing what it amounts to, making it final."""

from __future__ import annotations

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.documents.report_html import report_context
from toolkit.domain.access import Action
from toolkit.domain.report_rows import MinimumRow
from toolkit.domain.scoring.result import MinimumState
from toolkit.domain.scoring.trace import explain
from toolkit.services import review
from toolkit.services.finalise import finalise
from toolkit.services.outcome import NoSuchAdvice, Outcome, outcome, take_up
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened

QUICK_SHOWN, UNKNOWN_SHOWN = 3, 3


def look_over(scan_id: str) -> ResponseReturnValue:
    """Show what deserves a look before the outcome; nothing of it stops anybody."""
    found = review.review(visit.actor(), visit.reading(), parts().shelf, scan_id)
    return page("review", review=found, **around(found.scan))


def to_outcome(scan_id: str) -> ResponseReturnValue:
    """End the answering for now and go to the outcome."""
    actor, shelf = visit.actor(), parts().shelf
    with visit.writing() as connection:
        review.to_review(actor, connection, shelf, scan_id, at=visit.now())
    return redirect(url_for(".show", scan_id=scan_id), 303)


def reopen(scan_id: str) -> ResponseReturnValue:
    """Go on answering; when asked for, at the first question that is open or unconfirmed."""
    actor, shelf = visit.actor(), parts().shelf
    with visit.writing() as connection:
        review.reopen(actor, connection, shelf, scan_id, at=visit.now())
    scan = opened(scan_id)
    scored = tuple(question for question in scan.asked.values() if question.scored)
    carried = (one for one in scored if scan.answer(one.id).carried)
    first = next(iter((*scan.open_in(scored), *carried)), None)
    if first is not None and request.form.get("to") == "open":
        return redirect(url_for("answering.item", scan_id=scan_id, item=first.id), 303)
    words = visit.words()
    say(words("You can change answers now. Afterwards you look it over and see the outcome again."))
    return redirect(url_for("scan.show", scan_id=scan_id), 303)


def show(scan_id: str) -> ResponseReturnValue:
    """Show the outcome on one screen."""
    found = _outcome(scan_id)
    facts = found.facts
    return page(
        "outcome",
        outcome=found,
        squares=tuple(_square(scan_id, row) for row in facts.minimum),
        counts=tuple((state.value, len(facts.of_state(state))) for state in _ORDER),
        quick=facts.quick[:QUICK_SHOWN],
        later=facts.quick[QUICK_SHOWN:],
        unknown=facts.unknown[:UNKNOWN_SHOWN],
        **_context(found),
    )


def theme(scan_id: str, theme: str) -> ResponseReturnValue:
    """Show where the figures of a theme come from: its answers, their weights, the rule."""
    found = _outcome(scan_id)
    said = next((one for one in found.facts.themes if one.group.id == theme), None)
    if said is None:
        raise NotFound
    worked = None if found.facts.short_round else explain(found.facts.result, theme)
    return page("outcome_theme", outcome=found, theme=said, worked=worked, **_context(found))


def choose(scan_id: str) -> ResponseReturnValue:
    """Make an advice an action, and go back to where it was chosen."""
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    chosen = request.form.get("advice", ""), visit.language()
    try:
        with visit.writing() as connection:
            take_up(actor, connection, shelf, library, scan_id, chosen, at=visit.now())
    except NoSuchAdvice:
        raise NotFound from None
    words = visit.words()
    say(words("Chosen as an action."))
    theme = request.form.get("theme")
    if any(one.id == theme for one in opened(scan_id).themes):
        return redirect(url_for(".theme", scan_id=scan_id, theme=theme, _anchor="advice"), 303)
    return redirect(url_for(".show", scan_id=scan_id, _anchor="tomorrow"), 303)


def before_final(scan_id: str) -> ResponseReturnValue:
    """Walk past everything that is open, before the scan becomes final."""
    found = review.review(visit.actor(), visit.reading(), parts().shelf, scan_id)
    found.scan.require(Action.FINALISE)
    return page("finalise", review=found, **around(found.scan))


def make_final(scan_id: str) -> ResponseReturnValue:
    """Make the scan final."""
    actor, shelf, library = visit.actor(), parts().shelf, parts().library
    with visit.writing() as connection:
        finalise(actor, connection, shelf, library, scan_id, day=today(), at=visit.now())
    parts().wake.set()
    words = visit.words()
    say(words("The scan is final. What it says can no longer change."))
    return redirect(url_for(".show", scan_id=scan_id), 303)


def _square(scan_id: str, row: MinimumRow) -> tuple[str, str, str]:
    """Return the state of a question, its words, and where its answer is explained."""
    asked = row.question
    where = url_for(".theme", scan_id=scan_id, theme=asked.theme, _anchor=asked.id)
    return row.state.value, visit.words().text(asked.item.question), where


_ORDER = (
    MinimumState.IN_ORDER,
    MinimumState.BEGUN,
    MinimumState.MISSING,
    MinimumState.UNKNOWN,
    MinimumState.OPEN,
)


def _outcome(scan_id: str) -> Outcome:
    shelf, library = parts().shelf, parts().library
    return outcome(visit.actor(), visit.reading(), shelf, library, scan_id, day=today())


def _context(found: Outcome) -> dict[str, object]:
    words = visit.words()
    taken = {action.advice for action in found.actions}
    said = report_context(found.facts, parts().library, words)
    return {**said, "taken": taken, **around(found.scan)}

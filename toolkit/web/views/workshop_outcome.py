"""What a workshop brought: its words, what the room showed, and its report."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from toolkit.documents.outcome_html import said_of
from toolkit.documents.workshop_words import in_short
from toolkit.domain.access import NotAllowed
from toolkit.domain.days import day_of
from toolkit.domain.workshop_outcome import DISSENT, EXPERT, HAPPENS, LEARNED
from toolkit.services.order_document import QueueFull
from toolkit.services.order_pack import order_papers
from toolkit.services.order_report import FORMATS, reports, the_report
from toolkit.services.workshop_evidence import NoDayYet, may_register, register_workshop
from toolkit.services.workshop_outcome import (
    Outcome,
    WordsChanged,
    keep_words,
    organisation_saw,
)
from toolkit.storage.workshop_room import KeptWords
from toolkit.web import visit
from toolkit.web.forms.kept_form import version_in
from toolkit.web.forms.lines_form import Kept, LinesForm
from toolkit.web.forms.rules import RULES
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.prepared import held_by_me, held_to_write
from toolkit.web.views.documents import BROKEN, REASONS
from toolkit.wording import N_, languages

TEXT = "text"
SAW_OTHERS = N_("These words were changed in the meantime. Show the organisation these first.")
NO_DAY = N_("First choose on which day the workshop was; the register names it by that day.")
ASK = N_(
    "Only the municipality puts a document in its register. Ask the coordinator of the scan to "
    "look at this answer again."
)
FIRST_DRAFT = N_(
    "The scan is being reviewed. To change an answer it goes back to a draft first, by the button "
    "“Change answers” on this page."
)
REOPENED = N_(
    "“%(title)s” is in the register of evidence. Nothing has changed yet: look at the answer, and "
    "name the workshop under evidence."
)


def show(workshop_id: str) -> ResponseReturnValue:
    """Show what the workshop brought, with the forms of what is written about it."""
    known = _outcome(workshop_id)
    return _page(known, _form(known))


def keep(workshop_id: str) -> ResponseReturnValue:
    """Keep every text that was sent; stale is 409 with both texts."""
    form = LinesForm.of(
        RULES["workshop_words"], (TEXT,), _kept(_outcome(workshop_id)), request.form
    )
    if not form.accepted(visit.words(), parts().library):
        return _page(_outcome(workshop_id), form, 422)
    said = {key: KeptWords(line.texts[TEXT], line.version) for key, line in form.lines.items()}
    try:
        with held_to_write(workshop_id) as held:
            keep_words(Outcome(held), said, at=visit.now())
    except WordsChanged as changed:
        form.meets({place: _as_kept(one) for place, one in changed.theirs.items()})
        return _page(_outcome(workshop_id), form, 409)
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".show", workshop_id=workshop_id), 303)


def expert_saw(workshop_id: str) -> ResponseReturnValue:
    """Write down that the organisation has seen the words of the second round."""
    words, seen = visit.words(), version_in(request.form.get("version", ""))
    try:
        with held_to_write(workshop_id) as held:
            organisation_saw(Outcome(held), seen=seen, at=visit.now())
    except WordsChanged:
        say(words(SAW_OTHERS), "warning")
    else:
        say(words("Written down: the supporting organisation has seen these words."))
    return redirect(url_for(".show", workshop_id=workshop_id, _anchor=EXPERT), 303)


def order(workshop_id: str) -> ResponseReturnValue:
    """Have the report made, in a language and as a file that is offered."""
    words = visit.words()
    held_by_me(workshop_id)
    language, ending = request.form.get("language", ""), request.form.get("format", "")
    if language not in languages() or ending not in FORMATS:
        raise BadRequest
    try:
        with held_to_write(workshop_id) as held:
            order_papers(held, the_report(held, language, ending, at=visit.now()), at=visit.now())
    except QueueFull:
        say(words("Too many documents are waiting. Wait until some are ready."), "warning")
    parts().wake.set()
    return redirect(url_for(".show", workshop_id=workshop_id, _anchor="report"), 303)


def reopen(workshop_id: str, item: str) -> ResponseReturnValue:
    """Put the workshop in the register, and lead to the answer that is looked at again."""
    words, language = visit.words(), visit.language()
    try:
        with held_to_write(workshop_id) as held:
            entry, scan = register_workshop(held, item, language, at=visit.now())
    except NotAllowed:
        say(words(ASK), "warning")
        return redirect(url_for(".show", workshop_id=workshop_id), 303)
    except NoDayYet:
        say(words(NO_DAY), "warning")
        return redirect(url_for("workshops.show", workshop_id=workshop_id), 303)
    say(words(REOPENED, title=entry))
    if scan.state == "final":
        return redirect(url_for("life.before_correction", scan_id=scan.id), 303)
    if scan.state == "in_review":
        say(words(FIRST_DRAFT), "warning")
        return redirect(url_for("outcome.show", scan_id=scan.id), 303)
    return redirect(url_for("answering.item", scan_id=scan.id, item=item), 303)


def _outcome(workshop_id: str) -> Outcome:
    return Outcome(held_by_me(workshop_id))


def _kept(known: Outcome) -> Mapping[str, Kept]:
    return {place: _as_kept(one) for place, one in known.words.items()}


def _as_kept(one: KeptWords) -> Kept:
    return Kept({TEXT: one.text}, one.version)


def _form(known: Outcome) -> LinesForm:
    return LinesForm.of(RULES["workshop_words"], (TEXT,), _kept(known))


def _page(known: Outcome, form: LinesForm, status: int = 200) -> Response:
    held, words = known.held, visit.words()
    titles = {place: _title(known, place) for place in form.lines}
    shown = {DISSENT + one.question.id for one in known.shown}
    named = {LEARNED, EXPERT, *shown, *(HAPPENS + phase.id for phase in held.plan.phases)}
    return page(
        "workshop_outcome",
        status,
        held=held,
        known=known,
        form=form,
        library=parts().library,
        titles=titles,
        labels={one.name(TEXT): titles[place].rstrip("?") for place, one in form.lines.items()},
        unseen=tuple(line for place, line in form.lines.items() if place not in named),
        brought=known.brought(day_of(visit.now())),
        places={"happens": HAPPENS, "dissent": DISSENT, "learned": LEARNED, "expert": EXPERT},
        differing=tuple(one for one in known.shown if one.difference and held.scan),
        may_register=may_register(held),
        ask=words(ASK),
        reports=reports(held, languages()),
        reason=lambda document: words(REASONS.get(document.reason, BROKEN)),
        **said_of(words),
        municipality=held.plan.municipality,
        fictional=held.plan.fictional,
    )


def _title(known: Outcome, place: str) -> str:
    """Return what the text at a place is called."""
    words = visit.words()
    if place == LEARNED:
        return words("What did we learn?")
    if place == EXPERT:
        return words("Words of the second round")
    if place.startswith(DISSENT):
        question = known.held.question(place.removeprefix(DISSENT))
        about = in_short(question, words) if question else ""
        return (
            words("Who saw this otherwise, and what does that person see?") + f" {about}".rstrip()
        )
    name = place.removeprefix(HAPPENS)
    phase = next((one for one in known.held.plan.phases if one.id == name), None)
    about = words.text(phase.title) if phase else words("a phase that is no longer in the plan")
    return words("What would really happen: %(phase)s", phase=about)

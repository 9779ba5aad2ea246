"""What a workshop agreed: five lines at most, and the actions that they become."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.html import few_words
from toolkit.documents.workshop_words import in_short
from toolkit.services.agree import (
    AgreementsChanged,
    NoChildYet,
    NoScanToAgree,
    five_lines,
    keep_agreements,
    make_action,
)
from toolkit.services.open_workshop import Held
from toolkit.services.workshop_outcome import Outcome
from toolkit.storage.workshop_room import Agreement
from toolkit.web import visit
from toolkit.web.forms.lines_form import Kept, Line, LinesForm
from toolkit.web.forms.rules import RULES, OneOf, day_in
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.prepared import held_by_me, held_to_write
from toolkit.wording import N_

FREE = ("what", "who", "child_notices")
SENT = "1-what"
"""A field that a form with the lines in it always has."""
NO_CHILD = N_(
    "First fill in how a child notices this, and save. Then it becomes an action of the scan."
)
NO_SCAN = N_("This workshop has no scan: the agreements stay in its report.")
FROM_WORKSHOP = N_("Agreed in the workshop of %(day)s.")
FROM_A_WORKSHOP = N_("Agreed in a workshop.")


def show(workshop_id: str) -> ResponseReturnValue:
    """Show the five lines."""
    known = _known(workshop_id)
    return _page(known, _form(known))


def keep(workshop_id: str) -> ResponseReturnValue:
    """Keep the lines together; stale is 409 with both."""
    refused = _not_kept(workshop_id)
    if refused is not None:
        return refused
    words = visit.words()
    say(words("Saved."))
    return redirect(url_for(".show", workshop_id=workshop_id), 303)


def become(workshop_id: str, line: int) -> ResponseReturnValue:
    """Keep the lines, when they are sent along, and make an action of one of them; once."""
    refused = _not_kept(workshop_id) if SENT in request.form else None
    if refused is not None:
        return refused
    words = visit.words()
    try:
        with held_to_write(workshop_id) as held:
            make_action(held, line, _note(held), at=visit.now())
    except NoChildYet:
        say(words(NO_CHILD), "warning")
    except NoScanToAgree:
        say(words(NO_SCAN), "warning")
    else:
        say(words("This is an action of the scan now."))
    return redirect(url_for(".show", workshop_id=workshop_id, _anchor=f"line-{line}"), 303)


def _not_kept(workshop_id: str) -> Response | None:
    """Keep the lines that were sent; return the page that says why that could not be."""
    form = _form(_known(workshop_id), sent=True)
    if not form.accepted(visit.words(), parts().library):
        return _page(_known(workshop_id), form, 422)
    try:
        with held_to_write(workshop_id) as held:
            keep_agreements(held, [_read(one) for one in form.lines.values()], at=visit.now())
    except AgreementsChanged as changed:
        known = _known(workshop_id)
        form.meets({str(one.number): _shown(known, one) for one in changed.theirs})
        return _page(known, form, 409)
    return None


def _known(workshop_id: str) -> Outcome:
    return Outcome(held_by_me(workshop_id))


def _note(held: Held) -> str:
    words, day = visit.words(), held.kept.day
    return words(FROM_WORKSHOP, day=words.day(day)) if day else words(FROM_A_WORKSHOP)


def _form(known: Outcome, *, sent: bool = False) -> LinesForm:
    lines = five_lines(known.held)
    kept = {str(one.number): Kept(_texts(one), one.version) for one in lines}
    offered = (*known.choices, *(one.item for one in lines))
    rules = {**RULES["agreement"], "item": OneOf(words=("", *offered))}
    return LinesForm.of(rules, FREE, kept, request.form if sent else None)


def _texts(one: Agreement) -> Mapping[str, str]:
    return {
        "what": one.what,
        "who": one.who,
        "due": one.due.isoformat() if one.due else "",
        "item": one.item,
        "child_notices": one.child_notices,
    }


def _read(line: Line) -> Agreement:
    texts = line.texts
    return Agreement(
        number=int(line.key),
        what=texts["what"],
        who=texts["who"],
        due=day_in(texts["due"]),
        item=texts["item"],
        child_notices=texts["child_notices"],
        version=line.version,
    )


def _shown(known: Outcome, one: Agreement) -> Kept:
    """Return a line as people read it."""
    words, question = visit.words(), known.held.question(one.item)
    day = words.day(one.due) if one.due else ""
    about = in_short(question, words) if question else ""
    return Kept({**_texts(one), "due": day, "item": about}, one.version)


def _page(known: Outcome, form: LinesForm, status: int = 200) -> Response:
    held, words = known.held, visit.words()
    said = partial(in_short, words=words)
    names = {
        "what": words("What"),
        "who": words("Who (a function, no name)"),
        "due": words("When"),
        "item": words("With which question"),
        "child_notices": words("How does a child notice this?"),
    }
    titles = {key: words("Agreement %(number)s", number=key) for key in form.lines}
    labels = {
        line.name(name): f"{titles[key]}, {names[name]}".rstrip("?")
        for key, line in form.lines.items()
        for name in names
    }
    return page(
        "agreements",
        status,
        held=held,
        form=form,
        library=parts().library,
        kept={str(one.number): one for one in five_lines(held)},
        names=names,
        titles=titles,
        labels=labels,
        by_cards=[(one, few_words(said(known.choices[one]))) for one in known.asked],
        others=[
            (one, few_words(said(question)))
            for one, question in known.choices.items()
            if one not in known.asked
        ],
        municipality=held.plan.municipality,
        fictional=held.plan.fictional,
    )

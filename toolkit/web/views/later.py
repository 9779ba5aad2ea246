"""Three and twelve months after a workshop: the same questions again, and what moved."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from toolkit.documents.room_chart import room_chart
from toolkit.documents.workshop_said import columns, moved, spread
from toolkit.domain.workshop_counts import SIGNS
from toolkit.services.call_again import Again, asked_again, keep_again
from toolkit.services.workshop_outcome import Outcome
from toolkit.web import visit
from toolkit.web.forms.counts_form import CountsForm
from toolkit.web.pages import page, say
from toolkit.web.prepared import held_by_me, held_to_write


def show(workshop_id: str, months: int) -> ResponseReturnValue:
    """Show the questions again, with what moved since the day."""
    known = _known(workshop_id)
    rows = asked_again(known, months)
    forms = {one.question.id: CountsForm.of(one.question.id, one.now) for one in rows}
    return _page(known, months, rows, forms)


def keep(workshop_id: str, months: int) -> ResponseReturnValue:
    """Keep what was counted now; what is wrong stands beside what was typed."""
    known, words = _known(workshop_id), visit.words()
    rows = asked_again(known, months)
    kept = {one.question.id: one.now for one in rows}
    forms = {
        name: CountsForm.sent(name, request.form, words).over(now, words)
        for name, now in kept.items()
    }
    counted = {name: form.counts for name, form in forms.items() if form.counts is not None}
    wrong = [form.status for form in forms.values() if form.error]
    if wrong:
        return _page(known, months, rows, forms, min(wrong))
    changed = {name: counts for name, counts in counted.items() if forms[name].changed}
    with held_to_write(workshop_id) as held:
        keep_again(Outcome(held), months, changed, at=visit.now())
    say(words("Saved."))
    return redirect(url_for(".show", workshop_id=workshop_id, months=months), 303)


def _known(workshop_id: str) -> Outcome:
    return Outcome(held_by_me(workshop_id))


def _page(
    known: Outcome,
    months: int,
    rows: tuple[Again, ...],
    forms: Mapping[str, CountsForm],
    status: int = 200,
) -> Response:
    held, words = known.held, visit.words()
    return page(
        "later",
        status,
        held=held,
        months=months,
        rows=tuple((one.question, forms[one.question.id]) for one in rows),
        signs=SIGNS,
        compared=tuple(one for one in rows if one.then and one.now),
        columns=columns,
        chart=lambda counts: room_chart(columns(counts)),
        spread=lambda counts: spread(counts, words),
        moved=lambda one: moved(one.then, one.now, words),
        agreements=known.agreements,
        wrong=tuple((f"{name}-0", form.error) for name, form in forms.items() if form.error),
        municipality=held.plan.municipality,
        fictional=held.plan.fictional,
    )

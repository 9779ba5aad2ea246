"""Deciding about answers that were offered for the region."""

from __future__ import annotations

from dataclasses import replace

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.access import Action
from toolkit.domain.days import day_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import Offer
from toolkit.services.decide_offer import (
    OfferChanged,
    Offered,
    Taken,
    accept,
    is_own,
    leave,
    note_adapted,
    see_offers,
)
from toolkit.services.open_scan import Opened
from toolkit.services.register_evidence import evidence_suggestions
from toolkit.storage.ids import new_id
from toolkit.web import visit
from toolkit.web.asked import asked_over, wrong_in
from toolkit.web.forms.region_form import AdaptForm, DecisionForm
from toolkit.web.in_words import function_of
from toolkit.web.keeping import NOTHING_SENT, Turns, keep, status_of, unsent
from toolkit.web.pages import page, say
from toolkit.web.parts import parts
from toolkit.web.views.scan import around, opened


def index(scan_id: str) -> ResponseReturnValue:
    """Show what was offered, theme by theme, each beside the answer that is there."""
    return _page(_seen(scan_id))


def decide(scan_id: str) -> ResponseReturnValue:
    """Accept or leave one offer, or accept all of a theme that nobody here answered."""
    actor, shelf, at = visit.actor(), parts().shelf, visit.now()
    taken, left = _taken(scan_id), request.form.get("leave", "")
    refused: tuple[str, ...] = ()
    try:
        with visit.writing() as connection:
            refused = accept(actor, connection, shelf, scan_id, taken, at=at)
            if left:
                stamp = DecisionForm.of(left, request.form).offer.data or ""
                leave(actor, connection, shelf, scan_id, left, stamp, at=at)
    except OfferChanged:
        refused = (left,)
    if refused:
        return _page(_seen(scan_id), refused=len(refused))
    words, count = visit.words(), len(taken)
    if count:
        say(words.plural("%(num)s answer accepted.", "%(num)s answers accepted.", count, num=count))
    elif left:
        say(words("Left. Your own answer stays as it is."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def show(scan_id: str, item: str) -> ResponseReturnValue:
    """Show a question with the answer that was offered, to adapt it; without one, the question."""
    seen = _seen(scan_id)
    question = _question(seen.scan, item)
    if item not in seen.offers:
        return redirect(url_for("answering.item", scan_id=scan_id, item=item), 303)
    return _adapt_page(seen, question, _form(seen.offers[item]))


def adapt(scan_id: str, item: str) -> ResponseReturnValue:
    """Keep an answer of our own in the place of what was offered, and why."""
    scan = opened(scan_id)
    scan.require(Action.DECIDE_OFFER)
    seen, question, words = _seen(scan_id), _question(scan, item), visit.words()
    if item not in seen.offers:
        raise NotFound
    form = AdaptForm(request.form)
    if not form.accepted(words, parts().library):
        return _adapt_page(seen, question, form, unsent((question,)), 422)
    scan, turns = keep(scan, (question,))
    if status_of(turns) != 200:
        return _adapt_page(replace(seen, scan=scan), question, form, turns, status_of(turns))
    adapted = (item, str(form.offer.data), form.written("why"))
    try:
        with visit.writing() as connection:
            actor, shelf, at = visit.actor(), parts().shelf, visit.now()
            note_adapted(actor, connection, shelf, scan_id, adapted, at=at)
    except OfferChanged:
        say(words("Your answer is saved. The region has changed its offer; look again."), "info")
    else:
        say(words("Your own answer is saved. The region sees that it is otherwise here, and why."))
    return redirect(url_for(".index", scan_id=scan_id), 303)


def _seen(scan_id: str) -> Offered:
    return see_offers(visit.actor(), visit.reading(), parts().shelf, scan_id)


def _question(scan: Opened, item: str) -> Question:
    question = scan.asks(item)
    if question is None:
        raise NotFound
    return question


def _taken(scan_id: str) -> tuple[Taken, ...]:
    """Return the offers of the button that was pressed: one, or those of a theme."""
    one, theme = request.form.get("accept", ""), request.form.get("theme", "")
    items = [question.id for question, _ in _seen(scan_id).at_once(theme)] if theme else [one]
    found = (DecisionForm.of(item, request.form).taken(item) for item in items)
    return tuple(taken for taken in found if taken is not None)


def _page(seen: Offered, *, refused: int = 0) -> Response:
    themes = seen.scan.questionnaire.themes
    return page(
        "offers",
        409 if refused else 200,
        refused=refused,
        groups=[
            (theme, seen.rows(theme.id), len(seen.at_once(theme.id)))
            for theme in themes
            if seen.rows(theme.id)
        ],
        decided=seen.decided,
        is_own=is_own,
        may_decide=seen.scan.may(Action.DECIDE_OFFER),
        new_id=new_id,
        day_of=day_of,
        role_of=_role_of,
        **around(seen.scan),
    )


def _form(offer: Offer) -> AdaptForm:
    return AdaptForm(data={"why": offer.note, "offer": offer.stamp})


def _adapt_page(
    seen: Offered,
    question: Question,
    form: AdaptForm,
    turns: Turns = NOTHING_SENT,
    status: int = 200,
) -> Response:
    words, turn = visit.words(), turns.get(question.id)
    offer, kept = seen.offers[question.id], seen.scan.answer(question.id)
    offered = replace(kept, answer=replace(offer.answer, evidence=kept.answer.evidence))
    row = asked_over(offered, question, words, turn=turn)
    return page(
        "offer",
        status,
        row=row,
        adapting=True,
        offer=offer,
        form=form,
        found=form.found,
        wrong=(*wrong_in((row,), words), *form.wrong),
        own=kept.answer if is_own(kept.answer) else None,
        may_decide=seen.scan.may(Action.DECIDE_OFFER),
        role_of=_role_of,
        register=evidence_suggestions(visit.reading(), seen.scan),
        **{**around(seen.scan), "offers": None},
    )


def _role_of(function: str) -> str:
    return function_of(function, parts().library, visit.words())

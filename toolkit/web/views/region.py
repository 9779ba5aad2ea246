"""Answering once for several municipalities, looking it over, offering it to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from toolkit.domain.answers import Answer, State
from toolkit.domain.days import day_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import NOTHING_SAID, OwnAnswer
from toolkit.services import offer as offering
from toolkit.services.answer_for_region import (
    Region,
    answer_elsewhere,
    answer_for_all,
    open_region,
    own_answers,
    regions,
)
from toolkit.services.list_own import list_own
from toolkit.services.save_answer import Conflict, Given, NoSuchQuestion
from toolkit.storage.answers import KeptAnswer
from toolkit.web import guard, visit
from toolkit.web.asked import asked_over, said, wrong_in
from toolkit.web.forms.answer_form import AnswerForm
from toolkit.web.forms.region_form import EVERYWHERE, NOT_EVERYWHERE, PlacesForm
from toolkit.web.in_words import counted, function_of
from toolkit.web.keeping import Turn
from toolkit.web.pages import page, say
from toolkit.web.parts import parts

EDITION = "/region/<questionnaire>/<edition>"


@dataclass(frozen=True)
class Place:
    """Where on its way somebody is: a question, for all municipalities or for one of them."""

    region: Region
    question: Question
    municipality: str = ""
    own: OwnAnswer = NOTHING_SAID

    @property
    def kept(self) -> KeptAnswer:
        """The answer that the page is about, in the version of the whole."""
        answer = self.own.answer_in(self.municipality) if self.municipality else self.own.answer
        return KeptAnswer(answer, self.own.version)

    @property
    def address(self) -> str:
        """The address of this page."""
        return item_url(self.region, self.question, self.municipality)


def item(questionnaire: str, edition: str, item: str) -> ResponseReturnValue:
    """Show one question, for all municipalities or for the one that is named."""
    return _item_page(_place(questionnaire, edition, item))


def save_item(questionnaire: str, edition: str, item: str) -> ResponseReturnValue:
    """Keep an answer for the region, and go on: to where it is otherwise, then to the next."""
    place = _place(questionnaire, edition, item)
    places = PlacesForm.of(place.question, request.form)
    turn = _turn(place)
    if turn.form.let_go:
        return redirect(place.address, 303)
    chosen = places.chosen(place.region.asking(place.question), visit.words())
    if turn.given is None or chosen is None:
        return _item_page(place, turn, places)
    try:
        with visit.writing() as connection:
            region = open_region(visit.actor(), connection, parts().shelf, questionnaire, edition)
            if place.municipality:
                there, at = place.municipality, visit.now()
                own = answer_elsewhere(connection, region, turn.given, there, at=at)
            else:
                own = answer_for_all(connection, region, turn.given, chosen, at=visit.now())
    except Conflict as conflict:
        theirs = Turn(turn.form, theirs=conflict.theirs)
        return _item_page(_place(questionnaire, edition, item), theirs, places)
    return redirect(_after(place, own), 303)


def look_over(questionnaire: str, edition: str) -> ResponseReturnValue:
    """Show each municipality with what can be offered to it, and what is missing everywhere."""
    return page("region", **_looked_over(questionnaire, edition))


def sheet(questionnaire: str, edition: str) -> ResponseReturnValue:
    """Show on one sheet what is missing in every municipality."""
    today = day_of(visit.now())
    return page("region_sheet", today=today, **_looked_over(questionnaire, edition))


def offer(scan_id: str) -> ResponseReturnValue:
    """Offer a municipality what it was not offered yet."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    with visit.writing() as connection:
        count = offering.offer(actor, connection, shelf, scan_id, at=visit.now())
    say(words.plural("%(num)s answer offered.", "%(num)s answers offered.", count, num=count))
    return redirect(_back_to(scan_id), 303)


def withdraw(scan_id: str) -> ResponseReturnValue:
    """Take back what nobody there decided about."""
    actor, shelf, words = visit.actor(), parts().shelf, visit.words()
    with visit.writing() as connection:
        count = offering.withdraw(actor, connection, shelf, scan_id, at=visit.now())
    say(words.plural("%(num)s answer taken back.", "%(num)s answers taken back.", count, num=count))
    return redirect(_back_to(scan_id), 303)


def overviews() -> tuple[Mapping[str, object], ...]:
    """Return what the start page tells of each region of whoever is asking."""
    every = regions(visit.actor(), visit.reading(), parts().shelf)
    return tuple(_about(region) for region in every)


def waits_in(scan_id: str) -> bool:
    """Return whether this scan still waits for an answer for the region, or for its offer."""
    every = regions(visit.actor(), visit.reading(), parts().shelf)
    looked = (offering.look_over(visit.reading(), one, on=day_of(visit.now())) for one in every)
    rows = (row for one in looked for row in one.rows if row.frame.assessment.id == scan_id)
    return any(row.open or row.ready for row in rows)


def item_url(region: Region, question: Question, municipality: str = "") -> str:
    """Return the address of a question, for all municipalities or for one only."""
    of, only = region.questionnaire, municipality or None
    return url_for(
        "region.item", questionnaire=of.id, edition=of.edition, item=question.id, only=only
    )


def _url(endpoint: str, region: Region) -> str:
    of = region.questionnaire
    return url_for(endpoint, questionnaire=of.id, edition=of.edition)


def _opened(questionnaire: str, edition: str) -> Region:
    return open_region(visit.actor(), visit.reading(), parts().shelf, questionnaire, edition)


def _place(questionnaire: str, edition: str, item: str) -> Place:
    region, municipality = _opened(questionnaire, edition), request.args.get("only", "")
    try:
        question = region.question(item)
    except NoSuchQuestion:
        raise NotFound from None
    if municipality and municipality not in region.names:
        raise NotFound
    own = own_answers(visit.reading(), region).get(item, NOTHING_SAID)
    return Place(region, question, municipality, own)


def _turn(place: Place) -> Turn:
    """Return what was sent about a question, and whether it can be kept."""
    form = AnswerForm.of(place.question, request.form)
    before = place.kept.answer
    answer = None if form.let_go else form.read(place.question, before, visit.words())
    if answer is None:
        return Turn(form)
    found = guard.look(answer, before, parts().library)
    found = found.unless_kept(form.sure.data) if found is not None else None
    if found is not None:
        return Turn(form, found=found)
    return Turn(form, Given(place.question.id, answer, form.seen, form.request))


def _after(place: Place, own: OwnAnswer) -> str:
    """Return where to go: to a municipality that waits for its own answer, else to the next."""
    names = list(place.region.names)
    later = names[names.index(place.municipality) + 1 :] if place.municipality else names
    waiting = (one for one in later if _waits(own.otherwise.get(one)))
    there = next(waiting, None)
    if there is not None:
        return item_url(place.region, place.question, there)
    questions = place.region.questions
    following = questions[questions.index(place.question) + 1 :]
    if following:
        return item_url(place.region, following[0])
    return _url("region.look_over", place.region)


def _waits(answer: Answer | None) -> bool:
    return answer is not None and answer.state is State.OPEN


def _item_page(
    place: Place, turn: Turn | None = None, places: PlacesForm | None = None
) -> Response:
    words, region, questions = visit.words(), place.region, place.region.questions
    here = questions.index(place.question)
    row = asked_over(place.kept, place.question, words, turn=turn)
    chosen = places.places.data if places is not None else tuple(place.own.otherwise)
    errors = tuple(str(one) for one in places.places.errors) if places is not None else ()
    status = turn.status if turn is not None else 200
    return page(
        "region_item",
        422 if errors else status,
        row=row,
        wrong=(*wrong_in((row,), words), *((f"{row.id}-places", one) for one in errors)),
        where=region.names.get(place.municipality, ""),
        otherwise=[
            (name, place.own.otherwise[one], item_url(region, place.question, one))
            for one, name in region.names.items()
            if one in place.own.otherwise
        ],
        holds=NOT_EVERYWHERE if chosen or errors else EVERYWHERE,
        chosen=chosen,
        places_errors=errors,
        address=place.address,
        asking=(asking := region.asking(place.question)),
        asked_by=counted(len(asking), words),
        number=here + 1,
        theme=next(one for one in region.questionnaire.themes if one.id == place.question.theme),
        previous=item_url(region, questions[here - 1]) if here else None,
        **_around(region),
    )


def _looked_over(questionnaire: str, edition: str) -> dict[str, object]:
    region = _opened(questionnaire, edition)
    looked = offering.look_over(visit.reading(), region, on=day_of(visit.now()))
    words, own = visit.words(), list_own(visit.actor(), visit.reading(), parts().shelf)
    return {
        "looked": looked,
        "alone": {one.scan.assessment.id: len(one.own.open_here) for one in own},
        "taking_part": counted(len(looked.taking_part), words),
        "to_answer": tuple((one, item_url(region, one)) for one in looked.open),
        "item_url": lambda question, place="": item_url(region, question, place),
        **_around(region),
    }


def _around(region: Region) -> dict[str, object]:
    words, library = visit.words(), parts().library
    return {
        "region": region,
        "look_over": _url("region.look_over", region),
        "sheet": _url("region.sheet", region),
        "count": len(region.questions),
        "all_of_them": counted(len(region.names), words),
        "library": library,
        "said": lambda answer, question: said(answer, question, words),
        "role_of": lambda name: function_of(name, library, words),
    }


def _about(region: Region) -> Mapping[str, object]:
    looked = offering.look_over(visit.reading(), region, on=day_of(visit.now()))
    first = next(iter(looked.open), None)
    return {
        "looked": looked,
        "begin": item_url(region, first) if first else _url("region.look_over", region),
        "begun": bool(looked.own),
        **_around(region),
    }


def _back_to(scan_id: str) -> str:
    """Return where an offer was made: the page with all municipalities, if there is one still."""
    for region in regions(visit.actor(), visit.reading(), parts().shelf):
        if any(frame.assessment.id == scan_id for frame in region.frames):
            return _url("region.look_over", region)
    return url_for("scan.show", scan_id=scan_id)

"""What the private view and the projector show of a room: its steps in words, its cards, its clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from toolkit.documents.report_html import report_context
from toolkit.documents.workshop_words import ground_rules, in_short, steps
from toolkit.domain.fields import Text
from toolkit.domain.workshop_counts import SIGNS
from toolkit.domain.workshop_plan import Plan
from toolkit.domain.workshop_room import PICTURES, Kind, Shows, Step
from toolkit.domain.workshop_route import route_card
from toolkit.services.hold_room import View
from toolkit.services.score_scan import OnePersonOnly
from toolkit.storage.assessments import NotAsKept
from toolkit.storage.workshop_room import NOTHING_YET, KeptWords
from toolkit.web import visit
from toolkit.web.days import today
from toolkit.web.forms.counts_form import CountsForm
from toolkit.web.forms.room_forms import ParkForm, TextForm
from toolkit.web.parts import parts
from toolkit.web.spread import official, spread, spread_said
from toolkit.wording import N_, Wording

AWAKE = timedelta(hours=2)
"""How long after it came to its phase or point an open screen keeps the session of a room."""
A_MINUTE = 60
NOT_TO_SHOW = N_("The answer of the scan cannot be shown just now.")
TITLES = {
    "minimum": N_("The agreements for children"),
    "views": N_("Paper, practice, child"),
    "unknown": N_("What nobody knows"),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed and could not be kept; its place in the page shows it as it was."""

    counts: CountsForm | None = None
    dissent: TextForm | None = None
    dissent_theirs: KeptWords | None = None
    note: TextForm | None = None
    note_place: str = ""
    note_theirs: KeptWords | None = None
    park: ParkForm | None = None


@dataclass(frozen=True, slots=True)
class StepSaid:
    """One step in the list of all: in words, below which heading, whether the room is there."""

    place: str
    title: str
    under: str
    here: bool


def around_room(view: View, words: Wording, typed: Typed) -> Mapping[str, object]:
    """Return what the pages of a room show to whoever leads it."""
    held, step = view.held, view.step
    left = view.seconds_left(visit.now())
    item = step.item
    place = typed.note_place or view.note_place
    return {
        **_around(view, words),
        "view": view,
        "every": tuple(
            StepSaid(
                one.place, _title(one, view, words), _under(one, held.plan, words), one == step
            )
            for one in view.steps
        ),
        "title": _title(step, view, words),
        "under": _under(step, held.plan, words),
        "following": _title(view.following, view, words) if view.following else "",
        "left": left,
        "minutes_left": view.minutes if left is None else -(-left // A_MINUTE),
        "signs": SIGNS,
        "counts": typed.counts or CountsForm.of(item, view.counted),
        "coming": len(held.plan.coming),
        "dissent": typed.dissent or TextForm.of(view.dissent(item)),
        "dissent_theirs": typed.dissent_theirs,
        "note": typed.note or TextForm.of(view.notes.get(place, NOTHING_YET)),
        "note_place": place,
        "note_theirs": typed.note_theirs,
        "park": typed.park or ParkForm.of(NOTHING_YET),
        "texts": held.library.workshop,
        "route": route_card(held.plan, held.library, today()),
        "pieces": lambda line: line.pieces.get(words.language) or next(iter(line.pieces.values())),
        "contacts": held.library.helplines.at_once,
        "library": parts().library,
        "municipality": held.plan.municipality,
        "fictional": held.plan.fictional,
    }


def projected(view: View, words: Wording) -> Mapping[str, object]:
    """Return what everybody in the room may see: no note, no parked question, no function."""
    step, texts = view.step, view.held.library.workshop
    context: dict[str, object] = {
        **_around(view, words),
        "title": _title(step, view, words),
        "under": _under(step, view.held.plan, words),
        "rules": ground_rules(words.text(texts.ground_rules), words),
        "agreements": view.agreements,
        "length": _length(view, words),
        "mark": view.mark,
        "workshop_id": view.held.id,
        "in_short": lambda question: in_short(question, words),
    }
    if step.kind is Kind.OUTCOME:
        context |= _outcome(view, words)
    return context


def _around(view: View, words: Wording) -> dict[str, object]:
    """Return what both show of the step at hand."""
    step, plan, question = view.step, view.held.plan, view.question
    phase = next((one for one in plan.phases if one.id == step.phase), None)
    known: dict[str, object] = {
        "held": view.held,
        "plan": plan,
        "step": step,
        "phase": phase,
        "shows": view.shows,
        "question": question,
        "cards": steps(question, words) if question else (),
        "picture": PICTURES[step.number] if step.kind is Kind.OUTCOME else "",
        "drawing": None,
        "said": "",
        "answered": "",
    }
    counts = view.counted
    if counts is None or view.shows is Shows.QUESTION:
        return known
    known["said"] = spread_said(counts, words)
    if view.shows is Shows.ROOM:
        return {**known, "drawing": spread(counts)}
    try:
        answer = official(view.official, words) if view.may_reveal else None
    except (NotAsKept, OnePersonOnly):
        answer = None
    if answer is None:
        return {**known, "drawing": spread(counts), "answered": words(NOT_TO_SHOW)}
    drawing = spread(counts, answer.markers, unknown=answer.unknown)
    return {**known, "drawing": drawing, "answered": answer.sentence}


def _outcome(view: View, words: Wording) -> Mapping[str, object]:
    """Return what the pictures of the outcome need; nothing where it cannot be shown."""
    try:
        facts = view.held.outcome
    except (NotAsKept, OnePersonOnly):
        facts = None
    if facts is None:
        return {"facts": None}
    return dict(report_context(facts, view.held.library, words))


def _length(view: View, words: Wording) -> int:
    """Return how many signs stand on the projector where that decides how large they can be."""
    phase = next((one for one in view.held.plan.phases if one.id == view.step.phase), None)
    if view.question is not None:
        cards = sum(len(said) for _, said in steps(view.question, words))
        return cards + len(words.text(view.question.item.question))
    told = view.step.kind is Kind.STORY and phase is not None
    return len(words.text(phase.story)) if told and phase else 0


def _title(step: Step, view: View, words: Wording) -> str:
    """Return a step in words, as short as it can be."""
    plan, question = view.held.plan, view.held.question(step.item)
    phase = next((one for one in plan.phases if one.id == step.phase), None)
    if step.kind is Kind.CARDS and question is not None:
        return words("With cards: %(question)s", question=in_short(question, words))
    if step.kind is Kind.OUTCOME:
        return words(TITLES[PICTURES[step.number]])
    if phase is None:
        return _of_point(step, plan, words)
    if step.kind is Kind.STORY:
        return words("The story")
    return words.text(phase.discuss[step.number])


def _under(step: Step, plan: Plan, words: Wording) -> str:
    """Return the heading of a step: its phase, else its point of the agenda."""
    for number, phase in enumerate(plan.phases, start=1):
        if phase.id == step.phase:
            title: Text = phase.title
            return words("Phase %(number)s. %(title)s", number=number, title=words.text(title))
    return _of_point(step, plan, words)


def _of_point(step: Step, plan: Plan, words: Wording) -> str:
    return next((words.text(one.title) for one in plan.agenda if one.id == step.point), "")

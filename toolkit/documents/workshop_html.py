"""Puts a workshop into the templates of its papers."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from toolkit.documents import workshop_words as said
from toolkit.documents.html import fill
from toolkit.documents.report_html import report_context
from toolkit.documents.workshop_pack import Paper, Workshop
from toolkit.domain.library import Article, Role
from toolkit.domain.questionnaire import Question
from toolkit.domain.scan import PlannedAction
from toolkit.domain.workshop import LegalNote
from toolkit.domain.workshop_route import RouteLine, route_card
from toolkit.domain.workshop_table import SeatNeeded
from toolkit.wording import Wording, wording

SHEETS: Mapping[str, tuple[str, ...]] = {
    "workshop": ("report", "workshop"),
    "cards": ("report", "workshop", "workshop-cards"),
    "landscape": ("report", "workshop", "workshop-landscape"),
}
MOST_AGREED = 5
AN_HOUR = 60
EXPERT = "expert"
NOT_INVITED = ("facilitator", EXPERT)


def paper_title(paper: Paper, workshop: Workshop, language: str) -> str:
    """Return the title of a paper as a reader's window shows it."""
    words = wording(language)
    whose = workshop.proposal.plan.municipality
    return words("%(paper)s, workshop %(whose)s", paper=words(paper.title), whose=whose)


def paper_html(paper: Paper, workshop: Workshop, language: str) -> str:
    """Return one paper of a workshop as HTML; raises `UnknownLanguage`."""
    words = wording(language)
    context = {
        **_outcome(workshop, words),
        **_reasons(workshop, words),
        **_content(workshop, words),
        "workshop": workshop,
        "plan": workshop.proposal.plan,
        "proposal": workshop.proposal,
        "paper_title": words(paper.title),
        "window_title": paper_title(paper, workshop, language),
        "papers": tuple(words(one.title) for one in workshop.papers()),
    }
    return fill(f"workshop/{paper.name}.html", language, context)


def _outcome(workshop: Workshop, words: Wording) -> Mapping[str, object]:
    facts = workshop.outcome
    if facts is None:
        return {"facts": None, "agreed_before": ()}
    agreed: tuple[PlannedAction, ...] = tuple(
        action for action in facts.scan.actions if action.status != "dropped"
    )
    return {
        **report_context(facts, workshop.library, words),
        "agreed_before": agreed[:MOST_AGREED],
    }


def _reasons(workshop: Workshop, words: Wording) -> Mapping[str, Callable[..., object]]:
    proposal, facts = workshop.proposal, workshop.outcome
    scanned = facts is not None
    marks = facts.result.marks if facts else {}

    def asked_of(seat: SeatNeeded) -> tuple[Question, ...]:
        roles = set(seat.seat.roles)
        return tuple(one for one in proposal.ask_before if roles & set(one.item.who))

    def whom(question: Question) -> tuple[Role, ...]:
        return tuple(workshop.library.role(name) for name in question.item.who[:1])

    return {
        "because_of_theme": lambda theme: said.because_of_theme(theme, words),
        "because_of_case": lambda one: said.because_of_case(one, words, scanned=scanned),
        "because_of_seat": lambda one: said.because_of_seat(one, words),
        "why_found": lambda one: said.why_found(one, words),
        "in_short": lambda question: said.in_short(question, words),
        "steps": lambda question: said.steps(question, words),
        "plays_of": lambda one: said.plays(one, words),
        "officially": lambda item: said.officially(marks.get(item), words),
        "asked_of": asked_of,
        "whom": whom,
    }


def _content(workshop: Workshop, words: Wording) -> Mapping[str, object]:
    plan, library = workshop.proposal.plan, workshop.library
    story, actors = plan.story, {actor.id: actor for actor in library.network.actors}
    name = story.scenario if story else None
    seats, texts = workshop.proposal.table.seats, library.workshop
    partners = dict.fromkeys(actor for one in seats for actor in one.seat.actors)
    led = [role for one in seats if one.seat.id == EXPERT for role in one.plays]
    route: tuple[RouteLine, ...] = route_card(plan, library, workshop.day)
    notes: tuple[LegalNote, ...] = tuple(n for n in texts.legal_notes if name in n.scenarios)
    rights: tuple[Article, ...] = library.articles_of(story.crc if story else ())
    return {
        "texts": texts,
        "length": words.number(Decimal(plan.minutes) / AN_HOUR),
        "lengths": {point.id: point.minutes for point in plan.agenda},
        "hours": said.hours(plan),
        "route": route,
        "pieces": lambda line: line.pieces.get(words.language) or next(iter(line.pieces.values())),
        "missing": workshop.proposal.table.missing(plan.coming),
        "spoken_for": tuple(role for role in story.roles if role not in led) if story else (),
        "invited": tuple(one for one in seats if one.seat.id not in NOT_INVITED),
        "partners": tuple(actors[one] for one in partners if one in actors),
        "article": library.articles_by_number.get,
        "legal_notes": notes,
        "rights": rights,
        "five_questions": texts.five_questions if name in texts.five_questions.scenarios else None,
        "texts_past": texts.is_past(workshop.day),
        "asked": workshop.proposal.cards,
        "contacts": library.helplines.at_once,
        "levels": workshop.questionnaire.scales.get("practice", ()),
    }

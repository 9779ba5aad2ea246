"""Says what stands on the slides of a workshop: rules, outcome, the case by phase, agreements."""

from collections.abc import Iterator, Mapping

from toolkit.documents import charts, workshop_words
from toolkit.documents.report_html import report_context
from toolkit.documents.slides import SIGNS, Lines, Slide
from toolkit.documents.words import MINIMUM
from toolkit.documents.workshop_pack import Workshop
from toolkit.domain.questionnaire import Question
from toolkit.domain.report_facts import Facts
from toolkit.domain.scoring.result import MinimumState
from toolkit.domain.workshop_agenda import OUTCOME
from toolkit.domain.workshop_plan import PlannedPhase
from toolkit.domain.workshop_room import ROUND
from toolkit.wording import Wording

AGREEMENTS = 5


def workshop_slides(workshop: Workshop, words: Wording) -> tuple[Slide, ...]:
    """Return the slides in the order of the day."""
    return tuple(_slides(workshop, words))


def foot(workshop: Workshop, words: Wording) -> str:
    """Return the line at the foot of every slide: edition, day, whether anybody reviewed it."""
    said = [
        words("Edition %(edition)s", edition=workshop.proposal.plan.edition),
        words.day(workshop.day),
    ]
    if not workshop.questionnaire.reviewed:
        said.append(words("Content not yet independently reviewed."))
    return " · ".join(said)


def _slides(workshop: Workshop, words: Wording) -> Iterator[Slide]:
    plan, texts = workshop.proposal.plan, workshop.library.workshop
    yield Slide(
        title=words("Workshop %(whose)s", whose=plan.municipality),
        story=words("Does our policy on human trafficking work for a child?"),
        question=words.text(plan.story.title) if plan.story else "",
        small=words("The story is invented."),
    )
    yield Slide(
        words("Ground rules"),
        points=workshop_words.ground_rules(words.text(texts.ground_rules), words),
    )
    yield Slide(
        words("Agenda"),
        points=tuple(
            f"{row.begins}  {words.text(row.point.title)}" for row in workshop_words.hours(plan)
        ),
    )
    here = {point.id for point in plan.agenda}
    if workshop.outcome is not None and OUTCOME in here:
        yield from _outcome(workshop, workshop.outcome, words)
    for item in plan.opening:
        yield _card(workshop.proposal.cards[item], words)
    for number, phase in enumerate(plan.phases, start=1):
        yield from _phase(number, phase, workshop.proposal.cards, words)
    if ROUND in here:
        yield _second_round(words)
    yield _agreements(workshop, words)
    yield Slide(words("Thank you"), story=words("What do you take along? One sentence each."))


def _outcome(workshop: Workshop, facts: Facts, words: Wording) -> Iterator[Slide]:
    states = facts.result.minimum_states
    counted = [_counted(name, states, words) for name in MINIMUM]
    own = words("This is your own estimate: no verdict and no comparison.")
    if facts.minimum:
        yield Slide(
            words("The agreements for children"),
            drawing=charts.strip(states),
            alt=words.joined(counted),
            points=tuple(counted),
            small=own,
        )
    drawings = report_context(facts, workshop.library, words)["charts"]
    dots = getattr(drawings, "dots", None)
    if isinstance(dots, charts.Dots) and dots.dots:
        yield Slide(
            words("Paper, practice, child"),
            drawing=dots,
            alt=dots.spoken,
            small=words(
                "These are different questions, so the three views are a picture and not a "
                "comparison of the same thing."
            ),
        )
    yield _themes(workshop, words, own)


def _counted(name: str, states: Mapping[MinimumState, int], words: Wording) -> str:
    state = MinimumState(name)
    word, count = words(MINIMUM[name]), words.number(states.get(state, 0))
    return f"{SIGNS[state]} {word} {count}".strip()


def _themes(workshop: Workshop, words: Wording, own: str) -> Slide:
    themes = workshop.proposal.themes
    most = max((len(theme.findings) for theme in themes), default=0) or 1
    bars = tuple(
        (
            words.text(theme.group.title),
            len(theme.findings) / most,
            workshop_words.because_of_theme(theme, words),
        )
        for theme in themes
    )
    spoken = "; ".join(f"{title}: {why}" for title, _, why in bars)
    return Slide(words("What we talk about"), drawing=Lines(bars), alt=spoken, small=own)


def _phase(
    number: int, phase: PlannedPhase, cards: Mapping[str, Question], words: Wording
) -> Iterator[Slide]:
    title = words("Phase %(number)s. %(title)s", number=number, title=words.text(phase.title))
    yield Slide(title, story=words.text(phase.story))
    yield Slide(title, points=tuple(map(words.text, phase.discuss)))
    for item in phase.cards:
        yield _card(cards[item], words)


def _card(question: Question, words: Wording) -> Slide:
    return Slide(
        words("With cards"),
        question=words.text(question.item.question),
        points=tuple(f"{number}  {text}" for number, text in workshop_words.steps(question, words)),
        small=words("Choose alone, hold up together. “?” is a good answer."),
    )


def _second_round(words: Wording) -> Slide:
    return Slide(
        words("Second round through the eyes of the child"),
        story=words("Listen first. Answer after that."),
    )


def _agreements(workshop: Workshop, words: Wording) -> Slide:
    heads = tuple(words.text(text) for text in workshop.library.workshop.action_sheet[1:])
    empty = ("",) * len(heads)
    return Slide(
        words("What do we agree?"),
        table=(heads, *(empty for _ in range(AGREEMENTS))),
        small=words("An agreement counts when the last column is filled in."),
    )

"""Proposes a workshop from a scan, or from a name only, and says why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.result import Result
from toolkit.domain.workshop import PhaseName, Scenario, WorkshopTexts
from toolkit.domain.workshop_agenda import FIRST, LAST, agenda, shares
from toolkit.domain.workshop_choice import Candidate, candidates
from toolkit.domain.workshop_findings import Finding, ThemeChoice, Why, findings, three_themes
from toolkit.domain.workshop_plan import Plan, PlannedPhase, PlannedPoint, Story
from toolkit.domain.workshop_table import Table, table, taken_by

BY_CARDS_A_PHASE, MOST_TO_ASK = 2, 8
BEFORE_THE_BREAK = 3
HALF_A_DAY = 240
ELSEWHERE: PhaseName = "weighing"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked of a workshop: how long, which case, which cases resemble a known one here.

    A case goes by its id, or by the first part of it.
    """

    minutes: int = HALF_A_DAY
    scenario: str | None = None
    known: frozenset[str] = frozenset()
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Whose:
    """For whom a workshop is, and which functions took part in the scan."""

    name: str
    fictional: bool = False
    respondents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A plan with the reasons for it.

    ``chosen`` is the case with its reason, none where every case resembles a known one;
    ``others`` are those that could be taken instead, ``left_out`` those that resemble one.
    ``ask_before`` are questions that somebody can find out before the day.
    """

    plan: Plan
    themes: tuple[ThemeChoice, ...]
    chosen: Candidate | None
    others: tuple[Candidate, ...]
    left_out: tuple[Scenario, ...]
    table: Table
    ask_before: tuple[Question, ...]
    found: tuple[Finding, ...]
    cards: Mapping[str, Question] = field(default_factory=dict)


class NoScenario(KeyError):
    """A case that cannot be taken; ``known`` are those that can."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.known = name, known


def propose(
    whose: Whose,
    questionnaire: Questionnaire,
    result: Result | None,
    scenarios: Sequence[Scenario],
    texts: WorkshopTexts,
    wishes: Wishes = Wishes(),
) -> Proposal:
    """Return a workshop for this municipality; the same scan always gives the same one.

    A ``result`` of ``None`` means that there is only a name: the room then begins with the
    questions of the short round that are not regional. Raises `NoScenario`, `TooShort`, `TooLong`.
    """
    found = findings(result)
    opening = () if result else _opening(questionnaire)
    known = frozenset(_named(name, scenarios).id for name in wishes.known)
    rows = candidates(scenarios, texts, result, found, known)
    chosen = _chosen(rows, wishes.scenario)
    case = chosen.scenario if chosen else None
    seated = table(texts, case, chosen.tests if chosen else ())
    themes = three_themes(questionnaire, result, found, opening)
    points = agenda(texts, wishes.minutes, case, opens_with_questions=result is None)
    plan = Plan(
        questionnaire=questionnaire.id,
        edition=questionnaire.edition,
        municipality=whose.name,
        fictional=whose.fictional,
        minutes=wishes.minutes,
        story=_story(case) if case else None,
        themes=tuple(theme.group.id for theme in themes),
        opening=tuple(question.id for question in opening),
        agenda=tuple(PlannedPoint(id=p.id, title=p.title, minutes=p.minutes) for p in points),
        phases=_phases(case, questionnaire, texts, found, {p.id: p.minutes for p in points}),
        seats=tuple(one.seat.id for one in seated.seats),
        coming=taken_by(texts, whose.respondents),
        consent="agreed" if wishes.agreed else "not_asked",
    )
    return Proposal(
        plan=plan,
        themes=themes,
        chosen=chosen,
        others=tuple(row for row in rows if chosen is None or row.scenario != chosen.scenario),
        left_out=tuple(one for one in scenarios if one.id in known),
        table=seated,
        ask_before=_ask_before(found, case, plan.themes),
        found=found,
        cards={item: questionnaire.questions[item] for item in _by_cards(plan)},
    )


def with_plan(proposal: Proposal, plan: Plan, questionnaire: Questionnaire) -> Proposal:
    """Return the reasons of a proposal with the plan as its advisor made it."""
    known = questionnaire.questions
    cards = {item: known[item] for item in _by_cards(plan) if item in known}
    return replace(proposal, plan=plan, cards=cards)


def _opening(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Return the questions of the short round that one municipality can answer itself."""
    short = next(iter(questionnaire.selections), None)
    first = questionnaire.levels[0]
    return tuple(
        question
        for question in questionnaire.questions.values()
        if question.scored and question.item.scope == "local" and not question.item.show_if
        if short is None or short.holds(question.item, first)
    )


def _chosen(rows: Sequence[Candidate], wished: str | None) -> Candidate | None:
    """Return the first row, or the case that was wished for."""
    if wished is None:
        return next(iter(rows), None)
    case = _named(wished, tuple(row.scenario for row in rows))
    return next(row for row in rows if row.scenario == case)


def _named(name: str, scenarios: Sequence[Scenario]) -> Scenario:
    """Return the case with this id, of which the first part is enough; raise `NoScenario`."""
    for case in scenarios:
        if name in (case.id, case.id.partition("-")[0]):
            return case
    raise NoScenario(name, tuple(case.id for case in scenarios))


def _story(case: Scenario) -> Story:
    return Story(
        scenario=case.id,
        title=case.title,
        form=case.form,
        age=case.age,
        summary=case.summary,
        crc=case.crc,
        roles=case.roles,
        good_response=case.good_response,
        pitfalls=case.pitfalls,
    )


def _phases(
    case: Scenario | None,
    questionnaire: Questionnaire,
    texts: WorkshopTexts,
    found: Sequence[Finding],
    lengths: Mapping[str, int],
) -> tuple[PlannedPhase, ...]:
    """Return the phases of a case; each has its share of the minutes by what there is to discuss."""
    if case is None:
        return ()
    cards = _cards(case, questionnaire, texts, [one.question.id for one in found])
    parts = ((FIRST, case.phases[:BEFORE_THE_BREAK]), (LAST, case.phases[BEFORE_THE_BREAK:]))
    return tuple(
        PlannedPhase(
            id=phase.id,
            title=phase.title,
            story=phase.story,
            discuss=phase.discuss,
            cards=cards.get(phase.id, ()),
            minutes=minutes,
        )
        for name, phases in parts
        for phase, minutes in zip(
            phases,
            shares(lengths[name], [1 + len(phase.discuss) for phase in phases]),
            strict=True,
        )
    )


def _cards(
    case: Scenario, questionnaire: Questionnaire, texts: WorkshopTexts, found: Sequence[str]
) -> Mapping[PhaseName, tuple[str, ...]]:
    """Return which of the questions that a case tests go by cards in which phase.

    At most two a phase: first what the scan found, in that order.
    """
    items = [item for item in case.items if item in questionnaire.questions]
    items.sort(key=lambda item: found.index(item) if item in found else len(found))
    cards: dict[PhaseName, tuple[str, ...]] = {}
    for item in items:
        phase = _phase_of(questionnaire.questions[item], texts)
        if len(cards.get(phase, ())) < BY_CARDS_A_PHASE:
            cards[phase] = (*cards.get(phase, ()), item)
    return cards


def _phase_of(question: Question, texts: WorkshopTexts) -> PhaseName:
    """Return where a question is asked: by its own name first, then by its groups."""
    for name in (question.id, *reversed(question.groups)):
        for row in texts.card_questions:
            if name in row.parts:
                return row.phase
    return ELSEWHERE


def _ask_before(
    found: Sequence[Finding], case: Scenario | None, themes: Collection[str]
) -> tuple[Question, ...]:
    """Return what nobody knew and somebody can find out: first what the case tests."""
    unknown = [one.question for one in found if one.why is Why.UNKNOWN]
    tested = [one for one in unknown if case and one.id in case.items]
    rest = [one for one in unknown if one not in tested and one.theme in themes]
    return tuple([*tested, *rest][:MOST_TO_ASK])


def _by_cards(plan: Plan) -> tuple[str, ...]:
    told = [item for phase in plan.phases for item in phase.cards]
    return tuple(dict.fromkeys([*plan.opening, *told]))

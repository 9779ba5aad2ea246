"""What a report says: which figures, items, advice and phrases, in which order. No sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from toolkit.domain.answers import Answer, State
from toolkit.domain.fields import Text
from toolkit.domain.library import Figure as NationalFigure
from toolkit.domain.library import Library, Norm, Role, Term
from toolkit.domain.questionnaire import Group, Question, Questionnaire, Selection
from toolkit.domain.report_rows import (
    AdviceRow,
    AnswerRow,
    Cited,
    MinimumRow,
    UnknownRow,
    advice_rows,
    answer_rows,
    cited,
    minimum_rows,
    unknown_rows,
)
from toolkit.domain.report_theme import ThemeFacts, phrases, theme_facts
from toolkit.domain.scan import PlannedAction, Scan
from toolkit.domain.scoring.result import MinimumState, Result
from toolkit.domain.scoring.trace import Explanation, explain

ON_SUMMARY, IN_BODY = 6, 10
QUICK_ON_SUMMARY = 3
FEWEST_FOR_EXAMPLE = 3


CHAPTERS = (
    "reading",
    "summary",
    "minimum",
    "unknown",
    "contradictions",
    "themes",
    "plan",
    "not_applicable",
    "disputed",
    "evidence",
    "method",
    "articles",
    "sources",
    "closing",
    "annex",
)


class Kind(StrEnum):
    """The documents a scan can become."""

    FULL = "full"


class Form(StrEnum):
    """Working form for members, publication form for everyone."""

    WORK = "work"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one document says, in the order it says it."""

    kind: Kind
    form: Form
    day: date
    scan: Scan
    questionnaire: Questionnaire
    result: Result
    open: int
    minimum: tuple[MinimumRow, ...]
    minimum_asked: int
    minimum_in_all: int
    priorities: tuple[AdviceRow, ...]
    quick: tuple[AdviceRow, ...]
    unknown: tuple[UnknownRow, ...]
    phrases: tuple[Text, ...]
    contradictions: tuple[Text, ...]
    themes: tuple[ThemeFacts, ...]
    plan: tuple[AdviceRow, ...]
    annex: tuple[AdviceRow, ...]
    not_applicable: tuple[AnswerRow, ...]
    disputed: tuple[AnswerRow, ...]
    respondents: tuple[Role, ...]
    example: Explanation | None
    articles: tuple[Cited, ...]
    norms: tuple[Norm, ...]
    figures: tuple[NationalFigure, ...]
    abbreviations: tuple[Term, ...]
    carries_scan: bool

    @property
    def provisional(self) -> bool:
        """Whether answers may still change."""
        return self.scan.state != "final"

    @property
    def reviewed(self) -> bool:
        """Whether somebody independent has looked at the content."""
        passport = self.questionnaire.passport
        return bool(passport and passport.reviewed_by)

    @property
    def short_round(self) -> bool:
        """Whether only a selection was asked."""
        return self.result.selection is not None

    @property
    def selection(self) -> Selection | None:
        """The short round that was asked, if it was one."""
        return self.questionnaire.selection(self.result.selection or "")

    @property
    def quick_besides(self) -> tuple[AdviceRow, ...]:
        """A few quick first steps that are not among the priorities already."""
        rest = tuple(row for row in self.quick if row not in self.priorities)
        return rest[:QUICK_ON_SUMMARY]

    @property
    def chapters(self) -> tuple[str, ...]:
        """The chapters in their order; each is a template."""
        left_out = {
            "contradictions": not self.contradictions,
            "not_applicable": not self.not_applicable,
            "evidence": self.form is Form.WORK
            and not self.with_evidence
            and not self.scan.evidence,
            "disputed": not self.disputed,
            "annex": not self.annex,
        }
        return tuple(name for name in CHAPTERS if not left_out.get(name))

    @property
    def taken_up(self) -> Mapping[str, PlannedAction]:
        """The action that takes up an advice, by the id of the advice, where one does."""
        return {
            row.id: action
            for row in (*self.plan, *self.annex)
            for action in self.scan.actions
            if {question.id for question in row.reasons} & set(action.items)
        }

    @property
    def proven(self) -> int:
        """How many items of the minimum line are in order with evidence beside the answer."""
        answers = self.scan.answers
        return sum(bool(answers[row.question.id].evidence) for row in self.of_state("in_order"))

    @property
    def left_open(self) -> int:
        """How many questions nobody filled in before the scan became final."""
        return sum(row.left_open for row in self.unknown)

    @property
    def with_evidence(self) -> bool:
        """Whether any answer names what it rests on."""
        return any(answer.evidence for answer in self.scan.answers.values())

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return self.result.overall.counts.answered

    def of_state(self, state: str) -> tuple[MinimumRow, ...]:
        """Return the items of the minimum line with this word."""
        return tuple(row for row in self.minimum if row.state == MinimumState(state))


def facts(
    scan: Scan,
    result: Result,
    library: Library,
    *,
    kind: Kind,
    form: Form,
    day: date,
    carries_scan: bool = False,
) -> Facts:
    """Return what the document says about this scan on this day.

    ``carries_scan`` says that the scan file travels inside the document.

    In publication form nothing stands that was meant for members: no notes, reasons, evidence
    or answers in one's own words.
    """
    shown = scan if form is Form.WORK else publishable(scan, result.questionnaire)
    advice = advice_rows(result, library)
    return Facts(
        kind=kind,
        form=form,
        day=day,
        scan=shown,
        questionnaire=result.questionnaire,
        result=result,
        open=result.overall.counts.open,
        minimum=minimum_rows(result, library, advice),
        minimum_asked=sum(_on_the_line(result.questionnaire, q) for q in _asked(result)),
        minimum_in_all=sum(
            _on_the_line(result.questionnaire, q) for q in result.questionnaire.questions.values()
        ),
        priorities=advice[:ON_SUMMARY],
        quick=tuple(row for row in advice if row.quick),
        unknown=unknown_rows(result, library),
        phrases=phrases(result.questionnaire, result.overall),
        contradictions=_contradictions(result),
        themes=tuple(
            theme_facts(group, result, shown, advice, IN_BODY) for group in _asked_themes(result)
        ),
        plan=advice[:IN_BODY],
        annex=advice[IN_BODY:],
        not_applicable=_rows(result, shown, State.NOT_APPLICABLE),
        disputed=tuple(row for row in _all_rows(result, shown) if row.answer.views),
        respondents=tuple(library.role(name) for name in shown.respondents),
        example=_example(result),
        articles=cited(result, library),
        norms=_norms(result, library),
        figures=tuple(library.figure(key) for key in result.questionnaire.figures),
        abbreviations=library.glossary.abbreviations,
        carries_scan=carries_scan,
    )


def publishable(scan: Scan, questionnaire: Questionnaire) -> Scan:
    """Return the scan without what was meant for members only.

    What stays was written to be printed (remarks, actions) or chosen from a list.
    """
    questions = questionnaire.questions
    answers = {
        item: _publishable(answer)
        for item, answer in scan.answers.items()
        if item in questions and questions[item].item.type != "text"
    }
    actions = tuple(replace(action, note="") for action in scan.actions)
    return replace(scan, answers=answers, evidence=(), actions=actions, title="")


def _publishable(answer: Answer) -> Answer:
    views = tuple(replace(view, reason="") for view in answer.views)
    return replace(answer, note="", reason="", evidence=(), views=views)


def _asked_themes(result: Result) -> tuple[Group, ...]:
    themes = result.questionnaire.themes
    return tuple(group for group in themes if result.groups[group.id].counts.asked)


def _contradictions(result: Result) -> tuple[Text, ...]:
    texts: Mapping[str, Text] = {part.id: part.text for part in result.questionnaire.contradictions}
    return tuple(texts[found] for found in result.contradictions)


def _all_rows(result: Result, scan: Scan) -> tuple[AnswerRow, ...]:
    themes = _asked_themes(result)
    return tuple(row for group in themes for row in answer_rows(result, scan, group.id))


def _rows(result: Result, scan: Scan, state: State) -> tuple[AnswerRow, ...]:
    return tuple(row for row in _all_rows(result, scan) if row.state is state)


def _asked(result: Result) -> Iterator[Question]:
    return (mark.question for mark in result.marks.values())


def _on_the_line(questionnaire: Questionnaire, question: Question) -> bool:
    gate = questionnaire.scoring.gate
    return gate is not None and question.scored and question.level == gate.level


def _example(result: Result) -> Explanation | None:
    """Return the smallest theme with a score, worked out: short enough to follow."""
    themes = [result.groups[group.id] for group in _asked_themes(result)]
    scored = [
        score
        for score in themes
        if score.cautious.points is not None and score.counts.asked >= FEWEST_FOR_EXAMPLE
    ]
    chosen = min(scored, key=lambda score: score.counts.asked, default=None)
    return explain(result, chosen.id) if chosen else None


def _norms(result: Result, library: Library) -> tuple[Norm, ...]:
    used = {code for mark in result.marks.values() for code in mark.question.item.refs}
    codes = {norm.code for norm in library.norms_of(sorted(used))}
    return tuple(norm for norm in library.norms if norm.code in codes)

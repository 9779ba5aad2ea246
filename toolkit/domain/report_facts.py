"""What a report consists of: the facts, in the order in which they are said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from toolkit.domain.fields import Text
from toolkit.domain.library import Figure as NationalFigure
from toolkit.domain.library import Norm, Role, Term
from toolkit.domain.life import ALONE, Life
from toolkit.domain.look import PLAIN, Look
from toolkit.domain.questionnaire import Questionnaire, Selection
from toolkit.domain.report_rows import AdviceRow, AnswerRow, Cited, MinimumRow, UnknownRow
from toolkit.domain.report_theme import ThemeFacts
from toolkit.domain.scan import PlannedAction, Scan
from toolkit.domain.scoring.result import MinimumState, Result
from toolkit.domain.scoring.trace import Explanation

ON_SUMMARY, IN_BODY = 6, 10
QUICK_ON_SUMMARY = 3
UNKNOWN_ON_SUMMARY = 4
CHAPTERS = (
    "reading",
    "summary",
    "minimum",
    "comparison",
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

Blanks = Mapping[str, str]
"""What a municipality fills in itself, by the name of the place; marked where it is missing."""


class Kind(StrEnum):
    """The documents a scan can become."""

    FULL = "full"
    COUNCIL = "council"
    CHILDREN = "children"
    PROGRESS = "progress"
    PROPOSAL = "proposal"
    LETTER = "letter"
    DECISION = "decision"

    @property
    def forms(self) -> tuple[Form, ...]:
        """In which forms there is one; the usual one comes first."""
        return tuple(Form) if self is Kind.FULL else (Form.PUBLICATION,)


class Form(StrEnum):
    """Working form for members, publication form for everyone."""

    WORK = "work"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything one document says, in the order it says it.

    ``evidenced`` names the items that have evidence, also where the evidence itself was struck.
    ``in_dossier`` says that it goes into a dossier, which holds nothing that is not for everyone.
    """

    kind: Kind
    form: Form
    day: date
    scan: Scan
    questionnaire: Questionnaire
    result: Result
    minimum: tuple[MinimumRow, ...]
    advice: tuple[AdviceRow, ...]
    unknown: tuple[UnknownRow, ...]
    phrases: tuple[Text, ...]
    contradictions: tuple[Text, ...]
    themes: tuple[ThemeFacts, ...]
    not_applicable: tuple[AnswerRow, ...]
    disputed: tuple[AnswerRow, ...]
    respondents: tuple[Role, ...]
    example: Explanation | None
    articles: tuple[Cited, ...]
    norms: tuple[Norm, ...]
    figures: tuple[NationalFigure, ...]
    abbreviations: tuple[Term, ...]
    carries_scan: bool
    evidenced: frozenset[str] = frozenset()
    blanks: Blanks = field(default_factory=dict)
    life: Life = ALONE
    look: Look = PLAIN
    in_dossier: bool = False

    def filled(self, blanks: Blanks) -> Facts:
        """Return the same facts with what the municipality filled in at the marked places."""
        return replace(self, blanks=blanks)

    def within(self, life: Life) -> Facts:
        """Return the same facts of a scan with what came before and after it."""
        return replace(self, life=life)

    def dressed(self, look: Look) -> Facts:
        """Return the same facts in the look of the municipality."""
        return replace(self, look=look)

    @property
    def priorities(self) -> tuple[AdviceRow, ...]:
        """The most urgent advice, for the summary."""
        return self.advice[:ON_SUMMARY]

    @property
    def missing(self) -> tuple[MinimumRow, ...]:
        """The agreements that are missing, in the order of their advice; without any, last."""
        order = {row.id: place for place, row in enumerate(self.advice)}

        def place(row: MinimumRow) -> int:
            return order[row.first_step.id] if row.first_step else len(order)

        return tuple(sorted(self.of_state("missing"), key=place))

    @property
    def plan(self) -> tuple[AdviceRow, ...]:
        """The advice in the body of the report."""
        return self.advice[:IN_BODY]

    @property
    def annex(self) -> tuple[AdviceRow, ...]:
        """The advice that is left for the annex."""
        return self.advice[IN_BODY:]

    @property
    def quick(self) -> tuple[AdviceRow, ...]:
        """The advice that costs hours to days."""
        return tuple(row for row in self.advice if row.quick)

    @property
    def open(self) -> int:
        """How many questions are still open."""
        return self.result.overall.counts.open

    @property
    def unconfirmed(self) -> int:
        """How many answers came along from the last round without anybody confirming them."""
        return len(self.scan.unconfirmed)

    @property
    def minimum_asked(self) -> int:
        """How many questions of the minimum line were asked, also where they do not apply."""
        marks = self.result.marks.values()
        return sum(self.questionnaire.on_the_line(mark.question) for mark in marks)

    @property
    def minimum_in_all(self) -> int:
        """How many questions the minimum line has."""
        questions = self.questionnaire.questions.values()
        return sum(map(self.questionnaire.on_the_line, questions))

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
            "comparison": self.life.comparison is None,
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
    def looks_three_ways(self) -> bool:
        """Whether paper, practice and child are all asked about."""
        return {"policy", "practice", "child"} <= set(self.result.overall.dimensions)

    @property
    def unknown_shown(self) -> tuple[UnknownRow, ...]:
        """The weightiest unknowns, for the summary."""
        return self.unknown[:UNKNOWN_ON_SUMMARY]

    @property
    def unknown_more(self) -> int:
        """How many unknowns the summary leaves out."""
        return len(self.unknown) - len(self.unknown_shown)

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

"""The rows a report is made of: one dataclass a table, and how each row is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from toolkit.domain.answers import Answer, Answers, State, View
from toolkit.domain.items import Advice
from toolkit.domain.library import Article, Library, Norm, Role
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.scan import Evidence, Scan
from toolkit.domain.scoring.result import AdvicePoint, Mark, MinimumState, Result

PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Cited:
    """A treaty article with the questions that rest on it."""

    article: Article
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One advice, who takes it up, and the questions that ask for it."""

    id: str
    advice: Advice
    owner: Role
    reasons: tuple[Question, ...]
    norms: tuple[Norm, ...]
    priority: Decimal
    minimum: bool

    @property
    def theme(self) -> str | None:
        """The theme of the question that asks for it first."""
        return self.reasons[0].theme

    @property
    def quick(self) -> bool:
        """Whether it costs hours to days only."""
        return self.advice.effort == "S"


@dataclass(frozen=True, slots=True)
class MinimumRow:
    """One item of the minimum line with its word, its treaty articles and its first step."""

    question: Question
    state: MinimumState
    articles: tuple[Article, ...]
    norms: tuple[Norm, ...]
    first_step: AdviceRow | None
    disputed: bool


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """A question nobody could answer, and whom to ask."""

    question: Question
    ask: tuple[Role, ...]
    minimum: bool
    left_open: bool


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One question as answered; ``points`` is absent where nothing counts."""

    question: Question
    answer: Answer
    mark: Mark | None
    evidence: tuple[EvidenceRow, ...]

    @property
    def state(self) -> State:
        """The state of the answer; a question that counts as 0 unasked has an answer: 0."""
        return self.mark.state or State.ANSWERED if self.mark else self.answer.state

    @property
    def sides(self) -> tuple[Side, ...]:
        """Both sides of a disagreement, or nothing."""
        kind = kind_of(self.question)
        return tuple(
            Side(view, kind.points(self.question, view.value)) for view in self.answer.views
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement, with the points it would have."""

    view: View
    points: Decimal


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One use of a piece of evidence: the register's entry, or the words as typed."""

    entry: Evidence | None
    place: str
    number: int


def advice_rows(result: Result, library: Library) -> tuple[AdviceRow, ...]:
    """Return the advice of a result in order of priority, with what belongs to it."""
    return tuple(_advice_row(point, result, library) for point in result.advice)


def _advice_row(point: AdvicePoint, result: Result, library: Library) -> AdviceRow:
    questions = result.questionnaire.questions
    reasons = tuple(questions[item] for item in point.items)
    return AdviceRow(
        id=point.id,
        advice=point.advice,
        owner=library.role(point.advice.owner),
        reasons=reasons,
        norms=library.norms_of(reasons[0].item.refs),
        priority=point.priority,
        minimum=any(_is_minimum(result, item) for item in point.items),
    )


def minimum_rows(
    result: Result, library: Library, advice: Iterable[AdviceRow]
) -> tuple[MinimumRow, ...]:
    """Return every item of the minimum line in file order."""
    first: dict[str, AdviceRow] = {}
    for row in advice:
        for question in row.reasons:
            first.setdefault(question.id, row)
    return tuple(
        MinimumRow(
            question=mark.question,
            state=mark.minimum,
            articles=library.articles_of(mark.question.item.crc),
            norms=library.norms_of(mark.question.item.refs),
            first_step=first.get(mark.id),
            disputed=bool(mark.answer.views),
        )
        for mark in result.marks.values()
        if mark.minimum is not None
    )


def unknown_rows(result: Result, library: Library) -> tuple[UnknownRow, ...]:
    """Return what nobody knows, the weightiest first: minimum items, then by weight."""
    marks = [result.marks[item] for item in result.find_out]
    marks.sort(key=lambda mark: (mark.minimum is None, -mark.weight))
    return tuple(
        UnknownRow(
            question=mark.question,
            ask=_whom_to_ask(mark.question, library),
            minimum=mark.minimum is not None,
            left_open=mark.answer.left_open,
        )
        for mark in marks
    )


def _whom_to_ask(question: Question, library: Library) -> tuple[Role, ...]:
    """Return the functions; a partner is left out where the question names which."""
    named = question.item.who_outside is not None
    return tuple(library.role(role) for role in question.item.who if role != PARTNER or not named)


def answer_rows(result: Result, scan: Scan, theme: str) -> tuple[AnswerRow, ...]:
    """Return the questions of a theme that have a row, in file order, each with its answer."""
    return tuple(
        AnswerRow(
            question=question,
            answer=scan.answers.get(question.id, Answer(State.OPEN)),
            mark=result.marks.get(question.id),
            evidence=tuple(evidence_used(scan, question.id)),
        )
        for question in result.questionnaire.questions.values()
        if question.theme == theme and _is_shown(question, result, scan)
    )


def evidence_used(scan: Scan, item_id: str) -> Iterator[EvidenceRow]:
    """Yield what an answer rests on; ``register-id, p. 3`` names an entry of the register."""
    register = {entry.id: (entry, number) for number, entry in enumerate(scan.evidence, start=1)}
    answer = scan.answers.get(item_id)
    for words in answer.evidence if answer else ():
        name, place = named_entry(words)
        entry, number = register.get(name, (None, 0))
        yield EvidenceRow(entry, place if entry else words, number)


def named_entry(words: str) -> tuple[str, str]:
    """Return the entry that a line of evidence may name, and the page or section in it."""
    name, _, place = words.partition(",")
    return name.strip(), place.strip()


def named_entries(answers: Answers, register: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the entries of a register that answers name, in its order."""
    lines = (line for answer in answers.values() for line in answer.evidence)
    named = {named_entry(line)[0] for line in lines}
    return tuple(entry for entry in register if entry.id in named)


def cited(result: Result, library: Library) -> tuple[Cited, ...]:
    """Return the treaty articles behind the visible questions, by number."""
    questions: dict[int, list[Question]] = {}
    for mark in result.marks.values():
        for number in mark.question.item.crc:
            questions.setdefault(number, []).append(mark.question)
    known = library.articles_of(sorted(questions))
    return tuple(Cited(article, tuple(questions[article.number])) for article in known)


def _is_minimum(result: Result, item_id: str) -> bool:
    mark = result.marks.get(item_id)
    return mark is not None and mark.minimum is not None


def _is_shown(question: Question, result: Result, scan: Scan) -> bool:
    """Return whether the report has a row for it; an unscored question only when answered."""
    if question.scored:
        return question.id in result.marks
    return question.id in scan.answers and question.id not in result.hidden

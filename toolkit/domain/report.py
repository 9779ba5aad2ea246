"""What a report says: which figures, items, advice and phrases, in which order. No sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import StrEnum

from toolkit.domain.answers import Answer, Answers, State
from toolkit.domain.fields import Text
from toolkit.domain.library import Library, Norm
from toolkit.domain.life import Life
from toolkit.domain.questionnaire import Group, Questionnaire
from toolkit.domain.report_facts import IN_BODY, Facts, Form, Kind
from toolkit.domain.report_rows import (
    AnswerRow,
    advice_rows,
    answer_rows,
    cited,
    minimum_rows,
    unknown_rows,
)
from toolkit.domain.report_theme import phrases, theme_facts
from toolkit.domain.scan import Scan
from toolkit.domain.scoring.result import Result
from toolkit.domain.scoring.trace import Explanation, explain
from toolkit.domain.told_back import promised

__all__ = ["Barred", "Facts", "Form", "Kind", "barred", "facts", "publishable"]

FEWEST_FOR_EXAMPLE = 3


class Barred(StrEnum):
    """Why a scan cannot become some kind of document, or not yet."""

    NO_LINE = "no_line"
    NO_ROUND = "no_round"
    NOTHING_DECIDED = "nothing_decided"
    NOT_ADOPTED = "not_adopted"


def barred(kind: Kind, scan: Scan, questionnaire: Questionnaire, life: Life) -> Barred | None:
    """Return why this kind of document cannot be offered, if so.

    What says how a municipality stands with its agreements needs a minimum line; progress needs a
    round before this one; young people are told back once something was decided; a decision sheet
    needs a decision.
    """
    if kind is Kind.FULL:
        return None
    if not any(map(questionnaire.on_the_line, questionnaire.questions.values())):
        return Barred.NO_LINE
    if kind is Kind.PROGRESS and life.comparison is None:
        return Barred.NO_ROUND
    if kind is Kind.CHILDREN and not promised(scan.actions):
        return Barred.NOTHING_DECIDED
    if kind is Kind.DECISION and scan.adoption is None:
        return Barred.NOT_ADOPTED
    return None


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
    or answers in one's own words. Raises `ValueError` for a form in which the kind does not exist.
    """
    if form not in kind.forms:
        raise ValueError(f"{kind} is never made in the form {form}")
    shown = scan if form is Form.WORK else publishable(scan, result.questionnaire)
    if form is Form.PUBLICATION:
        result = _with_answers(result, shown.answers)
    advice = advice_rows(result, library)
    return Facts(
        kind=kind,
        form=form,
        day=day,
        scan=shown,
        questionnaire=result.questionnaire,
        result=result,
        minimum=minimum_rows(result, library, advice),
        advice=advice,
        unknown=unknown_rows(result, library),
        phrases=phrases(result.questionnaire, result.overall),
        contradictions=_contradictions(result),
        themes=tuple(
            theme_facts(group, result, shown, advice, IN_BODY) for group in _asked_themes(result)
        ),
        not_applicable=_rows(result, shown, State.NOT_APPLICABLE),
        disputed=tuple(row for row in _all_rows(result, shown) if row.answer.views),
        respondents=tuple(library.role(name) for name in shown.respondents),
        example=_example(result),
        articles=cited(result, library),
        norms=_norms(result, library),
        figures=tuple(library.figure(key) for key in result.questionnaire.figures),
        abbreviations=library.glossary.abbreviations,
        carries_scan=carries_scan,
        evidenced=frozenset(item for item, answer in scan.answers.items() if answer.evidence),
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
    actions = tuple(replace(action, note="", reason="") for action in scan.actions)
    return replace(scan, answers=answers, evidence=(), actions=actions, title="")


def _publishable(answer: Answer) -> Answer:
    views = tuple(replace(view, reason="") for view in answer.views)
    return replace(answer, note="", reason="", evidence=(), views=views)


def _with_answers(result: Result, answers: Answers) -> Result:
    """Return the same figures beside answers from which texts were struck."""
    marks = {
        item: replace(mark, answer=answers.get(item, mark.answer))
        for item, mark in result.marks.items()
    }
    return replace(result, answers=answers, marks=marks)


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

"""An independent calculation from the raw files comes to the same figures."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cache

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracle import Given, Head, recompute
from toolkit.catalogue.shipped import shipped
from toolkit.domain.answers import UNKNOWN, Answer, answered, not_applicable
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.scoring.result import GroupScore
from toolkit.domain.scoring.score import score
from toolkit.paths import QUESTIONNAIRES

MAIN = ("kinderrechten-mensenhandel", "2026.1")
HEAD = """
format: "1"
id: shape
edition: "1"
languages: [nl]
title: {nl: Vorm}
scales:
  policy: [{value: 0, label: {nl: a}}, {value: 1, label: {nl: b}}, {value: 4, label: {nl: c}}]
  wide: [{value: 0, label: {nl: a}}, {value: 2.5, label: {nl: b}}, {value: 7, label: {nl: c}}]
intake:
  - id: sea
    type: choice
    question: {nl: Zee}
    options: [{id: "yes", label: {nl: ja}}, {id: "no", label: {nl: nee}}]
themes:
  - id: one
    title: {nl: Een}
    weight: 3
    method: mean_of_children
    groups:
      - id: one_a
        title: {nl: Een a}
        weight: 2
        method: sum
        items:
          - {id: a, type: scale, dimension: policy, weight: 3, question: {nl: a}}
          - {id: b, type: scale, dimension: policy, scale: wide, question: {nl: b}}
      - id: one_b
        title: {nl: Een b}
        method: min_of_children
        items:
          - {id: c, type: yes_partly_no, dimension: policy, weight: 0.5, question: {nl: c}}
          - {id: d, type: scale, dimension: policy, scale: wide, question: {nl: d}}
  - id: two
    title: {nl: Twee}
    weight: 0.7
    items:
      - {id: e, type: scale, dimension: policy, question: {nl: e}, show_if: {item: sea, equals: "yes"}}
      - {id: f, type: scale, dimension: policy, weight: 2.25, question: {nl: f}}
      - {id: g, type: yes_partly_no, dimension: policy, question: {nl: g}}
"""
SHAPES = {
    "mean": "{method: mean, coverage: 0.5}",
    "truncated": "{method: mean_of_children, rounding: {digits: 0, mode: down}}",
    "sums": "{method: sum_of_children, rounding: {digits: 2, mode: up}}",
    "carried": "{method: mean_of_children, rounding: {mode: up, carry: rounded}}",
    "blanks": "{method: mean_of_children, unanswered: zero}",
    "weakest": "{method: min_of_children, coverage: 0.34, rounding: {carry: rounded, mode: down}}",
}


@cache
def main_head() -> Head:
    folder = QUESTIONNAIRES.joinpath(*MAIN)
    raw = yaml.load((folder / "questionnaire.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    for theme in raw["themes"]:
        theme["items"] = yaml.load((folder / theme["items"]).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    head: Head = raw
    return head


def shape(rules: str) -> Head:
    head: Head = yaml.load(f"{HEAD}\nscoring: {rules}", yaml.BaseLoader)  # noqa: S506
    return head


def raw_answers(questionnaire: Questionnaire) -> st.SearchStrategy[Given]:
    """Draw a raw answer, "?" (unknown) or "-" (not applicable), or nothing, for every question."""
    questions = questionnaire.questions.values()
    return st.fixed_dictionaries(
        {}, optional={q.id: st.sampled_from((*_words(q), "?", "-")) for q in questions if _words(q)}
    )


def _words(question: Question) -> tuple[str, ...]:
    return tuple(
        f"{value}" for value in kind_of(question).values(question) if isinstance(value, str)
    ) or tuple(f"{level.value}" for level in question.scale)


def answers(questionnaire: Questionnaire, given: Given) -> Mapping[str, Answer]:
    return {name: _answer(questionnaire.questions[name], text) for name, text in given.items()}


def _answer(question: Question, text: str) -> Answer:
    if text in "?-":
        return UNKNOWN if text == "?" else not_applicable("none here")
    return answered(kind_of(question).parse(question, text))


def stated(group: GroupScore) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    figures = (group.cautious.points, group.cautious.share, group.known_share)
    points, share, known = (None if each is None else Fraction(each) for each in figures)
    return points, share, known


def scored(questionnaire: Questionnaire, given: Given) -> Mapping[str, object]:
    result = score(questionnaire, answers(questionnaire, given))
    return {group.id: stated(group) for group in (result.overall, *result.groups.values())}


@given(st.data())
@settings(max_examples=60)
def test_the_main_questionnaire_scores_as_recomputed(data: st.DataObject) -> None:
    questionnaire = shipped().find(*MAIN)
    raw = data.draw(raw_answers(questionnaire))

    assert scored(questionnaire, raw) == recompute(main_head(), raw)


@pytest.mark.parametrize("rules", SHAPES.values(), ids=SHAPES)
@given(data=st.data())
def test_other_shapes_score_as_recomputed(rules: str, data: st.DataObject) -> None:
    head = shape(rules)
    questionnaire = Questionnaire.model_validate(head)
    raw = data.draw(raw_answers(questionnaire))

    assert scored(questionnaire, raw) == recompute(head, raw)


def test_the_recalculation_finds_figures_to_compare() -> None:
    best = {
        name: _words(question)[-1]
        for name, question in shipped().find(*MAIN).questions.items()
        if _words(question)
    }

    found = recompute(main_head(), best)

    assert len(found) == 12
    assert all(share is not None and share > 50 for _, share, _ in found.values())

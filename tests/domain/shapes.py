"""Draws questionnaires of any shape, with any answers to them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import count

from hypothesis import strategies as st

from tests.builders import (
    TEXT,
    Raw,
    a_group,
    a_questionnaire,
    an_intake_item,
    an_item,
    some_options,
)
from toolkit.domain.answers import (
    OPEN,
    UNKNOWN,
    Answer,
    Answers,
    View,
    answered,
    disputed,
    not_applicable,
)
from toolkit.domain.items import Item
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Group, Question, Questionnaire

NOT_HERE = not_applicable("none here")
WEIGHTS = ("1", "2", "3", "0.5")
FLAT = ("mean", "sum")
MEANS = ("mean", "mean_of_children", "min_of_children")
NESTED = ("mean", "sum", "mean_of_children", "sum_of_children")

ALIKE: tuple[Raw, ...] = (
    {"type": "scale"},
    {"type": "yes_partly_no"},
    {"type": "choice", "options": some_options(none="0", some="1.5", all="4")},
)
MIXED: tuple[Raw, ...] = (
    *ALIKE,
    {"type": "statement"},
    {"type": "multi_choice", "options": some_options(a="1", b="2.5", c="6"), "maximum": "7"},
)
ROUNDINGS: tuple[Raw, ...] = tuple(
    {"digits": "4", "mode": mode, "carry": carry}
    for mode in ("half_up", "down", "up")
    for carry in ("exact", "rounded")
)


@st.composite
def questionnaires(
    draw: st.DrawFn,
    /,
    *,
    methods: Sequence[str] = FLAT,
    kinds: Sequence[Raw] = MIXED,
    conditions: bool = True,
    **rules: object,
) -> Questionnaire:
    """Draw a questionnaire; some items hang on an intake answer or follow up on another item."""
    number = count()
    conditional = st.none() if not conditions else st.sampled_from((None, None, "intake", "scored"))

    def item() -> Raw:
        here = next(number)
        hangs = _condition(draw(conditional), draw(st.integers(0, max(here - 1, 0))), here)
        return an_item(
            f"i{here}",
            weight=draw(st.sampled_from(WEIGHTS)),
            level=draw(st.sampled_from(("minimum", "deepening"))),
            dimension=draw(st.sampled_from(("policy", "child"))),
            scale="policy",
            **draw(st.sampled_from(kinds)),
            **hangs,
        )

    def group(name: str, depth: int) -> Raw:
        size = range(draw(st.integers(1, 3)))
        nested = depth > 0 and draw(st.booleans())
        inside = [group(f"{name}_{n}", depth - 1) if nested else item() for n in size]
        return a_group(
            name,
            *inside,
            weight=draw(st.sampled_from(WEIGHTS)),
            method=draw(st.sampled_from(methods)),
        )

    themes = [group(f"t{n}", 2) for n in range(draw(st.integers(1, 3)))]
    scoring = {
        "method": draw(st.sampled_from(methods)),
        "rounding": draw(st.sampled_from(ROUNDINGS)),
        "bands": [
            {"id": "low", "from": "0", "label": TEXT},
            {"id": "high", "from": "50", "label": TEXT},
        ],
        "gate": {"level": "minimum", "pass": "2", "in_order": "3", "cap": "low"},
        **rules,
    }
    return a_questionnaire(*themes, scoring=scoring, intake=[an_intake_item("harbour")])


def _condition(kind: str | None, other: int, here: int) -> Raw:
    if kind == "intake":
        return {"show_if": {"item": "harbour", "equals": "yes"}}
    if kind == "scored" and other < here:
        return {"show_if": {"item": f"i{other}", "at_least": "2"}, "when_hidden": "zero"}
    return {}


@st.composite
def answers_to(
    draw: st.DrawFn,
    /,
    questionnaire: Questionnaire,
    *others: Answer,
) -> Answers:
    """Draw a value, a disagreement or one of ``others`` for every question."""
    return {
        question.id: draw(_answer(question, others))
        for question in questionnaire.questions.values()
    }


def _answer(question: Question, others: Sequence[Answer]) -> st.SearchStrategy[Answer]:
    values = st.sampled_from(kind_of(question).values(question))
    views = st.tuples(values, values).map(
        lambda pair: disputed(View(pair[0], "one", "why"), View(pair[1], "other", "why"))
    )
    found = values.map(answered) if not question.scored else values.map(answered) | views
    return found | st.sampled_from(others) if others else found


ANY_STATE = (UNKNOWN, OPEN, NOT_HERE)


def remade(questionnaire: Questionnaire, change: Callable[[Item], Item]) -> Questionnaire:
    """Return the questionnaire with every item of its themes changed."""
    fields = {name: getattr(questionnaire, name) for name in Questionnaire.model_fields}
    themes = tuple(_remade(theme, change) for theme in questionnaire.themes)
    return Questionnaire.model_construct(**{**fields, "themes": themes})


def without(questionnaire: Questionnaire, gone: Sequence[str]) -> Questionnaire:
    """Return the questionnaire in which these items are no longer asked."""
    return remade(
        questionnaire,
        lambda item: item.model_copy(update={"retired": item.retired or item.id in gone}),
    )


def heavier(questionnaire: Questionnaire, factor: Decimal) -> Questionnaire:
    """Return the questionnaire in which every item weighs this many times as much."""
    return remade(
        questionnaire, lambda item: item.model_copy(update={"weight": item.weight * factor})
    )


def _remade(group: Group, change: Callable[[Item], Item]) -> Group:
    return group.model_copy(
        update={
            "groups": tuple(_remade(inside, change) for inside in group.groups),
            "items": tuple(change(item) for item in group.items),
        }
    )

"""Says what to do next about the answers that leave something to do, most urgent first."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from toolkit.domain.answers import State
from toolkit.domain.items import Advice, Item, Step
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import AdvicePoint, Mark
from toolkit.domain.scoring_rules import Scoring

ZERO = Decimal(0)
FIRST_LEVEL = "minimum"  # the level that counts as urgent where no gate names one


class _Reason(NamedTuple):
    """One item that asks for an advice."""

    id: str
    advice: Advice
    item: str
    priority: Decimal


def advice_from(questionnaire: Questionnaire, marks: Iterable[Mark]) -> tuple[AdvicePoint, ...]:
    """Return the advice that the answers ask for, most urgent first, ties in file order.

    An advice that several items ask for appears once, with all of them, where the most urgent
    one puts it.
    """
    reasons = tuple(_reasons(questionnaire, marks))
    asking: dict[str, list[str]] = {}
    for reason in reasons:
        asking.setdefault(reason.id, []).append(reason.item)
    urgent: dict[str, _Reason] = {}
    for reason in sorted(reasons, key=lambda reason: -reason.priority):
        urgent.setdefault(reason.id, reason)
    return tuple(
        AdvicePoint(
            id=name,
            advice=first.advice,
            items=tuple(asking[name]),
            step=_step_in(name),
            priority=first.priority,
        )
        for name, first in urgent.items()
    )


def step_for(mark: Mark) -> Step | None:
    """Return ``low`` under half of the item's maximum, ``mid`` under all of it, else nothing.

    Only an answer asks for advice: what nobody knows is to be found out first.
    """
    if mark.state is not State.ANSWERED or mark.points is None or mark.points >= mark.maximum:
        return None
    return "low" if 2 * mark.points < mark.maximum else "mid"


def first_step(questionnaire: Questionnaire, item: str) -> Advice | None:
    """Return what is advised to begin with where the answer to a question is low, if anything."""
    found = _follow(questionnaire, f"{item}.low")
    return None if found is None else found[1]


def _reasons(questionnaire: Questionnaire, marks: Iterable[Mark]) -> Iterator[_Reason]:
    for mark in marks:
        step = step_for(mark)
        if step is not None and step in mark.question.item.advice:
            found = _follow(questionnaire, f"{mark.id}.{step}")
            if found is not None:
                name, advice = found
                yield _Reason(name, advice, mark.id, _priority(mark, advice, questionnaire.scoring))


def _priority(mark: Mark, advice: Advice, rules: Scoring) -> Decimal:
    urgent_level = rules.gate.level if rules.gate is not None else FIRST_LEVEL
    missing = mark.maximum - (mark.points or ZERO)
    return (
        missing * mark.weight
        + (rules.priority.minimum if mark.question.level == urgent_level else ZERO)
        + (rules.priority.quick if advice.effort == "S" else ZERO)
    )


def _follow(questionnaire: Questionnaire, advice_id: str) -> tuple[str, Advice] | None:
    """Return the advice that an id stands for: a step may name the advice of another item."""
    seen: set[str] = set()
    while advice_id not in seen:
        seen.add(advice_id)
        item = _item(questionnaire, advice_id.rpartition(".")[0])
        found = item.advice.get(_step_in(advice_id)) if item is not None else None
        if not isinstance(found, str):
            return None if found is None else (advice_id, found)
        advice_id = found
    return None


def _item(questionnaire: Questionnaire, item_id: str) -> Item | None:
    question = questionnaire.questions.get(item_id)
    if question is not None:
        return question.item
    return next((item for item in questionnaire.all_items() if item.id == item_id), None)


def _step_in(advice_id: str) -> Step:
    return "low" if advice_id.endswith(".low") else "mid"

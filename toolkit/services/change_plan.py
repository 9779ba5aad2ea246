"""Changes the plan of a workshop in one of its parts, over the version that its advisor saw."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Actor
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Question
from toolkit.domain.workshop_plan import Plan
from toolkit.services.open_workshop import Held, open_workshop
from toolkit.services.plan_workshop import PlanChanged, keep_plan
from toolkit.storage.ids import new_id

Change = Callable[[Plan], Plan]


def change_plan(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    name: str,
    change: Change,
    *,
    seen: int,
) -> Plan:
    """Keep a plan as ``change`` makes it, and return it.

    Raises `NotFound`, `PlanChanged`, and what ``change`` raises.
    """
    held = open_workshop(actor, connection, shelf, library, name)
    if held.kept.version != seen:
        raise PlanChanged
    plan = change(held.plan)
    keep_plan(held, plan, seen=seen)
    return plan


def own_id() -> str:
    """Return the id of a point or phase of somebody's own; one that went is never used again."""
    return f"own_{new_id()[:16]}"


def card_choice(held: Held, phase: str) -> tuple[Question, ...]:
    """Return the questions that can go by cards in a phase, in the order of the questionnaire.

    Those that the story tests and those of the short round; what goes by cards elsewhere does not
    come back here, because the cards of a question are counted once.
    """
    plan, questionnaire = held.plan, held.questionnaire
    here = {item for one in plan.phases if one.id == phase for item in one.cards}
    elsewhere = {item for one in plan.phases if one.id != phase for item in one.cards}
    short = next(iter(questionnaire.selections), None)
    first, tested = questionnaire.levels[0], _tested(held)
    return tuple(
        question
        for name, question in questionnaire.questions.items()
        if name in here
        or (
            question.scored
            and name not in elsewhere | set(plan.opening)
            and (name in tested or (short is not None and short.holds(question.item, first)))
        )
    )


def _tested(held: Held) -> frozenset[str]:
    """Return the questions that the story of a workshop tests."""
    return frozenset(
        item for case in held.cases if case.id == held.plan.scenario for item in case.items
    )

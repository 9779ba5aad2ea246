"""Advice must be there, and lead somewhere when it names another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from toolkit.catalogue.rules.subject import PlacedItem, Subject, scorable
from toolkit.domain.problems import Place
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Advice, Step
from toolkit.reading.shape import Fault, nearest

_STEPS: tuple[Step, ...] = ("low", "mid")


def advice_leads_somewhere(subject: Subject) -> Iterator[Fault]:
    """An advice that names another ends, in one step or more, at a written one."""
    written = {
        f"{placed.item.id}.{step}": advice
        for placed in subject.items
        for step, advice in placed.item.advice.items()
    }
    circular: set[str] = set()
    for placed in subject.items:
        for step in placed.item.advice:
            place = (*placed.place, "advice", step)
            yield from _followed(f"{placed.item.id}.{step}", written, circular, place)


def advice_is_there(subject: Subject) -> Iterator[Fault]:
    """When some questions have advice for a step, every scored one that can end there has it."""
    used = {step for placed in subject.items for step in placed.item.advice}
    for placed in subject.items:
        if placed.scored and not placed.item.retired:
            for step in _STEPS:
                if step in used and step not in placed.item.advice and _can_end_at(placed, step):
                    yield Fault(
                        "advice_missing",
                        (*placed.place, "advice"),
                        {"name": placed.item.id, "step": step},
                    )
        elif placed.item.advice and not placed.scored and not scorable(placed.item):
            yield Fault("advice_unused", (*placed.place, "advice"), {"name": placed.item.id})


def _followed(
    start: str, written: Mapping[str, Advice | str], circular: set[str], place: Place
) -> Iterator[Fault]:
    """Follow the names from ``start``; a circle is told once, at its first advice."""
    path = [start]
    while isinstance(advice := written[path[-1]], str):
        if advice in circular:
            return
        if advice in path:
            circular.update(path)
            yield Fault("advice_circle", place, {"name": advice})
            return
        if advice not in written:
            if len(path) == 1:
                details = {"name": advice, "nearest": nearest(advice, tuple(written))}
                yield Fault("advice_unknown", place, details)
            return
        path.append(advice)


def _can_end_at(placed: PlacedItem, step: Step) -> bool:
    kind, question = kind_of(placed.question), placed.question
    most = kind.maximum(question)
    if not most:
        return False
    shares = (kind.points(question, value) / most for value in kind.values(question))
    return any((share < 1) and (share * 2 < 1) == (step == "low") for share in shares)

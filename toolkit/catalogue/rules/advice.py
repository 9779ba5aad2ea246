"""Advice must be there, and lead somewhere when it names another."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.catalogue.rules.chains import LONGEST, chains
from toolkit.catalogue.rules.subject import PlacedItem, Subject
from toolkit.domain.items import Step
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, nearest

_STEPS: tuple[Step, ...] = ("low", "mid")


def advice_leads_somewhere(subject: Subject) -> Iterator[Fault]:
    """An advice that names another ends, in a few steps, at a written one."""
    places = dict(_advices(subject))
    named = {name: _named(subject, name) for name in places}
    for name, parts in named.items():
        for part in parts:
            if part not in places:
                details = {"name": part, "nearest": nearest(part, tuple(places))}
                yield Fault("advice_unknown", places[name], details)
    followed = chains(named)
    for circle in followed.circles():
        yield Fault("advice_circle", places[circle[0]], {"name": circle[1]})
    for name in followed.too_long():
        yield Fault("advice_long", places[name], {"name": name, "most": str(LONGEST)})


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
        elif placed.item.advice and not placed.scored and not placed.scorable:
            yield Fault("advice_unused", (*placed.place, "advice"), {"name": placed.item.id})


def _advices(subject: Subject) -> Iterator[tuple[str, Place]]:
    for placed in subject.known.values():
        for step in placed.item.advice:
            yield f"{placed.item.id}.{step}", (*placed.place, "advice", step)


def _named(subject: Subject, name: str) -> tuple[str, ...]:
    item, _, step = name.rpartition(".")
    advice = subject.known[item].item.advice["low" if step == "low" else "mid"]
    return (advice,) if isinstance(advice, str) else ()


def _can_end_at(placed: PlacedItem, step: Step) -> bool:
    kind, question = placed.kind, placed.question
    most = kind.maximum(question)
    if not most:
        return False
    shares = (kind.points(question, value) / most for value in kind.values(question))
    return any((share < 1) and (share * 2 < 1) == (step == "low") for share in shares)

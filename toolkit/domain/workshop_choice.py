"""Chooses the scenario of a workshop, and says why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import Mark, Result
from toolkit.domain.workshop import Scenario, WorkshopTexts
from toolkit.domain.workshop_findings import Finding

NOT_LOW = (Decimal(2), Decimal(0))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A scenario that can be chosen: the question that calls for it most, and what it tests."""

    scenario: Scenario
    because: Question | None
    tests: tuple[Finding, ...]


def candidates(
    scenarios: Sequence[Scenario],
    texts: WorkshopTexts,
    result: Result | None,
    found: Sequence[Finding],
    known: Collection[str],
) -> tuple[Candidate, ...]:
    """Return the scenarios, the one to propose first; never one that resembles a known case.

    The lowest scoring question decides, then the heavier one, then how much was found among what
    the scenario tests. Where nothing is low, the scenario for all others comes first.
    """
    rows = [
        (_rank(scenario, texts, result, found), scenario)
        for scenario in scenarios
        if scenario.id not in known
    ]
    rows.sort(key=lambda row: (row[0], row[1].id != texts.otherwise))
    return tuple(
        Candidate(scenario, _calling(scenario, texts, result), tested(scenario, found))
        for _, scenario in rows
    )


def tested(scenario: Scenario, found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what was found among the questions that a scenario tests."""
    return tuple(one for one in found if one.question.id in scenario.items)


def _rank(
    scenario: Scenario, texts: WorkshopTexts, result: Result | None, found: Sequence[Finding]
) -> tuple[Decimal, Decimal, int]:
    marks = _low_marks(scenario, texts, result)
    share, weight = min(map(_height, marks), default=NOT_LOW)
    return share, weight, -len(tested(scenario, found)) if marks else 0


def _calling(scenario: Scenario, texts: WorkshopTexts, result: Result | None) -> Question | None:
    lowest = min(_low_marks(scenario, texts, result), key=_height, default=None)
    return lowest.question if lowest else None


def _low_marks(scenario: Scenario, texts: WorkshopTexts, result: Result | None) -> tuple[Mark, ...]:
    """Return the questions that call for a scenario and that could have scored higher."""
    if result is None:
        return ()
    items = [item for one in texts.choice if one.scenario == scenario.id for item in one.items]
    marks = [result.marks[item] for item in items if item in result.marks]
    return tuple(mark for mark in marks if _asked(mark) and _height(mark)[0] < 1)


def _asked(mark: Mark) -> bool:
    return mark.state in (State.ANSWERED, State.UNKNOWN, None)


def _height(mark: Mark) -> tuple[Decimal, Decimal]:
    """Return the share of its maximum that a question has, nobody knows being none, and weight."""
    points = Decimal(0) if mark.state is State.UNKNOWN else mark.points or Decimal(0)
    return points / mark.maximum, -mark.weight

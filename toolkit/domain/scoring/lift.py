"""Finds the few answers that would lift a group by one band."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from toolkit.domain.answers import Answers, State, Value, answered
from toolkit.domain.finalising import finalised
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Group
from toolkit.domain.scoring.figures import (
    WHOLE,
    Figures,
    by_group,
    cautious,
    group_with_id,
    marks_in,
)
from toolkit.domain.scoring.result import GroupScore, Mark, MinimumState, Result
from toolkit.domain.scoring.rounding import stated
from toolkit.domain.scoring.score import score
from toolkit.domain.scoring.verdict import band

MOST = 5
ZERO, NOTHING = Decimal(0), Fraction()


@dataclass(frozen=True, slots=True)
class LiftStep:
    """One answer to arrange: its points now (``None``: nobody knows), the answer it needs.

    ``worth`` are the points of that answer; ``demanded`` says that the minimum line asks for it.
    """

    item: str
    points: Decimal | None
    value: Value
    worth: Decimal
    demanded: bool = False


@dataclass(frozen=True, slots=True)
class Lift:
    """The way of a group from its band to the next one, with the share it then has.

    ``reached`` is false when five answers are not enough; the steps are then where to begin.
    """

    id: str
    start: str
    target: str
    steps: tuple[LiftStep, ...]
    reached: bool
    share: Decimal | None


def lift(result: Result, group_id: str = WHOLE) -> Lift | None:
    """Return the answers that would lift a group one band, at most five.

    The answers are taken as final: what is open, or appears on the way, counts as unknown. What
    the minimum line demands comes first, then each time the answer that adds most; every step
    is scored again. ``None`` for a group without a band, or in the highest.
    """
    result = _final(result, result.answers) if result.overall.counts.open else result
    start = result.score(group_id).band
    target = _above(result, start)
    if start is None or target is None:
        return None
    group = group_with_id(result.questionnaire, group_id)
    now, steps = result, dict[str, LiftStep]()
    while not _reached(now, group_id, target):
        step = _next_step(_Trial(now, group), target)
        if step is None or len({*steps, step.item}) > MOST:
            break
        steps[step.item] = _joined(steps.get(step.item), step)
        now = _after(now, step)
    return Lift(
        id=group_id,
        start=start,
        target=target,
        steps=tuple(steps.values()),
        reached=_reached(now, group_id, target),
        share=now.score(group_id).cautious.share,
    )


def _above(result: Result, start: str | None) -> str | None:
    order = [part.id for part in result.questionnaire.scoring.bands]
    if start is None or start == order[-1]:
        return None
    return order[order.index(start) + 1]


def _reached(result: Result, group_id: str, target: str) -> bool:
    return _at_least(result, result.score(group_id).band, target)


def _at_least(result: Result, found: str | None, target: str) -> bool:
    order = [part.id for part in result.questionnaire.scoring.bands]
    return found is not None and order.index(found) >= order.index(target)


def _after(result: Result, step: LiftStep) -> Result:
    return _final(result, {**result.answers, step.item: answered(step.value)})


def _final(result: Result, answers: Answers) -> Result:
    final = finalised(result.questionnaire, answers, selection=result.selection)
    return score(result.questionnaire, final, selection=result.selection)


def _joined(before: LiftStep | None, step: LiftStep) -> LiftStep:
    if before is None:
        return step
    return replace(step, points=before.points, demanded=before.demanded)


@dataclass(frozen=True, slots=True)
class _Trial:
    """What a group would score if one of its answers were another."""

    result: Result
    group: Group

    def marks(self) -> Sequence[Mark]:
        return marks_in(self.group, self.result.marks)

    def after(self, *steps: LiftStep) -> Fraction:
        """Return the exact share of the group after these steps, everything else equal."""
        worth = {step.item: step.worth for step in steps}
        marks = (_changed(mark, worth.get(mark.id)) for mark in self.marks())
        able = frozenset(score.id for score in self._scores() if score.enough)
        rules = self.result.questionnaire.scoring
        exact = Figures(rules, by_group(marks), able, cautious).of(self.group)
        return Fraction(exact.earned) / Fraction(exact.most) if exact and exact.most else NOTHING

    def best(self, steps: Iterable[LiftStep]) -> LiftStep:
        """Return the step that adds most, the first on a tie.

        Of steps that must do the same only the first is tried: there may be a thousand items.
        """
        different: dict[object, LiftStep] = {}
        for step in steps:
            mark = self.result.marks[step.item]
            effect = (mark.question.groups, mark.weight, mark.maximum, mark.cautious, step.worth)
            different.setdefault(effect, step)
        return max(different.values(), key=self.after)

    def reaches(self, step: LiftStep, target: str) -> bool:
        """Return whether the share after a step is enough for a band."""
        rules = self.result.questionnaire.scoring
        share = 100 * self.after(step)
        stated_share = stated(share.numerator, share.denominator, rules.rounding)
        return _at_least(self.result, band(stated_share, rules.bands), target)

    def _scores(self) -> tuple[GroupScore, ...]:
        return (self.result.overall, *self.result.groups.values())


def _next_step(trial: _Trial, target: str) -> LiftStep | None:
    """Return what the minimum line demands, else the smallest answer that does most."""
    demanded = [steps[0] for mark in trial.marks() if (steps := _demanded(trial.result, mark))]
    if demanded:
        return trial.best(demanded)
    rises = {steps[-1]: steps for mark in trial.marks() if (steps := _rises(mark))}
    if not rises:
        return None
    best = trial.best(rises)
    if trial.after(best) <= trial.after():
        return None
    return next((step for step in rises[best] if trial.reaches(step, target)), best)


def _demanded(result: Result, mark: Mark) -> tuple[LiftStep, ...]:
    """Return the answers that lift an item over the minimum line, the smallest first."""
    gate = result.questionnaire.scoring.gate
    if gate is None or mark.minimum not in (MinimumState.MISSING, MinimumState.UNKNOWN):
        return ()
    return tuple(replace(step, demanded=True) for step in _rises(mark) if step.worth >= gate.pass_)


def _rises(mark: Mark) -> tuple[LiftStep, ...]:
    """Return the answers to an item that are worth more than the one it has, rising."""
    if mark.state not in (State.ANSWERED, State.UNKNOWN):
        return ()
    kind, now = kind_of(mark.question), mark.points or ZERO
    steps = (
        LiftStep(mark.id, mark.points, value, kind.points(mark.question, value))
        for value in kind.values(mark.question)
    )
    return tuple(sorted((step for step in steps if step.worth > now), key=_worth))


def _worth(step: LiftStep) -> Decimal:
    return step.worth


def _changed(mark: Mark, worth: Decimal | None) -> Mark:
    return mark if worth is None else replace(mark, cautious=worth)

"""Keeps a plan whole while it is changed: phases have the minutes of their part of the story."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from toolkit.domain.workshop_agenda import FIRST, LAST, shares
from toolkit.domain.workshop_plan import Plan, PlannedPhase, PlannedPoint


class WontFit(ValueError):
    """A change after which a workshop is no longer whole.

    ``code`` says why; ``given`` are the minutes that there are, ``wanted`` those that there have
    to be, ``least`` and ``most`` how many may be.
    """

    def __init__(
        self, code: str, *, given: int = 0, wanted: int = 0, least: int = 0, most: int = 0
    ) -> None:
        super().__init__(code)
        self.code, self.given, self.wanted = code, given, wanted
        self.least, self.most = least, most


def whole(
    plan: Plan,
    *,
    agenda: tuple[PlannedPoint, ...],
    phases: tuple[PlannedPhase, ...],
    minutes: int,
    **parts: object,
) -> Plan:
    """Return the plan with these parts; raise `WontFit` when it is no longer whole."""
    try:
        return plan.changed(agenda=agenda, phases=phases, minutes=minutes, **parts)
    except ValidationError as refused:
        code = refused.errors()[0]["type"]
    lengths = _lengths(agenda)
    story = lengths.get(FIRST, 0) + lengths.get(LAST, 0)
    if code == "phase_minutes":
        raise WontFit(code, given=sum(phase.minutes for phase in phases), wanted=story)
    raise WontFit(code, given=sum(point.minutes for point in agenda), wanted=minutes)


def divided(
    points: Sequence[PlannedPoint],
    phases: Sequence[PlannedPhase],
    before: int,
    fixed: str = "",
) -> tuple[PlannedPhase, ...]:
    """Return the phases with the minutes of their part of the story; raise `WontFit`.

    ``before`` is how many come before the break. A part that adds up stays as it is; in another
    each phase has its share, but for the one that is ``fixed``, and none has less than a minute.
    """
    lengths = _lengths(points)
    if not phases:
        return ()
    if not lengths:
        raise WontFit("no_story_point")
    if len(phases) < len(lengths):
        raise WontFit("phases_few", least=len(lengths))
    cut = _cut(before, len(phases), lengths)
    return (
        *_shared(phases[:cut], lengths.get(FIRST, 0), fixed),
        *_shared(phases[cut:], lengths.get(LAST, 0), fixed),
    )


def _lengths(points: Sequence[PlannedPoint]) -> dict[str, int]:
    return {point.id: point.minutes for point in points if point.id in (FIRST, LAST)}


def _cut(before: int, count: int, lengths: dict[str, int]) -> int:
    """Return how many phases come before the break: none or all of them where there is one part.

    A part that comes back, or lost its last phase, has half of them.
    """
    if FIRST not in lengths:
        return 0
    if LAST not in lengths:
        return count
    return min(before, count - 1) if before else (count + 1) // 2


def _shared(phases: Sequence[PlannedPhase], total: int, fixed: str) -> tuple[PlannedPhase, ...]:
    if sum(phase.minutes for phase in phases) == total and all(p.minutes for p in phases):
        return tuple(phases)
    kept = [phase for phase in phases if phase.id == fixed]
    rest = [phase for phase in phases if phase.id != fixed]
    over = total - sum(phase.minutes for phase in kept)
    if not rest:
        raise WontFit("phase_alone", wanted=total)
    if over < len(rest):
        if kept:
            raise WontFit("phase_long", most=max(total - len(rest), 0))
        raise WontFit("part_short", given=total, least=len(rest))
    parts = dict(zip([phase.id for phase in rest], _at_least_one(over, rest), strict=True))
    return tuple(
        phase.model_copy(update={"minutes": parts.get(phase.id, phase.minutes)}) for phase in phases
    )


def _at_least_one(total: int, phases: Sequence[PlannedPhase]) -> list[int]:
    weights = [phase.minutes for phase in phases]
    found = shares(total, weights)
    if all(found):
        return found
    return [1 + part for part in shares(total - len(phases), weights)]

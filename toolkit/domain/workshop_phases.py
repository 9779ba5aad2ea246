"""Changes the phases of a workshop: their order, their texts, their minutes.

Where the story is told otherwise than before, the supporting organisation has not seen that yet.
"""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.domain.workshop_plan import MOST_PHASES, Plan, PlannedPhase
from toolkit.domain.workshop_whole import WontFit, divided, whole


def phase_moved(plan: Plan, name: str, by: int) -> Plan:
    """Return the plan with a phase so many places later; past an end nothing moves.

    One that goes across the break has the minutes of the one whose place it takes.
    """
    phases, before = list(plan.phases), len(plan.first_phases)
    here = _place(plan, name)
    there = here + by
    if here < 0 or not 0 <= there < len(phases):
        return plan
    one, other = phases[here], phases[there]
    if (here < before) != (there < before):
        one, other = _lasting(one, other.minutes), _lasting(other, one.minutes)
    phases[here], phases[there] = other, one
    return _told(plan, tuple(phases))


def phase_removed(plan: Plan, name: str) -> Plan:
    """Return the plan without a phase, its minutes given to its neighbours; raise `WontFit`."""
    here, before = _place(plan, name), len(plan.first_phases)
    if here < 0:
        return plan
    phases = tuple(phase for phase in plan.phases if phase.id != name)
    if not phases:
        raise WontFit("phases_few", least=1)
    return _with_phases(plan, phases, before - 1 if 0 <= here < before else before)


def phase_kept(plan: Plan, phase: PlannedPhase) -> Plan:
    """Return the plan with a phase as it is now, in its place or at the end; raise `WontFit`.

    The others of its part make room for its minutes.
    """
    here, before = _place(plan, phase.id), len(plan.first_phases)
    if here < 0 and plan.story is None:
        raise WontFit("no_story")
    if here < 0 and len(plan.phases) >= MOST_PHASES:
        raise WontFit("phases_many", most=MOST_PHASES)
    others = [one if one.id != phase.id else phase for one in plan.phases]
    phases = tuple(others) if here >= 0 else (*others, phase)
    return _with_phases(plan, phases, before, phase.id)


def _with_phases(
    plan: Plan, phases: tuple[PlannedPhase, ...], before: int, fixed: str = ""
) -> Plan:
    return _told(plan, divided(plan.agenda, phases, before, fixed))


def _told(plan: Plan, phases: tuple[PlannedPhase, ...]) -> Plan:
    same = _said(plan.phases) == _said(phases)
    consent = plan.consent if same else "not_asked"
    return whole(plan, agenda=plan.agenda, minutes=plan.minutes, phases=phases, consent=consent)


def _place(plan: Plan, name: str) -> int:
    return next((place for place, phase in enumerate(plan.phases) if phase.id == name), -1)


def _lasting(phase: PlannedPhase, minutes: int) -> PlannedPhase:
    return phase.model_copy(update={"minutes": minutes})


def _said(phases: Iterable[PlannedPhase]) -> list[tuple[object, ...]]:
    return [(phase.title, phase.story, phase.discuss, phase.cards) for phase in phases]

"""Changes the agenda of a workshop, so that every minute has its place again each time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from toolkit.domain.workshop import AgendaPoint, WorkshopTexts
from toolkit.domain.workshop_agenda import (
    DAY_FROM,
    FIRST,
    LAST,
    LONGEST,
    OPENING,
    OUTCOME,
    TooShort,
    fitted,
)
from toolkit.domain.workshop_plan import Plan, PlannedPoint
from toolkit.domain.workshop_whole import WontFit, divided, whole

STORY = (FIRST, LAST)


def with_minutes(plan: Plan, minutes: Mapping[str, int], total: int) -> Plan:
    """Return the plan with these minutes a point, of so many in all; raise `WontFit`.

    Where a part of the story has other minutes its phases have their share of those.
    """
    points = [_lasting(point, minutes.get(point.id, point.minutes)) for point in plan.agenda]
    return _with_agenda(plan, points, total)


def fitted_again(plan: Plan, fixed: Mapping[str, int], total: int, texts: WorkshopTexts) -> Plan:
    """Return the plan with these points as they are told and the rest fitted; raise `WontFit`."""
    points = [_lasting(point, fixed.get(point.id, point.minutes)) for point in plan.agenda]
    return _with_agenda(plan, _fit(points, fixed, total, texts), total)


def point_moved(plan: Plan, name: str, by: int) -> Plan:
    """Return the plan with a point so many places lower; raise `WontFit`.

    The story is told in order: its first part stays before its last. Past an end nothing moves.
    """
    points = list(plan.agenda)
    here = _place(points, name)
    there = here + by
    if here < 0 or not 0 <= there < len(points):
        return plan
    points.insert(there, points.pop(here))
    names = [point.id for point in points if point.id in STORY]
    if names == [LAST, FIRST]:
        raise WontFit("story_order")
    return _with_agenda(plan, points, plan.minutes)


def point_removed(plan: Plan, name: str, texts: WorkshopTexts) -> Plan:
    """Return the plan without a point, its minutes given to the rest; raise `WontFit`.

    What is told in a part of the story that goes is told in the other part.
    """
    points = [point for point in plan.agenda if point.id != name]
    if not points:
        raise WontFit("last_point")
    return _with_agenda(plan, _fit(points, (), plan.minutes, texts), plan.minutes)


def point_added(plan: Plan, point: PlannedPoint, texts: WorkshopTexts) -> Plan:
    """Return the plan with a point more, for which the rest makes room; raise `WontFit`.

    One of ours comes back where it stands usually, one's own before the end.
    """
    points = list(plan.agenda)
    if point.id in {one.id for one in points}:
        return plan
    points.insert(_usual_place(points, point.id, texts), point)
    return _with_agenda(plan, _fit(points, (point.id,), plan.minutes, texts), plan.minutes)


def left_out(plan: Plan, texts: WorkshopTexts) -> tuple[PlannedPoint, ...]:
    """Return the points of ours that are not on the agenda, and could be."""
    here = {point.id for point in plan.agenda}
    other = OUTCOME if OPENING in here or plan.opening else OPENING
    lasts_a_day = plan.minutes >= DAY_FROM
    day = {point.id for point in texts.whole_day_points}
    return tuple(
        PlannedPoint(id=point.id, title=point.title, minutes=point.minutes)
        for point in _ours(texts)
        if point.id not in here and point.id != other and (lasts_a_day or point.id not in day)
    )


def _lasting(point: PlannedPoint, minutes: int) -> PlannedPoint:
    return point.model_copy(update={"minutes": minutes})


def _place(points: Sequence[PlannedPoint], name: str) -> int:
    return next((place for place, point in enumerate(points) if point.id == name), -1)


def _with_agenda(plan: Plan, points: Sequence[PlannedPoint], total: int) -> Plan:
    if total > LONGEST:
        raise WontFit("day_long", most=LONGEST)
    before = len(plan.first_phases)
    return whole(
        plan, agenda=tuple(points), minutes=total, phases=divided(points, plan.phases, before)
    )


def _fit(
    points: Sequence[PlannedPoint], fixed: Collection[str], total: int, texts: WorkshopTexts
) -> tuple[PlannedPoint, ...]:
    """Return the points with what is over or lacks divided over those that are not fixed."""
    usual = {point.id: point for point in _ours(texts)}
    rest = [_elastic(point, usual.get(point.id)) for point in points if point.id not in fixed]
    over = total - sum(point.minutes for point in points if point.id in fixed)
    try:
        fit = {one.id: one.minutes for one in fitted(rest, over)} if rest else {}
    except TooShort as short:
        raise WontFit("too_short", least=short.least, given=max(over, 0)) from None
    return tuple(_lasting(point, fit.get(point.id, point.minutes)) for point in points)


def _elastic(point: PlannedPoint, usual: AgendaPoint | None) -> AgendaPoint:
    """Return a point as one that can give and take; one's own keeps its minutes."""
    return AgendaPoint(
        id=point.id,
        minutes=point.minutes,
        least=usual.least if usual else point.minutes,
        grows=usual.grows if usual else 0,
        title=point.title,
    )


def _ours(texts: WorkshopTexts) -> Iterator[AgendaPoint]:
    """Yield every point that we have, in the order of a day."""
    for point in texts.half_day:
        if point.id == "actions":
            yield from texts.whole_day_points
        yield point
        if point.id == OUTCOME:
            yield texts.opening


def _usual_place(points: Sequence[PlannedPoint], name: str, texts: WorkshopTexts) -> int:
    order = [point.id for point in _ours(texts)]
    if name not in order:
        return max(len(points) - 1, 0)
    later = order[order.index(name) :]
    place = next((at for at, point in enumerate(points) if point.id in later), len(points))
    return max(place, _place(points, FIRST) + 1) if name == LAST else place

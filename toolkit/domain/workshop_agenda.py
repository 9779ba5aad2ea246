"""Divides the minutes of a workshop over its agenda, so that they always add up."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.domain.workshop import AgendaPoint, Scenario, WorkshopTexts

STEP = 5
FIRST, LAST, OUTCOME, OPENING = "first_phases", "last_phases", "outcome", "opening"
DAY_FROM, LONGEST = 330, 600
BEFORE_THE_DAY_GOES_ON = "actions"


class TooShort(ValueError):
    """Fewer minutes than a workshop can do with; ``least`` are those."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class TooLong(ValueError):
    """More minutes than a day has; ``most`` are those."""

    def __init__(self, most: int = LONGEST) -> None:
        super().__init__(most)
        self.most = most


def agenda(
    texts: WorkshopTexts, minutes: int, scenario: Scenario | None, *, opens_with_questions: bool
) -> tuple[AgendaPoint, ...]:
    """Return the points of a part of a day, or of a day, of exactly so many minutes.

    Raises `TooShort` and `TooLong`.
    """
    if minutes > LONGEST:
        raise TooLong
    points = list(texts.half_day)
    if opens_with_questions:
        points = [texts.opening if point.id == OUTCOME else point for point in points]
    if minutes >= DAY_FROM:
        place = [point.id for point in points].index(BEFORE_THE_DAY_GOES_ON)
        points[place:place] = texts.whole_day_points
    return fitted(_as_long_as(points, scenario), minutes)


def fitted(points: Sequence[AgendaPoint], minutes: int) -> tuple[AgendaPoint, ...]:
    """Return the points with lengths that add up to ``minutes``; raise `TooShort`.

    What is over goes to the points that grow, what lacks comes from all that can do with less.
    """
    usual, least = sum(p.minutes for p in points), sum(min(p.least, p.minutes) for p in points)
    if minutes < least:
        raise TooShort(least)
    if minutes >= usual:
        changes = shares(minutes - usual, [point.grows for point in points])
    else:
        rooms = [max(0, point.minutes - point.least) for point in points]
        changes = [-cut for cut in shares(usual - minutes, rooms, bounded=True)]
    return tuple(
        point.model_copy(update={"minutes": point.minutes + change})
        for point, change in zip(points, changes, strict=True)
    )


def shares(total: int, weights: Sequence[int], *, bounded: bool = False) -> list[int]:
    """Return a whole number in proportion to each weight, together ``total``, if possible in fives.

    What is left after dividing goes to whom most was cut off, first in order. Without any weight
    the first gets all. ``bounded``: nobody gets more than its weight, of which there is enough.
    """
    if not any(weights):
        return [0 if place else total for place in range(len(weights))]
    uneven = total % STEP or (bounded and any(weight % STEP for weight in weights))
    step = 1 if uneven else STEP
    whole, units = sum(weights), total // step
    parts = [units * weight // whole for weight in weights]
    most_cut = sorted(range(len(weights)), key=lambda one: -(units * weights[one] % whole))
    for place in most_cut[: units - sum(parts)]:
        parts[place] += 1
    return [part * step for part in parts]


def _as_long_as(points: Sequence[AgendaPoint], scenario: Scenario | None) -> list[AgendaPoint]:
    """Return the points with the two parts of the story as long as the scenario asks."""
    if scenario is None:
        return list(points)
    usual = {point.id: point.minutes for point in points}
    first = usual[FIRST] * scenario.minutes // (usual[FIRST] + usual[LAST]) // STEP * STEP
    lengths = {FIRST: first, LAST: scenario.minutes - first}
    return [
        point.model_copy(update={"minutes": lengths.get(point.id, point.minutes)})
        for point in points
    ]

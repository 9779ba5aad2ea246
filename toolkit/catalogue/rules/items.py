"""What belongs to each kind of question, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.catalogue.rules.subject import (
    SCORABLE,
    WITH_OPTIONS,
    PlacedItem,
    Subject,
    has_points,
    scorable,
)
from toolkit.domain.question_types import kind_of
from toolkit.reading.shape import Fault


def sound_items(subject: Subject) -> Iterator[Fault]:
    """Every item has what its kind needs, nothing that its kind cannot use."""
    for placed in subject.items:
        for rule in _RULES:
            yield from rule(placed)


def weighty_groups(subject: Subject) -> Iterator[Fault]:
    """A weight of nothing would leave a group out in silence."""
    for place, group in subject.groups:
        if not group.weight:
            yield Fault("weight_zero", (*place, "weight"))


def _weight(placed: PlacedItem) -> Iterator[Fault]:
    if not placed.item.weight:
        yield Fault("weight_zero", (*placed.place, "weight"))


def _scale(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, placed.place
    if item.type != "scale":
        if item.scale is not None:
            yield Fault("scale_misplaced", (*place, "scale"), {"type": item.type})
        if item.anchors:
            yield Fault("anchors_misplaced", (*place, "anchors"), {"type": item.type})
        return
    if item.scale is None and item.dimension is None:
        yield Fault("scale_missing", place, {"name": item.id})
    steps = len(placed.question.scale)
    if item.anchors and steps and len(item.anchors) != steps:
        details = {"given": str(len(item.anchors)), "wanted": str(steps)}
        yield Fault("anchors_count", (*place, "anchors"), details)


def _options(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, (*placed.place, "options")
    if item.type not in WITH_OPTIONS:
        if item.options:
            yield Fault("options_misplaced", place, {"type": item.type})
        return
    if len(item.options) < 2:
        yield Fault("options_few", placed.place, {"name": item.id})
    for number, option in enumerate(item.options):
        if option.exclusive and item.type == "choice":
            yield Fault("exclusive_misplaced", (*place, number, "exclusive"))
    with_points = [option.points is not None for option in item.options]
    if any(with_points) and not all(with_points):
        missing = with_points.index(False)
        yield Fault("points_on_some", (*place, missing), {"name": item.options[missing].id})


def _dimension(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, placed.place
    if placed.intake:
        if item.dimension is not None or has_points(item) or item.advice:
            yield Fault("intake_scored", place, {"name": item.id})
    elif item.dimension is None:
        if scorable(item):
            yield Fault("dimension_missing", place, {"name": item.id})
    elif item.type in WITH_OPTIONS:
        if item.options and not has_points(item):
            yield Fault("points_missing", (*place, "options"), {"name": item.id})
    elif item.type not in SCORABLE:
        yield Fault("dimension_misplaced", (*place, "dimension"), {"type": item.type})


def _bounds(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, placed.place
    if item.minimum is not None and item.type != "number":
        yield Fault("minimum_misplaced", (*place, "minimum"), {"type": item.type})
    if item.maximum is not None and item.type not in ("number", "multi_choice"):
        yield Fault("maximum_misplaced", (*place, "maximum"), {"type": item.type})
    if item.minimum is not None and item.maximum is not None and item.minimum > item.maximum:
        yield Fault("bounds_crossed", (*place, "minimum"))


def _earnings(placed: PlacedItem) -> Iterator[Fault]:
    item, question = placed.item, placed.question
    without_levels = item.type == "scale" and not question.scale
    counts = scorable(item)
    if placed.scored and counts and not without_levels and not kind_of(question).maximum(question):
        yield Fault("nothing_to_earn", placed.place, {"name": item.id})


_RULES: tuple[Callable[[PlacedItem], Iterator[Fault]], ...] = (
    _weight,
    _scale,
    _options,
    _dimension,
    _bounds,
    _earnings,
)

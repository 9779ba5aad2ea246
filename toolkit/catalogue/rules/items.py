"""What belongs to each kind of question, and what does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from toolkit.catalogue.rules.subject import PlacedItem, Subject
from toolkit.domain.raw_answers import named
from toolkit.reading.shape import Fault

_OWN = ("scale", "anchors", "options", "minimum", "maximum")  # keys of some kinds only


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


def earned_in_full(subject: Subject) -> Iterator[Fault]:
    """The maximum of a question is what its best answer earns."""
    for placed in subject.items:
        maximum, most = placed.kind.maximum(placed.question), placed.most
        if placed.scored and maximum > most > 0:
            key = "options" if placed.item.maximum is None else "maximum"
            details = {"name": placed.item.id, "given": named(maximum), "most": named(most)}
            yield Fault("maximum_high", (*placed.place, key), details)


def _weight(placed: PlacedItem) -> Iterator[Fault]:
    if not placed.item.weight:
        yield Fault("weight_zero", (*placed.place, "weight"))


def _misplaced(placed: PlacedItem) -> Iterator[Fault]:
    for key in _OWN:
        if key in placed.item.model_fields_set and key not in placed.kind.uses:
            yield Fault(f"{key}_misplaced", (*placed.place, key), {"type": str(placed.kind.name)})


def _scale(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, placed.place
    if "scale" in placed.kind.uses:
        if item.scale is None and item.dimension is None:
            yield Fault("scale_missing", place, {"name": item.id})
        steps = len(placed.question.scale)
        if item.anchors and steps and len(item.anchors) != steps:
            details = {"given": str(len(item.anchors)), "wanted": str(steps)}
            yield Fault("anchors_count", (*place, "anchors"), details)


def _options(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, (*placed.place, "options")
    if "options" not in placed.kind.uses:
        return
    if len(item.options) < 2:
        yield Fault("options_few", placed.place, {"name": item.id})
    for number, option in enumerate(item.options):
        if option.exclusive and "exclusive" not in placed.kind.uses:
            yield Fault("exclusive_misplaced", (*place, number, "exclusive"))
    with_points = [option.points is not None for option in item.options]
    if any(with_points) and not all(with_points):
        missing = with_points.index(False)
        yield Fault("points_on_some", (*place, missing), {"name": item.options[missing].id})


def _dimension(placed: PlacedItem) -> Iterator[Fault]:
    item, place = placed.item, placed.place
    if placed.intake:
        if item.dimension is not None or placed.has_points or item.advice:
            yield Fault("intake_scored", place, {"name": item.id})
    elif item.dimension is None:
        if placed.scorable:
            yield Fault("dimension_missing", place, {"name": item.id})
    elif "options" in placed.kind.uses:
        if item.options and not placed.has_points:
            yield Fault("points_missing", (*place, "options"), {"name": item.id})
    elif not placed.kind.scored:
        yield Fault("dimension_misplaced", (*place, "dimension"), {"type": item.type})


def _bounds(placed: PlacedItem) -> Iterator[Fault]:
    item = placed.item
    if item.minimum is not None and item.maximum is not None and item.minimum > item.maximum:
        yield Fault("bounds_crossed", (*placed.place, "minimum"))


def _earnings(placed: PlacedItem) -> Iterator[Fault]:
    counts = placed.scored and placed.scorable and placed.understood
    if counts and not placed.most:
        yield Fault("nothing_to_earn", placed.place, {"name": placed.item.id})


_RULES: tuple[Callable[[PlacedItem], Iterator[Fault]], ...] = (
    _weight,
    _misplaced,
    _scale,
    _options,
    _dimension,
    _bounds,
    _earnings,
)

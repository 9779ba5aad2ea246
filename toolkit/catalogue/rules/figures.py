"""Scales, bands, the minimum line and other rules of scoring must make sense together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from toolkit.catalogue.rules.subject import Subject
from toolkit.domain.raw_answers import named
from toolkit.domain.scoring_rules import CountAs
from toolkit.reading.shape import Fault

MOST_DIGITS = 6
HUNDRED = Decimal(100)


def sound_scales(subject: Subject) -> Iterator[Fault]:
    """A scale has at least two levels, whose values rise."""
    for name, levels in subject.questionnaire.scales.items():
        if len(levels) < 2:
            yield Fault("scale_short", ("scales", name), {"name": name})
        number = _falls([level.value for level in levels])
        if number:
            yield Fault("scale_rising", ("scales", name, number, "value"), {"name": name})


def sound_scoring(subject: Subject) -> Iterator[Fault]:
    """Bands rise within a hundred, the gate opens, shares stay between bounds."""
    scoring = subject.questionnaire.scoring
    starts = [band.start for band in scoring.bands]
    number = _falls(starts)
    if number:
        yield Fault("bands_rising", ("scoring", "bands", number, "from"))
    for position, start in enumerate(starts):
        if start > HUNDRED:
            yield Fault("band_high", ("scoring", "bands", position, "from"))
    if scoring.coverage > 1:
        yield Fault("coverage_high", ("scoring", "coverage"))
    if scoring.rounding.digits > MOST_DIGITS:
        yield Fault("digits_many", ("scoring", "rounding", "digits"))
    gate = scoring.gate
    if gate is not None and gate.in_order is not None and gate.pass_ > gate.in_order:
        yield Fault("gate_crossed", ("scoring", "gate", "pass"))
    if not subject.levels:
        yield Fault("levels_none", ("levels",))


def target_within_reach(subject: Subject) -> Iterator[Fault]:
    """Not applicable may not count for more than an item can earn."""
    rule = subject.questionnaire.scoring.not_applicable
    if not isinstance(rule, CountAs):
        return
    for placed in subject.items:
        if placed.scored and placed.item.not_applicable is not None:
            most = placed.kind.maximum(placed.question)
            if rule.points > most > 0:
                details = {"name": placed.item.id, "most": named(most)}
                yield Fault("target_high", ("scoring", "not_applicable", "as"), details)


def line_within_reach(subject: Subject) -> Iterator[Fault]:
    """Every question of the minimum line can pass it, and be in order."""
    whole = subject.questionnaire
    gate = whole.scoring.gate
    asked = [
        placed
        for placed in subject.items
        if whole.on_the_line(placed.question) and not placed.item.retired and placed.most
    ]
    for key, bound in (("pass", gate.pass_), ("in_order", gate.in_order)) if gate else ():
        low = next((placed for placed in asked if bound and placed.most < bound), None)
        if low is not None:
            details = {"name": low.item.id, "most": named(low.most)}
            yield Fault("gate_high", ("scoring", "gate", key), details)


def whole_bands(subject: Subject) -> Iterator[Fault]:
    """Bands that begin above zero leave the lowest results without a word."""
    bands = subject.questionnaire.scoring.bands
    if bands and bands[0].start > 0:
        yield Fault("bands_gap", ("scoring", "bands", 0, "from"))


def useful_selections(subject: Subject) -> Iterator[Fault]:
    """A short round asks at least one scored question."""
    first = next(iter(subject.levels), "")
    for number, part in enumerate(subject.questionnaire.selections):
        scored = (placed.item for placed in subject.items if placed.scored)
        if not any(part.holds(item, first) for item in scored):
            yield Fault("selection_empty", ("selections", number), {"name": part.id})


def _falls(values: Sequence[Decimal]) -> int:
    """Return the position of the first value that does not rise, or 0."""
    pairs = enumerate(pairwise(values), 1)
    return next((number for number, (low, high) in pairs if high <= low), 0)

"""Compares the dimensions of a group: on paper, in practice, from the child's view."""

from collections.abc import Mapping, Sequence

from toolkit.domain.questionnaire import DimensionGap, Questionnaire
from toolkit.domain.scoring.combine import of_items
from toolkit.domain.scoring.figures import cautious
from toolkit.domain.scoring.result import DimensionScore, Figure, Gap, Mark
from toolkit.domain.scoring.verdict import count
from toolkit.domain.scoring_rules import Rounding

FEWEST = 2  # answers on each side before a gap says anything
NO_ITEMS = DimensionScore(Figure(), asked=0, answered=0)

Dimensions = Mapping[str, DimensionScore]


def dimension_names(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the dimensions that scored items have, in the order of the scales."""
    used = dict.fromkeys(
        question.item.dimension
        for question in questionnaire.questions.values()
        if question.scored and question.item.dimension is not None
    )
    ordered = [name for name in questionnaire.scales if name in used]
    return (*ordered, *(name for name in used if name not in questionnaire.scales))


def dimensions_of(
    marks: Sequence[Mark], names: Sequence[str], rounding: Rounding, *, scored: bool
) -> Dimensions:
    """Return the weighted mean of each dimension; without figures where nothing may be scored.

    A dimension without items here is present, asked 0 times; one without a single answer has
    no figure, because nobody knowing is not zero.
    """
    sides: dict[str, list[Mark]] = {name: [] for name in names}
    for mark in marks:
        sides[mark.question.item.dimension or ""].append(mark)
    return {name: _dimension(side, rounding, scored=scored) for name, side in sides.items()}


def gaps_in(dimensions: Dimensions, wanted: Sequence[DimensionGap]) -> tuple[Gap, ...]:
    """Return the gaps that the stated figures show.

    ``enough`` is false where a side rests on fewer than two answers; a side without any
    shows no gap.
    """
    return tuple(
        Gap(gap.high, gap.low, gap.phrase, enough=_fewest(dimensions, gap) >= FEWEST)
        for gap in wanted
        if _fewest(dimensions, gap) and _lies_below(dimensions, gap)
    )


def _dimension(marks: Sequence[Mark], rounding: Rounding, *, scored: bool) -> DimensionScore:
    if not marks:
        return NO_ITEMS
    asked = count(marks)
    known = scored and asked.answered
    figure = of_items("mean", marks, cautious, rounding) if known else None
    return DimensionScore(
        figure=figure.stated(rounding) if figure is not None else Figure(),
        asked=asked.asked,
        answered=asked.answered,
        unknown=asked.unknown,
    )


def _fewest(dimensions: Dimensions, gap: DimensionGap) -> int:
    """Return how many answers the thinnest side of a gap rests on."""
    return min(dimensions[name].answered if name in dimensions else 0 for name in _sides(gap))


def _lies_below(dimensions: Dimensions, gap: DimensionGap) -> bool:
    low = dimensions[gap.low].figure.points
    highs = [dimensions[name].figure.points for name in gap.high]
    return low is not None and all(high is not None and high - low >= gap.by for high in highs)


def _sides(gap: DimensionGap) -> tuple[str, ...]:
    return (*gap.high, gap.low)

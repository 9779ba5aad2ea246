"""Combines what counts into one figure, by the method of each group."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from toolkit.domain.scoring.result import Figure, Mark
from toolkit.domain.scoring.rounding import stated
from toolkit.domain.scoring_rules import Method, Rounding

ZERO = Decimal(0)

Counted = Callable[[Mark], Decimal | None]


@dataclass(frozen=True, slots=True)
class Exact:
    """A figure before rounding: what was earned of the most there was, each divided by ``per``.

    The division is put off until the figure is stated, so that nothing is lost on the way.
    """

    earned: Decimal | int
    most: Decimal | int
    per: Decimal | int

    @property
    def points(self) -> Fraction:
        """What was earned."""
        return Fraction(self.earned) / Fraction(self.per)

    @property
    def maximum(self) -> Fraction:
        """The most there was to earn."""
        return Fraction(self.most) / Fraction(self.per)

    def share(self, rounding: Rounding) -> Decimal | None:
        """Return the stated share, 0 to 100; ``None`` when there was nothing to earn."""
        return stated(100 * self.earned, self.most, rounding) if self.most else None

    def stated(self, rounding: Rounding) -> Figure:
        """Return the figure as it is printed, rounded once."""
        return Figure(
            points=stated(self.earned, self.per, rounding),
            maximum=stated(self.most, self.per, rounding),
            share=self.share(rounding),
        )

    def carried(self, rounding: Rounding) -> Exact:
        """Return the figure as a parent takes it over."""
        if rounding.carry == "exact":
            return self
        return Exact(
            stated(self.earned, self.per, rounding), stated(self.most, self.per, rounding), 1
        )


def of_items(
    method: Method, marks: Iterable[Mark], counted: Counted, rounding: Rounding
) -> Exact | None:
    """Return the figure of the items that count; ``None`` when none does."""
    parts = [(mark, points) for mark in marks if (points := counted(mark)) is not None]
    if method == "min_of_children":
        return _lowest([Exact(points, mark.maximum, 1) for mark, points in parts], rounding)
    earned = most = weights = ZERO
    for mark, points in parts:
        weight = mark.weight
        earned += weight * points
        most += weight * mark.maximum
        weights += weight
    if not weights:
        return None
    return Exact(earned, most, 1 if method in ("sum", "sum_of_children") else weights)


def of_groups(
    method: Method, parts: Sequence[tuple[Decimal, Exact]], rounding: Rounding
) -> Exact | None:
    """Return the figure of groups, each with its weight; ``None`` without any.

    The lowest is found by the shares that are printed with the groups, also where their
    rounded points are what is carried.
    """
    if method == "min_of_children":
        lowest = _lowest([figure for _, figure in parts], rounding)
        return None if lowest is None else lowest.carried(rounding)
    parts = [(weight, figure.carried(rounding)) for weight, figure in parts]
    weights = sum((Fraction(weight) for weight, _ in parts), Fraction())
    if not weights:
        return None
    per = weights if method == "mean_of_children" else Fraction(1)
    earned = sum((Fraction(weight) * figure.points for weight, figure in parts), Fraction()) / per
    most = sum((Fraction(weight) * figure.maximum for weight, figure in parts), Fraction()) / per
    return Exact(
        earned.numerator * most.denominator,
        most.numerator * earned.denominator,
        earned.denominator * most.denominator,
    )


def _lowest(figures: Sequence[Exact], rounding: Rounding) -> Exact | None:
    """Return the figure with the lowest stated share, the first in file order on a tie.

    Shares that are printed the same are a tie, whatever was rounded off: a comparison looks at
    what a reader can check.
    """
    shares = [
        (share, figure) for figure in figures if (share := figure.share(rounding)) is not None
    ]
    return min(shares, key=lambda pair: pair[0])[1] if shares else None

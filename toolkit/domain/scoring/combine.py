"""Combines what counts into one figure, by the method of each group.

Sums are `Decimal`, quotients are `Fraction`, so that nothing is lost before the one rounding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from toolkit.domain.scoring.result import Figure
from toolkit.domain.scoring.rounding import stated
from toolkit.domain.scoring_rules import Method, Rounding

Number = TypeVar("Number", Decimal, Fraction)


class Part(NamedTuple, Generic[Number]):
    """One item or group that counts towards a figure."""

    id: str
    weight: Number
    points: Number
    maximum: Number


@dataclass(frozen=True, slots=True)
class Exact:
    """A figure before rounding."""

    points: Fraction
    maximum: Fraction

    @property
    def share(self) -> Fraction | None:
        """The points as a part of the maximum, 0 to 100."""
        return 100 * self.points / self.maximum if self.maximum else None

    def stated(self, rounding: Rounding) -> Figure:
        """Return the figure as it is printed, rounded once."""
        return Figure(
            points=stated(self.points, rounding),
            maximum=stated(self.maximum, rounding),
            share=None if self.share is None else stated(self.share, rounding),
        )

    def carried(self, rounding: Rounding) -> Exact:
        """Return the figure as a parent takes it over when stated figures are carried."""
        return Exact(
            Fraction(stated(self.points, rounding)), Fraction(stated(self.maximum, rounding))
        )


def combine(method: Method, parts: Sequence[Part[Number]], rounding: Rounding) -> Exact | None:
    """Return the figure of the parts that count; ``None`` when none does.

    The maximum is the same formula over the maxima. ``min_of_children`` takes the part with the
    lowest stated share, the first on a tie.
    """
    if not parts:
        return None
    if method == "min_of_children":
        return _lowest(parts, rounding)
    earned = Fraction(sum(part.weight * part.points for part in parts))
    most = Fraction(sum(part.weight * part.maximum for part in parts))
    if method in ("sum", "sum_of_children"):
        return Exact(earned, most)
    weight = Fraction(sum(part.weight for part in parts))
    return Exact(earned / weight, most / weight) if weight else None


def _lowest(parts: Sequence[Part[Number]], rounding: Rounding) -> Exact | None:
    """Return the part with the lowest share; parts of which nothing can be earned have none."""
    figures = [Exact(Fraction(part.points), Fraction(part.maximum)) for part in parts]
    able = [(share, figure) for figure in figures if (share := figure.share) is not None]
    return min(able, key=lambda pair: stated(pair[0], rounding))[1] if able else None

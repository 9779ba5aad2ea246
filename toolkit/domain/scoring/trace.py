"""Shows how a figure came about: every answer, weight and rule behind it."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from toolkit.domain.questionnaire import Group
from toolkit.domain.scoring.combine import Exact
from toolkit.domain.scoring.figures import (
    WHOLE,
    Figures,
    by_children,
    by_group,
    cautious,
    group_with_id,
    known,
    marks_in,
)
from toolkit.domain.scoring.result import Figure, Mark, Result
from toolkit.domain.scoring_rules import Method

ZERO = Decimal(0)
COUNTED = {"cautious": cautious, "known": known}

Which = Literal["cautious", "known"]
Why = Literal[
    "answered", "unknown", "not_applicable", "open", "implied", "group", "too_little", "nothing"
]


class Row(NamedTuple):
    """One item or group behind a figure.

    ``points`` is what it counts for, ``None`` when it is left out. ``why`` is the state of an
    item (``implied`` for one that counts as 0 unasked); a group has a score (``group``), too
    few answers for one (``too_little``) or holds nothing that counts (``nothing``).
    """

    id: str
    weight: Decimal
    points: Decimal | None
    maximum: Decimal
    why: Why

    @property
    def counted(self) -> bool:
        """Whether it counts."""
        return self.points is not None

    @property
    def product(self) -> Decimal | None:
        """Weight times points."""
        return None if self.points is None else self.weight * self.points

    @property
    def most(self) -> Decimal:
        """Weight times maximum."""
        return self.weight * self.maximum


@dataclass(frozen=True, slots=True)
class Explanation:
    """How one figure of a group came about.

    The rows are items for `mean` and `sum`, else the groups directly underneath. ``total`` is
    the sum of their products, ``most`` the same of their maxima, ``weight`` the weight of what
    counted. ``exact`` is the share before rounding; ``figure`` is what is printed.
    """

    id: str
    which: Which
    method: Method
    rows: tuple[Row, ...]
    total: Decimal
    most: Decimal
    weight: Decimal
    exact: Decimal | None
    figure: Figure


def explain(result: Result, group_id: str = WHOLE, which: Which = "cautious") -> Explanation:
    """Return the answers, weights and rule behind a figure of one group, or of the whole.

    Raises `KeyError` for a group that the questionnaire does not have.
    """
    group = group_with_id(result.questionnaire, group_id)
    figures = _figures(result, group, which)
    exact = figures.of(group)
    rows = _group_rows(group, figures) if by_children(group) else _item_rows(group, figures)
    counted = [(row.weight, row.points, row.maximum) for row in rows if row.points is not None]
    return Explanation(
        id=group_id,
        which=which,
        method=group.method,
        rows=rows,
        total=sum((weight * points for weight, points, _ in counted), ZERO),
        most=sum((weight * maximum for weight, _, maximum in counted), ZERO),
        weight=sum((weight for weight, _, _ in counted), ZERO),
        exact=_share(exact),
        figure=Figure() if exact is None else exact.stated(figures.rules.rounding),
    )


def _figures(result: Result, group: Group, which: Which) -> Figures:
    inside = (inside.id for inside in group.all_groups())
    able = {name for name in inside if result.selection is None and result.score(name).enough}
    members = by_group(marks_in(group, result.marks))
    return Figures(result.questionnaire.scoring, members, able, COUNTED[which])


def _item_rows(group: Group, figures: Figures) -> tuple[Row, ...]:
    return tuple(
        Row(mark.id, mark.weight, figures.counted(mark), mark.maximum, _why(mark))
        for mark in figures.members.get(group.id, ())
    )


def _why(mark: Mark) -> Why:
    return "implied" if mark.state is None else mark.state.value


def _group_rows(group: Group, figures: Figures) -> tuple[Row, ...]:
    rounding = figures.rules.rounding
    found = {child.id: figure.carried(rounding) for child, figure in figures.children(group)}
    return tuple(_group_row(child, found.get(child.id), figures) for child in group.groups)


def _group_row(child: Group, figure: Exact | None, figures: Figures) -> Row:
    if figure is None:
        why: Why = "nothing" if child.id in figures.able else "too_little"
        return Row(child.id, child.weight, None, ZERO, why)
    return Row(child.id, child.weight, _decimal(figure.points), _decimal(figure.maximum), "group")


def _share(exact: Exact | None) -> Decimal | None:
    if exact is None or not exact.most:
        return None
    return Decimal(100 * exact.earned) / Decimal(exact.most)


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / exact.denominator

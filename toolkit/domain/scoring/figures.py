"""Finds the exact figure of a group with the parts it is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from toolkit.domain.questionnaire import Group, Questionnaire
from toolkit.domain.scoring.combine import Exact, Part, combine
from toolkit.domain.scoring.result import Mark
from toolkit.domain.scoring_rules import Scoring

WHOLE = ""

Counted = Callable[[Mark], Decimal | None]


def cautious(mark: Mark) -> Decimal | None:
    """Return what an item counts for in the cautious figure."""
    return mark.cautious


def known(mark: Mark) -> Decimal | None:
    """Return what an item counts for in the figure over what is known."""
    return mark.known


def whole(questionnaire: Questionnaire) -> Group:
    """Return the root group: all themes, by the method of the questionnaire."""
    return Group.model_construct(
        id=WHOLE,
        title=questionnaire.title,
        method=questionnaire.scoring.method,
        groups=questionnaire.themes,
    )


def by_group(marks: Iterable[Mark]) -> Mapping[str, list[Mark]]:
    """Return the marks underneath each group, at any depth, in file order."""
    members: dict[str, list[Mark]] = {WHOLE: []}
    for mark in marks:
        members[WHOLE].append(mark)
        for group in mark.question.groups:
            members.setdefault(group, []).append(mark)
    return members


def item_parts(marks: Iterable[Mark], counted: Counted) -> list[Part[Decimal]]:
    """Return the items that count, each with what it counts for."""
    return [
        Part(mark.id, mark.weight, points, mark.maximum)
        for mark in marks
        if (points := counted(mark)) is not None
    ]


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure for every group in ``enough``, the groups that may have one."""

    rules: Scoring
    members: Mapping[str, Sequence[Mark]]
    enough: Collection[str]
    counted: Counted

    def of(self, group: Group) -> Exact | None:
        """Return the figure of a group; ``None`` when it may have none, or nothing counts."""
        if group.id not in self.enough:
            return None
        if by_children(group):
            return combine(group.method, self.child_parts(group), self.rules.rounding)
        parts = item_parts(self.members.get(group.id, ()), self.counted)
        return combine(group.method, parts, self.rules.rounding)

    def child_parts(self, group: Group) -> list[Part[Fraction]]:
        """Return the groups directly underneath that have a figure."""
        return [
            Part(child.id, Fraction(child.weight), figure.points, figure.maximum)
            for child in group.groups
            if (figure := self._carried(child)) is not None
        ]

    def _carried(self, child: Group) -> Exact | None:
        figure = self.of(child)
        if figure is None or self.rules.rounding.carry == "exact":
            return figure
        return figure.carried(self.rules.rounding)


def by_children(group: Group) -> bool:
    """Return whether the method combines groups; items in a group are its own children."""
    return bool(group.groups) and group.method.endswith("_of_children")

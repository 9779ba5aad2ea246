"""Finds the exact figure of any group in the tree of a questionnaire."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from toolkit.domain.questionnaire import Group, Questionnaire
from toolkit.domain.scoring.combine import Counted, Exact, of_groups, of_items
from toolkit.domain.scoring.result import Mark
from toolkit.domain.scoring_rules import Scoring

WHOLE = ""


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


def group_with_id(questionnaire: Questionnaire, group_id: str) -> Group:
    """Return a group, or the whole; raise `KeyError` when there is none."""
    if group_id == WHOLE:
        return whole(questionnaire)
    for group in questionnaire.all_groups():
        if group.id == group_id:
            return group
    raise KeyError(group_id)


def by_group(marks: Iterable[Mark]) -> Mapping[str, Sequence[Mark]]:
    """Return the marks underneath each group, at any depth, in file order."""
    members: dict[str, list[Mark]] = {WHOLE: []}
    for mark in marks:
        members[WHOLE].append(mark)
        for group in mark.question.groups:
            members.setdefault(group, []).append(mark)
    return members


def marks_in(group: Group, marks: Mapping[str, Mark]) -> Sequence[Mark]:
    """Return the marks underneath one group, at any depth, in file order."""
    return [marks[item.id] for item in group.all_items() if item.id in marks]


def by_children(group: Group) -> bool:
    """Return whether groups are combined; items in a group are themselves its children."""
    return bool(group.groups) and group.method.endswith("_of_children")


@dataclass(frozen=True, slots=True)
class Figures:
    """One figure for every group in ``able``, the groups that may have one."""

    rules: Scoring
    members: Mapping[str, Sequence[Mark]]
    able: Collection[str]
    counted: Counted

    def of(self, group: Group) -> Exact | None:
        """Return the figure of a group; ``None`` when it may have none, or nothing counts."""
        if group.id not in self.able:
            return None
        if by_children(group):
            parts = [(child.weight, figure) for child, figure in self.children(group)]
            return of_groups(group.method, parts, self.rules.rounding)
        marks = self.members.get(group.id, ())
        return of_items(group.method, marks, self.counted, self.rules.rounding)

    def children(self, group: Group) -> Sequence[tuple[Group, Exact]]:
        """Return the groups directly underneath that have a figure."""
        figures = ((child, self.of(child)) for child in group.groups)
        return [(child, figure) for child, figure in figures if figure is not None]

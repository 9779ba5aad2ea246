"""A questionnaire as the rules look at it: every part with its place in the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from toolkit.domain.conditions import Reading
from toolkit.domain.items import Item
from toolkit.domain.kind import Kind
from toolkit.domain.problems import Place
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Group, Question, Questionnaire

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class PlacedItem:
    """An item, where it stands, and the question it makes."""

    place: Place
    item: Item
    question: Question

    @property
    def intake(self) -> bool:
        """Whether it is asked beforehand, outside the themes."""
        return not self.question.groups

    @property
    def kind(self) -> Kind:
        """Its kind of question."""
        return kind_of(self.question)

    @property
    def scored(self) -> bool:
        """Whether its answers count."""
        return self.question.scored

    @property
    def has_points(self) -> bool:
        """Whether its options are worth something."""
        return any(option.points is not None for option in self.item.options)

    @property
    def scorable(self) -> bool:
        """Whether answers to it could count."""
        return self.kind.scored or self.has_points

    @property
    def most(self) -> Decimal:
        """The most points that an answer earns in fact."""
        values = self.kind.values(self.question)
        return max((self.kind.points(self.question, value) for value in values), default=ZERO)

    @property
    def understood(self) -> bool:
        """Whether it is known which answers it can have."""
        return self.kind.endless or bool(self.kind.values(self.question))


@dataclass(frozen=True)
class Subject:
    """The questionnaire that is checked; it may be incomplete, its references may be wrong."""

    questionnaire: Questionnaire
    _readings: dict[str, tuple[Reading, ...]] = field(default_factory=dict)

    @cached_property
    def items(self) -> tuple[PlacedItem, ...]:
        """All items in file order, the intake first."""
        intake = ((("intake", n), item, ()) for n, item in enumerate(self.questionnaire.intake))
        themes = (found for place, group in self.themes for found in _items(group, place, ()))
        return tuple(
            PlacedItem(place, item, self.questionnaire.question(item, path))
            for place, item, path in (*intake, *themes)
        )

    @cached_property
    def themes(self) -> tuple[tuple[Place, Group], ...]:
        """The outermost groups."""
        return tuple((("themes", n), group) for n, group in enumerate(self.questionnaire.themes))

    @cached_property
    def groups(self) -> tuple[tuple[Place, Group], ...]:
        """All groups at any depth, in file order."""
        return tuple(found for place, group in self.themes for found in _groups(group, place))

    @cached_property
    def known(self) -> Mapping[str, PlacedItem]:
        """The items by id; when two have the same, the first."""
        known: dict[str, PlacedItem] = {}
        for placed in self.items:
            known.setdefault(placed.item.id, placed)
        return known

    def readings(self, name: str) -> tuple[Reading, ...]:
        """Return what a condition may read of an item, for every answer that can be listed."""
        if name not in self._readings:
            question, kind = self.known[name].question, self.known[name].kind
            values = kind.values(question)
            self._readings[name] = tuple(kind.read(question, value) for value in values)
        return self._readings[name]

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The names of the dimensions, which are those of the scales."""
        return tuple(self.questionnaire.scales)

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the ladder."""
        return self.questionnaire.levels


def _groups(group: Group, place: Place) -> Iterator[tuple[Place, Group]]:
    yield place, group
    for number, part in enumerate(group.groups):
        yield from _groups(part, (*place, "groups", number))


def _items(
    group: Group, place: Place, path: tuple[str, ...]
) -> Iterator[tuple[Place, Item, tuple[str, ...]]]:
    here = (*path, group.id)
    for number, item in enumerate(group.items):
        yield (*place, "items", number), item, here
    for number, part in enumerate(group.groups):
        yield from _items(part, (*place, "groups", number), here)

"""What a questionnaire is: themes, items, scales, scoring rules.

The objects mirror the YAML files one to one; a `Question` is an item with what follows from its
place: its scale, its level, the groups around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, model_validator

from toolkit.domain.conditions import Condition
from toolkit.domain.fields import (
    Day,
    Edition,
    Flag,
    ItemId,
    Kebab,
    Language,
    Model,
    Name,
    Points,
    Prose,
    Text,
    apart,
)
from toolkit.domain.items import Item, Level
from toolkit.domain.scoring_rules import Method, Scoring

ZERO, ONE = Decimal(0), Decimal(1)
MOST_LEVELS = 250  # a scale of 0 to 100 in halves fits


class Group(Model):
    """A theme, or a part of one: either groups or items."""

    id: ItemId
    title: Text
    intro: Text | None = None
    weight: Points = ONE
    method: Method = "mean"
    groups: tuple[Group, ...] = ()
    items: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _holds_one_kind(self) -> Group:
        if bool(self.groups) == bool(self.items):
            raise apart("groups_or_items")
        return self

    def all_items(self) -> Iterator[Item]:
        """Yield the items underneath, at any depth, in file order."""
        yield from self.items
        for group in self.groups:
            yield from group.all_items()

    def all_groups(self) -> Iterator[Group]:
        """Yield this group and those underneath, in file order."""
        yield self
        for group in self.groups:
            yield from group.all_groups()


class Selection(Model):
    """The items a short round asks: those of one level with at least this weight."""

    id: Name
    title: Text
    intro: Text | None = None
    level: Name | None = None
    weight: Points = ZERO

    def holds(self, item: Item, first_level: str) -> bool:
        """Return whether the short round asks this item."""
        level = item.level or first_level
        return (self.level is None or level == self.level) and item.weight >= self.weight


class DimensionGap(Model):
    """The phrase to print when one dimension lies this far below others."""

    high: tuple[Name, ...] = Field(min_length=1)
    low: Name
    by: Points
    phrase: Name


class Contradiction(Model):
    """Answers that cannot all be right."""

    id: Name
    when: Condition
    text: Text
    trial: Flag = False


class Passport(Model):
    """Where a questionnaire comes from, and who has looked at it."""

    owner: Prose | Text
    published: Day
    status: Name
    reviewed_by: tuple[Prose, ...] = ()
    sources: tuple[Prose | Text, ...] = ()
    changes: Text | None = None


class Safeguard(Model):
    """What a named person confirms before the questionnaire opens."""

    id: Name
    text: Text


class Questionnaire(Model):
    """One edition of a questionnaire, complete."""

    format: Literal["1"]
    id: Kebab
    edition: Edition
    languages: tuple[Language, ...] = Field(min_length=1)
    title: Text
    audience: Literal["officials", "partners", "youth"] = "officials"
    passport: Passport | None = None
    safeguards: tuple[Safeguard, ...] = ()
    intake: tuple[Item, ...] = ()
    scales: Mapping[Name, Annotated[tuple[Level, ...], Field(max_length=MOST_LEVELS)]]
    levels: tuple[Name, ...] = ("minimum",)
    selections: tuple[Selection, ...] = ()
    scoring: Scoring = Scoring()
    dimension_gaps: tuple[DimensionGap, ...] = ()
    phrases: Mapping[Name, Text] = Field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    themes: tuple[Group, ...] = Field(min_length=1)
    _figures: tuple[str, ...] = PrivateAttr(default=())

    @property
    def figures(self) -> tuple[str, ...]:
        """The national figures that its texts name, by key; whoever filled them in says so."""
        return self._figures

    def citing(self, figures: tuple[str, ...]) -> Questionnaire:
        """Return the questionnaire with the figures that were filled in in its texts."""
        cited = self.model_copy()
        cited._figures = figures  # noqa: SLF001 (its own copy)
        return cited

    def all_items(self) -> Iterator[Item]:
        """Yield the items of all themes in file order, without the intake."""
        for theme in self.themes:
            yield from theme.all_items()

    def all_groups(self) -> Iterator[Group]:
        """Yield all groups in file order."""
        for theme in self.themes:
            yield from theme.all_groups()

    def selection(self, selection_id: str) -> Selection | None:
        """Return the short round with this id, if there is one."""
        return next((part for part in self.selections if part.id == selection_id), None)

    def phrase(self, name: str) -> Text | None:
        """Return the phrase with this name, if there is one."""
        return self.phrases.get(name)

    def on_the_line(self, question: Question) -> bool:
        """Return whether the question is one of the minimum line, which the gate names."""
        gate = self.scoring.gate
        return gate is not None and question.scored and question.level == gate.level

    @property
    def reviewed(self) -> bool:
        """Whether somebody independent has looked at the content."""
        return self.passport is not None and bool(self.passport.reviewed_by)

    @cached_property
    def questions(self) -> Mapping[str, Question]:
        """The items by id, intake first, in file order; retired items are not asked."""
        asked = [self.question(item, ()) for item in self.intake]
        asked += [self.question(item, path) for path, item in _placed(self.themes, ())]
        return {question.id: question for question in asked if not question.item.retired}

    def question(self, item: Item, groups: tuple[str, ...]) -> Question:
        """Return an item in its place: below these groups, theme first, or in the intake."""
        scale = self.scales.get(item.scale or item.dimension or "", ())
        return Question(item, scale, item.level or next(iter(self.levels), ""), groups)


@dataclass(frozen=True, slots=True)
class Question:
    """An item in its place; ``groups`` are the ids of the groups around it, theme first."""

    item: Item
    scale: tuple[Level, ...]
    level: str
    groups: tuple[str, ...]
    steps: tuple[Decimal, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Work out once what every answer is held against: the points of the scale."""
        object.__setattr__(self, "steps", tuple(level.value for level in self.scale))

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.item.id

    @property
    def theme(self) -> str | None:
        """The id of the theme, or ``None`` for an intake question."""
        return self.groups[0] if self.groups else None

    @property
    def level_words(self) -> tuple[Text, ...]:
        """What each level of its scale means here: its own anchors, else those of the scale."""
        return self.item.anchors or tuple(level.label for level in self.scale)

    @property
    def scored(self) -> bool:
        """Whether answers to it count: an item of a theme that has a dimension."""
        return bool(self.groups) and self.item.dimension is not None


def _placed(
    groups: tuple[Group, ...], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Item]]:
    for group in groups:
        here = (*path, group.id)
        for item in group.items:
            yield here, item
        yield from _placed(group.groups, here)

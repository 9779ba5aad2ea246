"""Says when a question shows, without knowing what the answers mean.

Conditions are three-valued: an open or unknown controlling answer is undecided (``None``),
a not-applicable or hidden one is false. An undecided condition shows the item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Discriminator, Field, Tag, model_validator

from toolkit.domain.fields import ItemId, Model, Points, Prose, apart
from toolkit.domain.problems import Place

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a condition may know of one answer: its words, its size, whether it is decided."""

    words: frozenset[str] = frozenset()
    size: Decimal | None = None
    decided: bool = True


UNDECIDED = Reading(decided=False)
ABSENT = Reading()

Look = Callable[[str], Reading]


class Compares(Model):
    """One comparison with the answer to one item."""

    item: ItemId
    equals: Prose | None = None
    in_: tuple[Prose, ...] | None = Field(default=None, alias="in")
    at_least: Points | None = None
    at_most: Points | None = None

    @model_validator(mode="after")
    def _compares_once(self) -> Compares:
        given = (self.equals, self.in_, self.at_least, self.at_most)
        if sum(part is not None for part in given) != 1:
            raise apart("one_comparison")
        return self

    def holds(self, look: Look) -> Truth:
        """Return whether the answer compares as asked; ``None`` while that is undecided."""
        reading = look(self.item)
        if not reading.decided:
            return None
        if self.at_least is not None:
            return reading.size is not None and reading.size >= self.at_least
        if self.at_most is not None:
            return reading.size is not None and reading.size <= self.at_most
        wanted = self.in_ if self.in_ is not None else (self.equals,)
        return any(word in reading.words for word in wanted)

    def comparisons(self, place: Place = ()) -> Iterator[tuple[Place, Compares]]:
        """Yield this comparison, at its place."""
        yield place, self


class AnyOf(Model):
    """True when one of its parts is."""

    any: tuple[Condition, ...] = Field(min_length=1)

    def holds(self, look: Look) -> Truth:
        """Return true if a part is true, undecided if none is but one may become so."""
        parts = [part.holds(look) for part in self.any]
        return True if True in parts else None if None in parts else False

    def comparisons(self, place: Place = ()) -> Iterator[tuple[Place, Compares]]:
        """Yield the comparisons in its parts, each with its place below ``place``."""
        for number, part in enumerate(self.any):
            yield from part.comparisons((*place, "any", number))


class AllOf(Model):
    """True when all its parts are."""

    all: tuple[Condition, ...] = Field(min_length=1)

    def holds(self, look: Look) -> Truth:
        """Return false if a part is false, undecided if one may still become so."""
        parts = [part.holds(look) for part in self.all]
        return False if False in parts else None if None in parts else True

    def comparisons(self, place: Place = ()) -> Iterator[tuple[Place, Compares]]:
        """Yield the comparisons in its parts, each with its place below ``place``."""
        for number, part in enumerate(self.all):
            yield from part.comparisons((*place, "all", number))


class Not(Model):
    """True when its part is false."""

    not_: Condition = Field(alias="not")

    def holds(self, look: Look) -> Truth:
        """Return the opposite of its part; undecided stays undecided."""
        held = self.not_.holds(look)
        return None if held is None else not held

    def comparisons(self, place: Place = ()) -> Iterator[tuple[Place, Compares]]:
        """Yield the comparisons in its part, each with its place below ``place``."""
        yield from self.not_.comparisons((*place, "not"))


def _kind(value: object) -> str:
    keys = (
        value.keys()
        if isinstance(value, dict)
        else vars(value)
        if hasattr(value, "__dict__")
        else ()
    )
    for key in ("any", "all", "not"):
        if key in keys or f"{key}_" in keys:
            return key
    return "item"


Condition = Annotated[
    Annotated[Compares, Tag("item")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[Not, Tag("not")],
    Discriminator(_kind),
]

for _model in (AnyOf, AllOf, Not):
    _model.model_rebuild()


def items_in(condition: Condition) -> Iterator[str]:
    """Yield the ids of the items that a condition looks at."""
    return (compares.item for _, compares in condition.comparisons())

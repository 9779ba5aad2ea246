"""How answers become a score: the rules a questionnaire may set."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from toolkit.domain.fields import Model, Name, Points, Text, Whole

Method = Literal["mean", "sum", "mean_of_children", "sum_of_children", "min_of_children"]
ZERO = Decimal(0)


class CountAs(Model):
    """The points a not-applicable answer counts for."""

    points: Points = Field(alias="as")


class Rounding(Model):
    """How figures are stated, and whether parents combine stated ones."""

    digits: Whole = 1
    mode: Literal["half_up", "down", "up"] = "half_up"
    carry: Literal["exact", "rounded"] = "exact"


class Band(Model):
    """A word for every share from a bound on."""

    id: Name
    start: Points = Field(alias="from")
    label: Text


class Gate(Model):
    """The line that no average hides, and what a group under it may still be called."""

    level: Name
    pass_: Points = Field(alias="pass")
    in_order: Points | None = None
    cap: Name | None = None


class Priority(Model):
    """What is added to the priority of an advice."""

    minimum: Points = ZERO
    quick: Points = ZERO


class Scoring(Model):
    """How answers become a score; every key has a default."""

    method: Method = "mean"
    unknown: Literal["zero", "exclude"] = "zero"
    not_applicable: Literal["exclude"] | CountAs = "exclude"
    unanswered: Literal["exclude", "zero", "withhold"] = "exclude"
    coverage: Points = ZERO
    rounding: Rounding = Rounding()
    bands: tuple[Band, ...] = ()
    gate: Gate | None = None
    priority: Priority = Priority()

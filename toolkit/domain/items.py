"""What a question is: its kind, its options, what to advise after a low answer."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from toolkit.domain.conditions import Condition
from toolkit.domain.fields import AdviceId, Flag, ItemId, Model, Name, Points, Prose, Text, Whole

QuestionTypeName = Literal[
    "scale",
    "choice",
    "multi_choice",
    "yes_partly_no",
    "statement",
    "number",
    "text",
    "date",
]
Step = Literal["low", "mid"]
ONE = Decimal(1)
MOST_OPTIONS = 100


class Level(Model):
    """One level of a scale, with its points."""

    value: Points
    label: Text


class Option(Model):
    """One answer to choose."""

    id: Name
    label: Text
    points: Points | None = None
    exclusive: Flag = False


class Advice(Model):
    """What to do when an answer is low or middling."""

    text: Text
    owner: Name
    term: Literal["short", "medium", "long"]
    effort: Literal["S", "M", "L"]


def _unless_never(value: object) -> object:
    return None if value == "false" else value


_WhenNot = Annotated[
    Text | None,
    BeforeValidator(_unless_never, json_schema_input_type=Literal["false"] | Text),
]


class InShort(Model):
    """An item in few words, for a page that has no room for questions and advice.

    ``agreement`` is what the question asks after, ``child`` what a child notices as long as it is
    missing, ``step`` what to begin with.
    """

    agreement: Text
    child: Text
    step: Text


class Item(Model):
    """One question; ``not_applicable`` says when it does not apply, if that can be."""

    id: ItemId
    type: QuestionTypeName
    question: Text
    dimension: Name | None = None
    weight: Points = ONE
    level: Name | None = None
    scale: Name | None = None
    who: tuple[Name, ...] = ()
    who_outside: Text | None = None
    crc: tuple[Whole, ...] = ()
    refs: tuple[Prose, ...] = ()
    scope: Literal["local", "regional"] = "local"
    not_applicable: _WhenNot = None
    show_if: Condition | None = None
    when_hidden: Literal["leave_out", "zero"] = "leave_out"
    in_short: InShort | None = None
    help: Text | None = None
    anchors: tuple[Text, ...] = ()
    options: tuple[Option, ...] = Field(default=(), max_length=MOST_OPTIONS)
    evidence: Text | None = None
    advice: Mapping[Step, Advice | AdviceId] = Field(default_factory=dict)
    informs: tuple[ItemId, ...] = ()
    minimum: Points | None = None
    maximum: Points | None = None
    renamed_from: tuple[ItemId, ...] = ()
    retired: Flag = False

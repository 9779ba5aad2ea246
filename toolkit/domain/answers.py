"""What somebody answered: a value, that nobody knows, or that the question does not apply."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

Value = Decimal | str | tuple[str, ...] | date


class State(StrEnum):
    """The four states of a visible item; each item is in exactly one."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class View:
    """One side of a disagreement: what a function answers, with its reason."""

    value: Value
    function: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one item.

    ``views`` holds two views when people disagree; ``value`` is then ``None``. ``left_open``
    marks an answer that nobody gave and that became unknown when the scan was finalised.
    """

    state: State
    value: Value | None = None
    views: tuple[View, ...] = ()
    reason: str = ""
    note: str = ""
    evidence: tuple[str, ...] = ()
    regional: bool = False
    left_open: bool = False


OPEN = Answer(State.OPEN)
UNKNOWN = Answer(State.UNKNOWN)

Answers = Mapping[str, Answer]


def answered(value: Value) -> Answer:
    """Return the answer that gives this value."""
    return Answer(State.ANSWERED, value=value)


def not_applicable(reason: str) -> Answer:
    """Return the answer that the question does not apply, and why."""
    return Answer(State.NOT_APPLICABLE, reason=reason)


def disputed(first: View, second: View) -> Answer:
    """Return the answer on which two functions disagree."""
    return Answer(State.ANSWERED, views=(first, second))


def texts_in(answer: Answer) -> Iterator[tuple[str, str]]:
    """Give everything that somebody wrote in an answer, each with the field it stands in."""
    sides: tuple[Answer | View, ...] = (answer, *answer.views)
    for side, one in zip(("", "first_", "second_"), sides, strict=False):
        if isinstance(one.value, str):
            yield f"{side}value", one.value
        yield f"{side}reason", one.reason
    yield "note", answer.note
    yield from (("evidence", line) for line in answer.evidence)

"""The card “wie belt wie” of a municipality, looked over for dead ends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toolkit.domain.directory import Contact
from toolkit.domain.fields import Text
from toolkit.domain.library import Library
from toolkit.domain.workshop_plan import Plan

_OPEN = re.compile(r"\[[^\]]+\]")
_NUMBER = re.compile(r"[0-9][0-9 -]+[0-9]")  # a telephone number; one digit names a line
_TO_LINE = re.compile(r"\b([1-9])\b")


class DeadEnd(StrEnum):
    """Why somebody who follows a line gets no further."""

    NOT_FILLED_IN = "not_filled_in"
    LEADS_TO_ONE = "leads_to_one"
    TO_CHECK = "to_check"


@dataclass(frozen=True, slots=True)
class RouteLine:
    """One line of the card: ``words`` is what the municipality wrote in its open place."""

    number: int
    text: Text
    words: str
    dead_end: DeadEnd | None

    @property
    def pieces(self) -> Mapping[str, tuple[str, ...]]:
        """The text by language, as what stands before its open place, the place, and after."""
        return {name: _cut(self.text.within(name)) for name in self.text.languages}


def route_card(plan: Plan, library: Library, day: date) -> tuple[RouteLine, ...]:
    """Return the lines of the card, each with why it is a dead end, if it is one.

    A line is one when its open place is not filled in, when a number in it is past its date, and
    when it sends people to a line that is not filled in.
    """
    written = {line.line: line.words for line in plan.route}
    texts = tuple(enumerate(library.network.who_calls_whom, start=1))
    empty = {number for number, text in texts if _is_open(text) and number not in written}
    past = tuple(one for one in library.helplines.contacts if one.is_past(day))
    return tuple(
        RouteLine(number, text, written.get(number, ""), _dead_end(number, text, empty, past))
        for number, text in texts
    )


def _dead_end(
    number: int, text: Text, empty: set[int], past: tuple[Contact, ...]
) -> DeadEnd | None:
    said = text.within(text.languages[0])
    if number in empty:
        return DeadEnd.NOT_FILLED_IN
    if any(int(found) in empty for found in _TO_LINE.findall(_NUMBER.sub("", said))):
        return DeadEnd.LEADS_TO_ONE
    if any(one.number and one.number in said for one in past):
        return DeadEnd.TO_CHECK
    return None


def _is_open(text: Text) -> bool:
    return bool(_OPEN.search(text.within(text.languages[0])))


def _cut(said: str) -> tuple[str, ...]:
    found = _OPEN.search(said)
    return (said[: found.start()], found.group(), said[found.end() :]) if found else (said,)

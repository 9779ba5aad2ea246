"""What may stand in each field of the plan of a workshop."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from re import ASCII, fullmatch

from toolkit.domain.workshop_agenda import LONGEST
from toolkit.domain.workshop_plan import MOST_QUESTIONS
from toolkit.web.forms.rules import LONGEST_NAME, Line, Prose, Refused, Rule
from toolkit.wording import N_

NO_MINUTES = N_("Write a number of minutes in digits, from 1 to 600.")
TOO_MANY_LINES = N_("These are more than twelve questions. Join some, or leave some out.")
NO_TITLE = N_("Write what it is called.")
NO_STORY = N_("Write what happens in this part of the story.")
NO_QUESTIONS = N_("Write at least one question to talk about.")
LINES_OF_THE_CARD = 9


@dataclass(frozen=True, slots=True)
class Minutes(Line):
    """A number of minutes that fits in a day."""

    longest: int = 4

    def read(self, sent: str) -> str:
        """Return the number in digits only; raise `Refused`."""
        text = sent.strip()
        if not fullmatch("[0-9]{1,4}", text, ASCII) or not 0 < int(text) <= LONGEST:
            raise Refused(NO_MINUTES)
        return str(int(text))


@dataclass(frozen=True, slots=True)
class Lines(Prose):
    """Some texts, each on a line of its own."""

    def read(self, sent: str) -> str:
        """Return the lines that say something; raise `Refused`."""
        lines = list(filter(None, map(str.strip, Prose.read(self, sent).splitlines())))
        if len(lines) > MOST_QUESTIONS:
            raise Refused(TOO_MANY_LINES)
        return "\n".join(lines)


POINT: Mapping[str, Rule] = {
    "new_title": Line(longest=LONGEST_NAME, empty=NO_TITLE),
    "new_minutes": Minutes(),
}
PHASE: Mapping[str, Rule] = {
    "title": Line(longest=LONGEST_NAME, empty=NO_TITLE),
    "story": Prose(empty=NO_STORY),
    "discuss": Lines(empty=NO_QUESTIONS),
    "minutes": Minutes(),
}
ROUTE: Mapping[str, Rule] = {f"line_{number}": Line() for number in range(1, LINES_OF_THE_CARD + 1)}

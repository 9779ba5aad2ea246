"""What a workshop brought: what would really happen, what the room showed, what was agreed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from toolkit.domain.answers import State
from toolkit.domain.fields import Text
from toolkit.domain.questionnaire import Question
from toolkit.domain.scoring.result import Mark
from toolkit.domain.workshop_counts import Counts, Difference
from toolkit.domain.workshop_plan import Plan, PlannedPhase
from toolkit.domain.workshop_room import Kind, steps

HAPPENS, DISSENT = "happens.", "dissent."
"""How the places of words begin that belong to a phase, and to a question."""
LEARNED, EXPERT = "learned", "expert"
MOST_AGREED = 5
ROUNDS = (3, 12)
"""After how many months the same questions are asked again."""
_MONTHS_A_YEAR = 12
_SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Shown:
    """A question that went by cards: what the room showed, and what the scan has for an answer."""

    question: Question
    phase: PlannedPhase | None
    counts: Counts
    official: Mark | None = None
    dissent: str = ""

    @property
    def answered(self) -> Decimal | None:
        """The official answer as a card; none when nobody knew it, or it was seen differently."""
        mark = self.official
        if mark is None or mark.state is not State.ANSWERED or mark.answer.value is None:
            return None
        return mark.points

    @property
    def difference(self) -> Difference:
        """How many in the room were a point or more away from the official answer."""
        card = self.answered
        return Difference(0, 0) if card is None else self.counts.difference(card)


@dataclass(frozen=True, slots=True)
class Happens:
    """What would really happen in a phase, in the words of the room."""

    phase: PlannedPhase
    text: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was agreed, by which function, until when, about which question; how a child notices."""

    what: str
    who: str = ""
    due: date | None = None
    question: Question | None = None
    child_notices: str = ""
    action: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """Everything that a workshop brought, as its report says it.

    ``there`` are the chairs that were taken; nobody's name stands anywhere in it. ``expert`` are
    the words of the second round, once the supporting organisation has seen them.
    """

    plan: Plan
    day: date
    there: tuple[Text, ...]
    phases: tuple[Happens, ...]
    shown: tuple[Shown, ...]
    agreed: tuple[Agreed, ...]
    parked: tuple[str, ...]
    learned: str = ""
    expert: str = ""


def by_cards(plan: Plan) -> Mapping[str, PlannedPhase | None]:
    """Return the questions that go by cards, in the order of the room, each with its phase."""
    phases = {phase.id: phase for phase in plan.phases}
    found: dict[str, PlannedPhase | None] = {}
    for step in steps(plan):
        if step.kind is Kind.CARDS:
            found.setdefault(step.item, phases.get(step.phase))
    return found


def differing_first(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """Return the questions, first those where somebody was a point or more away; else in order."""
    return tuple(sorted(shown, key=lambda one: not one.difference))


def months_after(day: date, months: int) -> date:
    """Return the day so many months later; one that does not exist is the last of its month."""
    count = day.month - 1 + months
    year, month = day.year + count // _MONTHS_A_YEAR, count % _MONTHS_A_YEAR + 1
    for number in range(day.day, _SHORTEST_MONTH, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, min(day.day, _SHORTEST_MONTH))


def round_to_call(day: date, filled: Iterable[int], today: date) -> int:
    """Return after how many months a workshop is to be called about now; 0 when it is not.

    From a month before until that round is filled in; the last one counts.
    """
    due = [one for one in ROUNDS if today >= months_after(day, one - 1)]
    return due[-1] if due and due[-1] not in filled else 0

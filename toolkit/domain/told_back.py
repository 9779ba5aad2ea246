"""What young people are told back: what goes well, what does not, what will happen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from toolkit.domain.report_facts import Facts
from toolkit.domain.report_rows import MinimumRow
from toolkit.domain.scan import PlannedAction

FEWEST = 5
"""How many young people took part, at least, before anything they said is repeated."""
SEEN_BY_CHILDREN = {"child": 0, "practice": 1}
"""What children notice themselves is told first; what stands on paper comes last."""
MOST_SAID = 3
MOST_ACTIONS = 4


@dataclass(frozen=True, slots=True)
class Voices:
    """What young people said: how many took part, and sentences they let us repeat."""

    taking_part: int = 0
    said: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The sentences that may be repeated: none when fewer than five took part."""
        return self.said[:MOST_SAID] if self.taking_part >= FEWEST else ()


@dataclass(frozen=True, slots=True)
class ToldBack:
    """What two pages for young people say; a sentence is absent where there is nothing to say."""

    well: MinimumRow | None
    not_well: MinimumRow | None
    not_known: MinimumRow | None
    promised: tuple[PlannedAction, ...]
    more: int
    answered: int
    voices: Voices


def told_back(facts: Facts, voices: Voices | None = None) -> ToldBack:
    """Return what young people are told of these facts."""
    actions = promised(facts.scan.actions)
    return ToldBack(
        well=_first(facts, "in_order"),
        not_well=_first(facts, "missing"),
        not_known=_first(facts, "unknown"),
        promised=actions[:MOST_ACTIONS],
        more=max(0, len(actions) - MOST_ACTIONS),
        answered=facts.answered + facts.result.overall.counts.unknown,
        voices=voices or Voices(),
    )


def promised(actions: tuple[PlannedAction, ...]) -> tuple[PlannedAction, ...]:
    """Return the actions that may be promised: decided, with an owner and a day.

    What is busy was decided before; what is done or dropped is no promise any more.
    """
    return tuple(
        action
        for action in actions
        if action.status in ("decided", "busy") and action.owner and action.due
    )


def _first(facts: Facts, state: str) -> MinimumRow | None:
    """Return the weightiest item with this word; those children notice go first."""
    told = [row for row in facts.of_state(state) if row.question.item.in_short]
    return min(told, key=_child_first, default=None)


def _child_first(row: MinimumRow) -> tuple[int, Decimal]:
    item = row.question.item
    return SEEN_BY_CHILDREN.get(item.dimension or "", len(SEEN_BY_CHILDREN)), -item.weight

"""What the council hears of the time since the last round: what moved, what was done, what is next."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.domain.comparison import Comparison, Moved
from toolkit.domain.report_facts import Facts
from toolkit.domain.report_rows import MinimumRow
from toolkit.domain.scan import PlannedAction

MOST_MOVED = 8
MOST_ACTIONS = 6
MOST_NEXT = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Some agreements or actions, and how many are left out."""

    rows: tuple[Moved, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SinceLast:
    """What changed since the last round, in few rows."""

    comparison: Comparison
    up: Part
    known: Part
    down: Part
    done: tuple[PlannedAction, ...]
    going_on: tuple[PlannedAction, ...]
    dropped: tuple[PlannedAction, ...]
    more_actions: int
    next: tuple[MinimumRow, ...]

    @property
    def shown(self) -> int:
        """How many agreements are shown that moved."""
        return sum(len(part.rows) for part in (self.up, self.known, self.down))


def since_last(facts: Facts) -> SinceLast:
    """Return what changed; raise `ValueError` when there is no earlier round."""
    found = facts.life.comparison
    if found is None:
        raise ValueError("there is no earlier round to compare with")
    actions = facts.scan.actions
    shown = [_of(actions, "done"), _of(actions, "decided", "busy"), _of(actions, "dropped")]
    done, going_on, dropped = (part[:MOST_ACTIONS] for part in shown)
    return SinceLast(
        comparison=found,
        up=_part(found, "up"),
        known=_part(found, "known"),
        down=_part(found, "down"),
        done=done,
        going_on=going_on,
        dropped=dropped,
        more_actions=sum(len(part) for part in shown) - len(done + going_on + dropped),
        next=facts.missing[:MOST_NEXT],
    )


def _part(found: Comparison, move: str) -> Part:
    rows = found.of(move)
    return Part(rows[:MOST_MOVED], max(0, len(rows) - MOST_MOVED))


def _of(actions: tuple[PlannedAction, ...], *statuses: str) -> tuple[PlannedAction, ...]:
    return tuple(action for action in actions if action.status in statuses)

"""Says what a group may be called: its band, what the minimum line takes off, its level."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scoring.result import Counts, Mark, MinimumState
from toolkit.domain.scoring_rules import Band, Gate, Scoring


def count(marks: Iterable[Mark]) -> Counts:
    """Return how many of the items asked are in each state."""
    states = [mark.state for mark in marks]
    return Counts(
        answered=states.count(State.ANSWERED),
        unknown=states.count(State.UNKNOWN),
        not_applicable=states.count(State.NOT_APPLICABLE),
        open=states.count(State.OPEN),
    )


def coverage(counts: Counts) -> Decimal | None:
    """Return which part of what applies has been answered, "nobody knows" included."""
    applies = counts.asked - counts.not_applicable
    return Decimal(counts.answered + counts.unknown) / applies if applies else None


def enough(counts: Counts, rules: Scoring) -> bool:
    """Return whether so much is answered that the group may have a score."""
    if counts.open and rules.unanswered == "withhold":
        return False
    applies = counts.asked - counts.not_applicable
    return counts.answered + counts.unknown >= rules.coverage * applies


def band(share: Decimal | None, bands: Sequence[Band]) -> str | None:
    """Return the highest band whose bound the stated share reaches."""
    if share is None:
        return None
    reached = [part.id for part in bands if share >= part.start]
    return reached[-1] if reached else None


def capped(found: str | None, rules: Scoring, *, under_the_line: bool) -> str | None:
    """Return the band, at most the cap where something is missing or unknown."""
    cap = rules.gate.cap if rules.gate is not None else None
    if found is None or cap is None or not under_the_line:
        return found
    order = [part.id for part in rules.bands]
    return min(found, cap, key=order.index)


def in_state(marks: Iterable[Mark], state: MinimumState) -> tuple[str, ...]:
    """Return the items of the minimum line in this state."""
    return tuple(mark.id for mark in marks if mark.minimum is state)


def level_reached(marks: Sequence[Mark], questionnaire: Questionnaire) -> str | None:
    """Return the highest level of which everything passes, with all levels below.

    Items that do not apply are left aside; a level without items is passed over. Without a
    gate there is no ladder.
    """
    gate = questionnaire.scoring.gate
    if gate is None:
        return None
    reached = None
    for level in questionnaire.levels:
        asked = [mark for mark in marks if mark.question.level == level and _applies(mark)]
        if not all(_passes(mark, gate) for mark in asked):
            break
        reached = level if asked else reached
    return reached


def _applies(mark: Mark) -> bool:
    return mark.state is not State.NOT_APPLICABLE


def _passes(mark: Mark, gate: Gate) -> bool:
    return mark.points is not None and mark.points >= gate.pass_

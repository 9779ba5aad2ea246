"""What a score consists of; made once, read by every output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from toolkit.domain.answers import Answer, Answers, State
from toolkit.domain.items import Advice, Step
from toolkit.domain.questionnaire import Question, Questionnaire


class MinimumState(StrEnum):
    """The five words for an item of the minimum line."""

    MISSING = "missing"
    BEGUN = "begun"
    IN_ORDER = "in_order"
    UNKNOWN = "unknown"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Mark:
    """One visible scored item: its state, and what it counts for.

    ``cautious`` and ``known`` are the points that count in the two figures, ``None`` where the
    item is left out. ``points`` are the points of the answer itself (the lower view of a
    disagreement). ``implied_by`` names the items whose answers made it count as 0 unasked; such
    an item has no state (``None``) and is in no count.
    """

    question: Question
    answer: Answer
    state: State | None
    maximum: Decimal
    points: Decimal | None
    cautious: Decimal | None
    known: Decimal | None
    minimum: MinimumState | None = None
    implied_by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.question.id

    @property
    def weight(self) -> Decimal:
        """The weight of the item."""
        return self.question.item.weight


@dataclass(frozen=True, slots=True)
class Figure:
    """A stated figure: points of a maximum, and the share (0-100) that is."""

    points: Decimal | None = None
    maximum: Decimal | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """One dimension within a group: its figure, what was asked, on how many answers it rests.

    ``unknown`` are the questions of it to which nobody knew the answer.
    """

    figure: Figure
    asked: int
    answered: int
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Gap:
    """Dimensions that lie apart: the phrase to print, or that there are too few answers."""

    high: tuple[str, ...]
    low: str
    phrase: str
    enough: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many items are in each state; `asked` is their sum."""

    answered: int = 0
    unknown: int = 0
    not_applicable: int = 0
    open: int = 0

    @property
    def asked(self) -> int:
        """How many items were asked."""
        return self.answered + self.unknown + self.not_applicable + self.open


@dataclass(frozen=True, slots=True)
class GroupScore:
    """The score of a group, or of the whole (``id`` is then empty).

    ``known_share`` leaves out what is unknown or open. ``band`` is what may be said, ``uncapped_band`` what
    the share alone would give. ``enough`` is false when too little is answered for a score.
    """

    id: str
    counts: Counts
    coverage: Decimal | None
    enough: bool
    cautious: Figure
    known_share: Decimal | None
    band: str | None
    uncapped_band: str | None
    level_reached: str | None
    below_minimum: tuple[str, ...]
    minimum_unknown: tuple[str, ...]
    dimensions: Mapping[str, DimensionScore]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class AdvicePoint:
    """One advice with the items that ask for it, most urgent first."""

    id: str
    advice: Advice
    items: tuple[str, ...]
    step: Step
    priority: Decimal


@dataclass(frozen=True, slots=True)
class Result:
    """Everything that follows from the answers to one questionnaire.

    ``hidden`` are the items, scored or not, that the answers do not show, in file order.
    """

    questionnaire: Questionnaire
    answers: Answers
    selection: str | None
    marks: Mapping[str, Mark]
    hidden: tuple[str, ...]
    overall: GroupScore
    groups: Mapping[str, GroupScore]
    minimum_states: Mapping[MinimumState, int]
    advice: tuple[AdvicePoint, ...]
    find_out: tuple[str, ...]
    contradictions: tuple[str, ...]

    def score(self, group_id: str) -> GroupScore:
        """Return the score of a group, or of the whole (id ``""``); raise `KeyError` for none."""
        return self.groups[group_id] if group_id else self.overall

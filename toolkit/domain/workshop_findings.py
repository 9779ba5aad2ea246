"""Finds what a scan gives a workshop to talk about: disputed, unknown, weak, and gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Group, Question, Questionnaire
from toolkit.domain.scoring.result import GroupScore, Mark, Result

THEMES = 3
ZERO, FULL = Decimal(0), Decimal(100)


class Why(StrEnum):
    """Why a question is worth the time of a room; what comes first is proposed first."""

    DISPUTED = "disputed"
    UNKNOWN = "unknown"
    WEAK = "weak"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Finding:
    """A question that a workshop could test, and why."""

    question: Question
    why: Why

    @property
    def weight(self) -> Decimal:
        """What it counts for in choosing themes: a disagreement counts twice."""
        return self.question.item.weight * (2 if self.why is Why.DISPUTED else 1)


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A theme to talk about, with what was found in it; nothing where no scan tells."""

    group: Group
    findings: tuple[Finding, ...]
    opening: int = 0

    @property
    def counts(self) -> Mapping[Why, int]:
        """How many questions there are of each reason."""
        found = Counter(finding.why for finding in self.findings)
        return {why: found[why] for why in Why}


def findings(result: Result | None) -> tuple[Finding, ...]:
    """Return what was found, by reason, then by weight, then in file order."""
    if result is None:
        return ()
    gaps = frozenset(_below_others(result))
    marks = result.marks.values()
    found = [Finding(mark.question, why) for mark in marks if (why := _why(mark, gaps))]
    order = tuple(Why)
    return tuple(sorted(found, key=lambda one: (order.index(one.why), -one.question.item.weight)))


def three_themes(
    questionnaire: Questionnaire,
    result: Result | None,
    found: Iterable[Finding],
    opening: Iterable[Question],
) -> tuple[ThemeChoice, ...]:
    """Return the themes in which most was found; without a scan, those of the opening questions.

    Between themes in which as much was found, the lowest share comes first, then file order.
    """
    asked = Counter(question.theme for question in opening)
    by_theme: dict[str | None, tuple[Finding, ...]] = {}
    for one in found:
        by_theme[one.question.theme] = (*by_theme.get(one.question.theme, ()), one)
    choices = [
        ThemeChoice(group, by_theme.get(group.id, ()), asked[group.id])
        for group in questionnaire.themes
        if result is None or result.groups[group.id].counts.asked
    ]
    return tuple(sorted(choices, key=lambda one: _urgency(one, result))[:THEMES])


def _urgency(choice: ThemeChoice, result: Result | None) -> tuple[Decimal, int, Decimal]:
    share = result.groups[choice.group.id].cautious.share if result else None
    weight = sum((one.weight for one in choice.findings), ZERO)
    return (-weight, -choice.opening, FULL if share is None else share)


def _why(mark: Mark, gaps: frozenset[str]) -> Why | None:
    if mark.answer.views:
        return Why.DISPUTED
    if mark.state is State.UNKNOWN:
        return Why.UNKNOWN
    if mark.points is None or mark.state not in (State.ANSWERED, None):
        return None
    if 2 * mark.points < mark.maximum:
        return Why.WEAK
    return Why.GAP if mark.id in gaps and mark.points < mark.maximum else None


def _below_others(result: Result) -> Iterator[str]:
    """Yield the items of a dimension that lies far below others in their theme."""
    for theme in result.questionnaire.themes:
        low = _low_dimensions(result.groups[theme.id])
        for item in theme.all_items():
            if item.dimension in low:
                yield item.id


def _low_dimensions(score: GroupScore) -> frozenset[str]:
    return frozenset(gap.low for gap in score.gaps if gap.enough)

"""What the summary for executive and council says, beyond what every document knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from toolkit.domain.library import Library
from toolkit.domain.report_facts import Facts
from toolkit.domain.report_rows import MinimumRow, UnknownRow
from toolkit.domain.reporting_chance import years_without_report

MOST_ROWS = 6
MOST_GOOD = 3
MOST_UNKNOWN = 3
POPULATION = "context.population"


@dataclass(frozen=True, slots=True)
class Council:
    """The few things that two pages have room for.

    ``ahead_on_paper`` says whether the rules let us say that paper is ahead of practice.

    ``missing`` are the agreements that are missing, the most urgent first; ``more`` is how many
    are left out. ``years`` is in how many of ten years no child is expected to be reported,
    ``due`` by which day a step was decided, by the id of its question.
    """

    missing: tuple[MinimumRow, ...]
    more: int
    good: tuple[MinimumRow, ...]
    unknown: tuple[UnknownRow, ...]
    years: int | None
    due: Mapping[str, date]
    ahead_on_paper: bool

    @property
    def efforts(self) -> Mapping[str, int]:
        """How many of the first steps shown cost hours, weeks, or months."""
        found = Counter(row.first_step.advice.effort for row in self.missing if row.first_step)
        return {effort: found[effort] for effort in ("S", "M", "L")}

    @property
    def steps(self) -> int:
        """How many first steps are shown."""
        return sum(self.efforts.values())

    @property
    def costly(self) -> tuple[MinimumRow, ...]:
        """The agreements whose first step takes months, or money every year."""
        return tuple(
            row for row in self.missing if row.first_step and row.first_step.advice.effort == "L"
        )


def council(facts: Facts, library: Library) -> Council:
    """Return what the summary says of these facts."""
    return Council(
        missing=facts.missing[:MOST_ROWS],
        more=max(0, len(facts.missing) - MOST_ROWS),
        good=_best_shown(facts)[:MOST_GOOD],
        unknown=tuple(row for row in facts.unknown if row.minimum)[:MOST_UNKNOWN],
        years=_years(facts, library),
        due=_decided(facts),
        ahead_on_paper=any(
            gap.enough and gap.low == "practice" and "policy" in gap.high
            for gap in facts.result.overall.gaps
        ),
    )


def _best_shown(facts: Facts) -> tuple[MinimumRow, ...]:
    """Return what is in order: first what has evidence, then what weighs most."""
    done = [row for row in facts.of_state("in_order") if not row.disputed]
    key = facts.evidenced
    done.sort(key=lambda row: (row.question.id not in key, -row.question.item.weight))
    return tuple(done)


def _decided(facts: Facts) -> Mapping[str, date]:
    return {
        item: action.due
        for action in facts.scan.actions
        if action.due and action.status in ("decided", "busy")
        for item in action.items
    }


def _years(facts: Facts, library: Library) -> int | None:
    population, figures = facts.result.answers.get(POPULATION), library.figures_by_key
    told = _numbers(figures[key].value for key in ("reported_minors", "population_reported"))
    if population is None or not isinstance(population.value, Decimal) or told is None:
        return None
    return years_without_report(population.value, *told)


def _numbers(values: Iterable[Decimal | int | None]) -> tuple[Decimal, Decimal] | None:
    reported, residents = values
    if reported is None or residents is None:
        return None
    return Decimal(reported), Decimal(residents)

"""Says in a table what was measured, with a verdict that a quiet machine allows."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from benchmarks.machine import reading
from benchmarks.measure import Cost, Round, Variant, interleaved, median_cost
from benchmarks.quiet import Busy, require_quiet, require_undisturbed


@dataclass(frozen=True, slots=True)
class Figure:
    """A number we hold ourselves to; ``value`` reads it off one round, in ``unit``."""

    name: str
    about: str
    variants: Callable[[], tuple[Variant, ...]]
    value: Callable[[Round], float]
    must: float | None = None
    aim: float | None = None
    unit: str = ""

    def verdict(self, value: float) -> str:
        """Return whether the value keeps the aim or the must."""
        if self.aim is not None and value <= self.aim:
            return "aim met"
        if self.must is not None:
            return "must met" if value <= self.must else "MISSED"
        return "no bound"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was measured for a figure; ``busy`` says why it cannot be judged."""

    figure: Figure
    names: tuple[str, ...]
    rounds: tuple[Round, ...]
    busy: str = ""

    @property
    def value(self) -> float:
        """The median over the rounds."""
        return median(self.figure.value(costs) for costs in self.rounds)

    @property
    def verdict(self) -> str:
        """One of four words."""
        return "not judged" if self.busy else self.figure.verdict(self.value)

    def table(self) -> str:
        """Return the medians of all variants, and the figure with its bounds, as Markdown."""
        lines = [
            f"### {self.figure.name}: {self.figure.about}",
            "",
            "| variant | CPU s | wall s | size kB | pages | largest MB | together MB | p50 | p95 |",
            "|---|---|---|---|---|---|---|---|---|",
            *(
                _row(name, median_cost(costs))
                for name, costs in zip(self.names, zip(*self.rounds, strict=True), strict=True)
            ),
            "",
            f"{self.figure.name}: {self.value:.2f}{self.figure.unit}{_spread(self)}, "
            f"n = {len(self.rounds)}{_bounds(self.figure)}: {self.verdict}. {self.busy}".rstrip(),
            "",
        ]
        return "\n".join(lines)


def measured(figure: Figure, rounds: int, *, anyway: bool) -> Outcome:
    """Return the outcome; raise `Busy` under load, unless the numbers are wanted ``anyway``."""
    busy = ""
    try:
        require_quiet()
    except Busy as problem:
        if not anyway:
            raise
        busy = str(problem)
    variants = figure.variants()
    before = reading()
    costs = tuple(interleaved(variants, rounds))
    try:
        require_undisturbed(before)
    except Busy as problem:
        busy = busy or str(problem)
    return Outcome(figure, tuple(variant.name for variant in variants), costs, busy)


def cpu_ratio(costs: Round) -> float:
    """Return the CPU of the first variant in that of the second."""
    return costs[0].cpu / costs[1].cpu


def _row(name: str, cost: Cost) -> str:
    columns = (
        f"{cost.cpu:.4g}",
        f"{cost.wall:.4g}",
        f"{cost.size / 1000:.0f}" if cost.size else "",
        f"{cost.pages}" if cost.pages else "",
        f"{cost.peak.largest:.0f}" if cost.peak.largest else "",
        f"{cost.peak.together:.0f}" if cost.peak.together else "",
        f"{cost.p50:.4g}" if cost.p50 else "",
        f"{cost.p95:.4g}" if cost.p95 else "",
    )
    return f"| {name} | {' | '.join(columns)} |"


def _spread(outcome: Outcome) -> str:
    values = [outcome.figure.value(costs) for costs in outcome.rounds]
    return f" ({min(values):.2f} to {max(values):.2f})"


def _bounds(figure: Figure) -> str:
    if figure.must is None or figure.aim is None:
        return ""
    return f", must ≤ {figure.must:g}{figure.unit}, aim ≤ {figure.aim:g}{figure.unit}"

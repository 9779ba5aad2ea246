"""Runs several ways of doing one thing in turns, and keeps what each run took."""

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median, quantiles

import pikepdf

from benchmarks.machine import own_cpu
from benchmarks.memory import NOT_WATCHED, Peak, Watch

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Waits:
    """How many seconds each of many requests took, and the CPU of the server for all of them."""

    seconds: tuple[float, ...]
    cpu: float

    def within(self, percent: int) -> float:
        """Return the seconds within which so many of a hundred were answered."""
        return quantiles(self.seconds, n=100)[percent - 1]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of doing it: gives the PDF it made, how long requests waited, or nothing.

    Short work is done ``times`` a run; the costs of requests are those of one.
    """

    name: str
    run: Callable[[], bytes | Waits]
    times: int = 1
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds, and what came out of it, in bytes and pages.

    Of requests: ``p50`` and ``p95`` are the seconds within which half and most were answered.
    """

    cpu: float
    wall: float
    size: int = 0
    pages: int = 0
    peak: Peak = NOT_WATCHED
    p50: float = 0.0
    p95: float = 0.0


Round = tuple[Cost, ...]


def interleaved(variants: tuple[Variant, ...], rounds: int = ROUNDS) -> Iterator[Round]:
    """Yield the costs of every variant, once a round, after one round that does not count.

    Whatever the machine does meanwhile hits all variants alike.
    """
    for variant in variants:
        variant.run()
    for _ in range(rounds):
        yield tuple(cost(variant) for variant in variants)


def cost(variant: Variant) -> Cost:
    """Return what one run takes, with all processes it starts."""
    if variant.watched:
        with Watch() as watch:
            found, made = _timed(variant)
        peak = watch.peak
    else:
        (found, made), peak = _timed(variant), NOT_WATCHED
    if isinstance(made, Waits):
        count = len(made.seconds)
        middle, most = made.within(50), made.within(95)
        return Cost(made.cpu / count, found.wall / count, p50=middle, p95=most)
    return Cost(found.cpu, found.wall, len(made), _pages(made), peak)


def median_cost(costs: tuple[Cost, ...]) -> Cost:
    """Return the median of each column."""
    return Cost(
        median(cost.cpu for cost in costs),
        median(cost.wall for cost in costs),
        round(median(cost.size for cost in costs)),
        round(median(cost.pages for cost in costs)),
        Peak(
            median(cost.peak.largest for cost in costs),
            median(cost.peak.together for cost in costs),
        ),
        median(cost.p50 for cost in costs),
        median(cost.p95 for cost in costs),
    )


def _timed(variant: Variant) -> tuple[Cost, bytes | Waits]:
    made: bytes | Waits = b""
    cpu, wall = own_cpu(), time.perf_counter()
    for _ in range(variant.times):
        made = variant.run()
    took = time.perf_counter() - wall
    return Cost((own_cpu() - cpu) / variant.times, took / variant.times), made


def _pages(made: bytes) -> int:
    if not made:
        return 0
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return len(pdf.pages)

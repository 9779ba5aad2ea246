"""Runs several ways of doing one thing in turns, and keeps what each run took."""

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

import pikepdf

from benchmarks.machine import own_cpu
from benchmarks.memory import NOT_WATCHED, Peak, Watch

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of doing it: gives the PDF it made, or nothing. Short work is done ``times`` a run."""

    name: str
    run: Callable[[], bytes]
    times: int = 1
    watched: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took, in seconds, and what came out of it, in bytes and pages."""

    cpu: float
    wall: float
    size: int = 0
    pages: int = 0
    peak: Peak = NOT_WATCHED


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
    )


def _timed(variant: Variant) -> tuple[Cost, bytes]:
    made = b""
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

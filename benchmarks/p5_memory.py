"""P5: the memory that the report takes at its highest, beside Chromium."""

from functools import partial

from benchmarks.chromium import printed
from benchmarks.example_report import rendered, tuned
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("the program, its render process", partial(rendered, page), watched=True),
        Variant("Chromium, all its processes", partial(printed, page), watched=True),
    )


def _peak_ratio(costs: Round) -> float:
    """Return our process with its shared pages in Chromium's without: the strictest reading."""
    return costs[0].peak.largest / costs[1].peak.together


FIGURE = Figure("P5", "peak memory ÷ Chromium", _variants, _peak_ratio, must=0.40, aim=0.30)

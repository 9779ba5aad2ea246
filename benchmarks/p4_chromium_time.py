"""P4: how long somebody waits for the report, beside Chromium."""

from functools import partial

from benchmarks.chromium import printed
from benchmarks.example_report import rendered, tuned
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("the program, warm", partial(rendered, page)),
        Variant("Chromium, cold, tagged", partial(printed, page)),
    )


def _wall_ratio(costs: Round) -> float:
    return costs[0].wall / costs[1].wall


FIGURE = Figure("P4", "warm ÷ cold Chromium, wall", _variants, _wall_ratio, must=1.7, aim=1.2)

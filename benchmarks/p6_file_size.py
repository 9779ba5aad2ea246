"""P6: the size of the report as a file, beside Chromium."""

from functools import partial

from benchmarks.chromium import printed
from benchmarks.example_report import rendered, tuned
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant


def _variants() -> tuple[Variant, ...]:
    page = tuned()
    return (
        Variant("the program, PDF/A-3a and PDF/UA-1", partial(rendered, page)),
        Variant("Chromium, tagged", partial(printed, page)),
    )


def _size_ratio(costs: Round) -> float:
    return costs[0].size / costs[1].size


FIGURE = Figure("P6", "file size ÷ Chromium", _variants, _size_ratio, must=0.50, aim=0.40)

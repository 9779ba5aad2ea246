"""P1: the report with the program's style sheet, beside the one that is written first."""

from functools import partial

from benchmarks.example_report import naive, rendered, tuned
from benchmarks.judging import Figure, cpu_ratio
from benchmarks.measure import Variant


def _variants() -> tuple[Variant, ...]:
    return (
        Variant("tuned CSS, warm", partial(rendered, tuned())),
        Variant("naive CSS, warm", partial(rendered, naive())),
    )


FIGURE = Figure("P1", "tuned ÷ naive CSS, CPU", _variants, cpu_ratio, must=0.70, aim=0.55)

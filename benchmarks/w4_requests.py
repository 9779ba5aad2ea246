"""W4: the CPU of a page and of a save, beside what a comparable Django product took."""

from functools import partial

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from benchmarks.saving import THEME, answerers, at_once
from benchmarks.serving import served

TIMES = 60
PAGE, SAVE = 0.236, 0.145
"""CPU seconds of that product, to open a page of 12 questions and to save an answer."""


def _variants() -> tuple[Variant, ...]:
    ours = served()
    (somebody,) = answerers(ours, 1)
    theme = partial(somebody.visitor.get, f"/scans/{somebody.scan}/themes/{THEME}")
    return (
        Variant("a page with a theme", partial(at_once, ours, [theme], TIMES)),
        Variant("a save", partial(at_once, ours, [somebody.save], TIMES)),
    )


def _percent(costs: Round) -> float:
    """Return the larger of the two shares."""
    return 100 * max(costs[0].cpu / PAGE, costs[1].cpu / SAVE)


FIGURE = Figure(
    "W4", "CPU a request ÷ 236 and 145 ms", _variants, _percent, must=100 / 15, aim=2.5, unit=" %"
)

"""P9: from the click to the whole PDF, for a final scan whose documents were made beforehand."""

from functools import partial

from benchmarks.documents import Desk
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from benchmarks.saving import answerers, at_once
from benchmarks.serving import served

TIMES = 40


def _variants() -> tuple[Variant, ...]:
    server = served()
    (somebody,) = answerers(server, 1)
    desk = Desk(somebody)
    take = partial(desk.take, desk.made_final()[0])
    return (Variant("the report in hand", partial(at_once, server, [take], TIMES)),)


def _p95(costs: Round) -> float:
    return costs[0].p95


FIGURE = Figure("P9", "click to PDF, p95", _variants, _p95, must=1, aim=0.3, unit=" s")

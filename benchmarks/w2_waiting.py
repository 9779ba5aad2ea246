"""W2: whether anybody waits much longer than others for a save, 16 people at once."""

from benchmarks.judging import Figure
from benchmarks.measure import Round
from benchmarks.w1_saves import variants


def _spread(costs: Round) -> float:
    return costs[0].p95 / costs[0].p50


FIGURE = Figure("W2", "save p95 ÷ p50, 16 people", variants, _spread, must=4, aim=2.5)

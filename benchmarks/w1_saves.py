"""W1: saving answers over HTTP, 16 people at once, beside Flask and sqlite3 alone."""

from functools import partial

from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant
from benchmarks.saving import answerers, at_once, bare_savers
from benchmarks.serving import served, served_bare

PEOPLE, SAVES = 16, 20


def variants() -> tuple[Variant, ...]:
    """Return the program and the bare server, each with so many people who save."""
    ours, bare = served(), served_bare()
    people = [one.save for one in answerers(ours, PEOPLE)]
    others = bare_savers(bare, PEOPLE)
    return (
        Variant("a save, everything checked", partial(at_once, ours, people, SAVES)),
        Variant("bare Flask, one INSERT", partial(at_once, bare, others, SAVES)),
    )


def _milliseconds(costs: Round) -> float:
    """Return how long after a save the next one was done, whoever did them."""
    return costs[0].wall * 1000


FIGURE = Figure(
    "W1", "time a save, 16 people (12.5 ms: 80/s)", variants, _milliseconds, must=12.5, aim=4,
    unit=" ms",
)  # fmt: skip

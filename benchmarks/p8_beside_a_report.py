"""P8: how long a page takes while a report is made, beside how long it takes otherwise."""

import time
from collections.abc import Iterable
from functools import partial

from benchmarks.documents import Desk
from benchmarks.judging import Figure
from benchmarks.measure import Round, Variant, Waits
from benchmarks.saving import THEME, Answerer, answerers, timed
from benchmarks.serving import Server, served

PAGES, PAUSE = 80, 0.05


def _paced(server: Server, reader: Answerer, more: Iterable[int]) -> Waits:
    """Open a page again and again, a moment after it came, as long as there is more."""
    before, waits = server.cpu, []
    for _ in more:
        waits.append(timed(partial(reader.visitor.get, f"/scans/{reader.scan}/themes/{THEME}")))
        time.sleep(PAUSE)
    return Waits(tuple(waits), server.cpu - before)


def _variants() -> tuple[Variant, ...]:
    server = served()
    reader, writer = answerers(server, 2)
    desk = Desk(writer)
    desk.send("review")

    def beside_a_report() -> Waits:
        return _paced(server, reader, desk.while_made(desk.order_anew()))

    return (
        Variant("a page while a report is made", beside_a_report),
        Variant("a page", partial(_paced, server, reader, range(PAGES))),
    )


def _ratio(costs: Round) -> float:
    return costs[0].p95 / costs[1].p95


FIGURE = Figure("P8", "page p95, report ÷ idle", _variants, _ratio, must=2, aim=1.5)

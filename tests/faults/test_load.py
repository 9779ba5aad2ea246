"""Two hundred people answer at a time while a report is made, and nobody waits or is refused."""

import pytest

from benchmarks.documents import Desk
from benchmarks.saving import answerers, in_turn
from benchmarks.serving import served

pytestmark = pytest.mark.long
PEOPLE, EVERY, SAVES = 200, 5.0, 6


def test_two_hundred_people_save_an_answer_every_five_seconds() -> None:
    """The load of the reliability goals on two cores: p95 below 300 ms, p99 below 1 s, no error."""
    server = served()
    writer, *people = answerers(server, PEOPLE + 1)
    desk = Desk(writer)
    desk.send("review")
    desk.order_anew()

    waits = in_turn(server, [one.save for one in people], SAVES, every=EVERY)
    server.stop()

    assert len(waits.seconds) == PEOPLE * SAVES
    assert waits.within(95) < 0.3
    assert waits.within(99) < 1

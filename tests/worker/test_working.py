"""The loop that makes documents: it goes on, whatever one document does."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.worker.killing import Results, after_a_kill
from tests.worker.queues import NOON, WORK_NL, Clock, Town, a_press, a_town, make_quickly
from toolkit.documents.pdf import Rendered
from toolkit.domain.library import Library
from toolkit.services.make_document import Press
from toolkit.services.say_report import Order
from toolkit.services.score_scan import Scored
from toolkit.storage.database import NotWritten
from toolkit.storage.documents import Stage
from toolkit.worker import work as loop
from toolkit.worker.work import Signals, work

ENGLISH = replace(WORK_NL, language="en")
SECONDS = 30


class Hurrying(Clock):
    """A clock on which every look is a pause later."""

    def __call__(self) -> datetime:
        return self.later(seconds=10)


class Poisoned:
    """A renderer that one language is too much for."""

    def __init__(self, language: str, error: Exception) -> None:
        self.language, self.error = language, error

    def __call__(self, scored: Scored, library: Library, order: Order) -> Rendered:
        if order.language == self.language:
            raise self.error
        return make_quickly(scored, library, order)


class Slow:
    """A renderer that waits until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, scored: Scored, library: Library, order: Order) -> Rendered:
        self.begun.set()
        self.go.wait(SECONDS)
        return make_quickly(scored, library, order)


@contextmanager
def working(press: Press, *, hands: int = 1) -> Iterator[Signals]:
    """Work in a thread, until the end of the block."""
    signals = Signals()
    thread = threading.Thread(target=work, args=(press, signals), kwargs={"hands": hands})
    thread.start()
    try:
        yield signals
    finally:
        signals.stop.set()
        thread.join(SECONDS)


def waited_for(what: Callable[[], bool]) -> bool:
    """Return whether it came true in time."""
    pause = threading.Event()
    tries = (pause.wait(0.02) or what() for _ in range(SECONDS * 50))
    return any(tries)


def is_over(*towns: Town) -> bool:
    over = (Stage.READY, Stage.FAILED)
    return all(row.stage in over for town in towns for row in town.documents)


def test_everything_that_was_asked_is_made(town: Town) -> None:
    town.order()
    town.order(ENGLISH)

    with working(a_press(town.database), hands=2):
        done = waited_for(lambda: is_over(town))

    assert done
    assert [row.stage for row in town.documents] == [Stage.READY, Stage.READY]


@pytest.mark.parametrize("error", [ZeroDivisionError(), NotWritten("full"), MemoryError()])
def test_a_document_that_cannot_be_made_does_not_keep_the_next_waiting(
    town: Town, error: Exception
) -> None:
    """T48, T72."""
    town.order()
    other = a_town(town.database)
    other.order(ENGLISH)

    with working(a_press(town.database, Poisoned("nl", error))):
        done = waited_for(lambda: is_over(other))

    assert done
    assert [row.stage for row in other.documents] == [Stage.READY]


def test_a_poisoned_document_is_parked_after_three_attempts(town: Town) -> None:
    """T48."""
    town.order()

    with working(a_press(town.database, Poisoned("nl", ZeroDivisionError()), Hurrying())):
        done = waited_for(lambda: is_over(town))

    assert done
    assert [(row.stage, row.reason) for row in town.documents] == [(Stage.FAILED, "broken")]


def test_a_worker_that_is_woken_begins_at_once(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "LOOKS_EVERY", 3600)

    with working(a_press(town.database)) as signals:
        town.order()
        signals.wake.set()
        done = waited_for(lambda: is_over(town))
        signals.stop.set()
        signals.wake.set()

    assert done


def test_what_is_being_made_stays_with_its_maker_when_the_clock_jumps(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """T94: no double run, no lost lease."""
    monkeypatch.setattr(loop, "KEEPS_EVERY", 0.01)
    clock, renderer = Clock(), Slow()
    name = town.order()

    with working(a_press(town.database, renderer, clock), hands=2):
        renderer.begun.wait(SECONDS)
        moved = [clock.later(days=365), clock.later(days=-700)]
        threading.Event().wait(0.5)
        stages = [row.stage for row in town.documents]
        renderer.go.set()
        done = waited_for(lambda: is_over(town))

    assert len(moved) == 2
    assert stages == [Stage.WORKING]
    assert done
    assert town.content(name)


def test_a_worker_that_must_stop_finishes_what_is_at_hand(town: Town) -> None:
    """T46, T95."""
    renderer = Slow()
    town.order()

    with working(a_press(town.database, renderer)) as signals:
        renderer.begun.wait(SECONDS)
        signals.stop.set()
        renderer.go.set()

    assert [row.stage for row in town.documents] == [Stage.READY]


def test_a_worker_that_starts_takes_up_what_another_left(town: Town) -> None:
    town.order()
    town.claim(NOON - timedelta(minutes=5))

    with working(a_press(town.database)):
        done = waited_for(lambda: is_over(town))

    assert done
    assert [row.stage for row in town.documents] == [Stage.READY]


@pytest.mark.parametrize("kills", [4, pytest.param(20, marks=pytest.mark.long)])
def test_a_worker_that_is_killed_leaves_exactly_one_result(town: Town, kills: int) -> None:
    """T46: kill -9 at random moments; the next worker makes what was left."""
    results = Results.of(town)

    asked = [after_a_kill(town, results, turn) for turn in range(kills)]

    assert len(set(asked)) == kills
    assert results.counts() == dict.fromkeys(asked, 1)
    assert [(row.id, row.stage) for row in town.documents] == [(asked[-1], Stage.READY)]

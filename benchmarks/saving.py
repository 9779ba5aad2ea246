"""People who answer questions, each in a scan of their own, and how long each save took."""

import re
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from uuid import uuid4

from benchmarks.measure import Waits
from benchmarks.serving import Server
from benchmarks.visiting import Unexpected, Visitor, signed_in
from toolkit.paths import EXAMPLE

THEME, ITEM = "gov", "gov.policy_adopted"
VALUES = ("own_policy", "preparing")
NOTE = "Vastgesteld in het beleidsplan, hoofdstuk over jeugd. Wijziging {}."
VERSION = re.compile(rf'name="{ITEM}-version" value="([0-9]+)"')


@dataclass
class Answerer:
    """Somebody in front of one question, who changes the answer again and again."""

    visitor: Visitor
    scan: str
    token: str
    version: int = 0

    @property
    def address(self) -> str:
        """Where the question is."""
        return f"/scans/{self.scan}/items/{ITEM}"

    def save(self) -> None:
        """Save another answer than the one before, as the script of the page does."""
        said = {
            "value": VALUES[self.version % len(VALUES)],
            "note": NOTE.format(self.version),
            "version": str(self.version),
            "request_id": uuid4().hex,
        }
        fields = {f"{ITEM}-{name}": value for name, value in said.items()}
        self.visitor.post(self.address, {"csrf_token": self.token, **fields}, script=True)
        self.version += 1


def answerers(server: Server, count: int) -> tuple[Answerer, ...]:
    """Return so many people, each signed in, with a full scan of the main questionnaire."""
    return tuple(_begun(visitor) for visitor in signed_in(server, count))


def _begun(visitor: Visitor) -> Answerer:
    scan = a_full_scan(visitor)
    page = visitor.get(f"/scans/{scan}/items/{ITEM}")
    found = VERSION.search(page.text)
    if found is None:
        raise Unexpected("no question")
    visitor.close()
    return Answerer(visitor, scan, page.token, int(found[1]))


def a_full_scan(visitor: Visitor) -> str:
    """Take the example in as a scan of somebody's own, every question answered; return its id."""
    begun = visitor.send("/more", {"csrf_token": visitor.get("/").token}, EXAMPLE)
    return begun.location.strip("/").rpartition("/")[2]


def bare_savers(server: Server, count: int) -> list[Callable[[], object]]:
    """Return so many ways to have the bare server keep a row."""
    fields = {"item": ITEM, "value": VALUES[0], "note": NOTE}
    return [partial(Visitor(server).post, "/save", fields) for _ in range(count)]


def at_once(server: Server, steps: Sequence[Callable[[], object]], times: int) -> Waits:
    """Do every step so many times, all of them at once; return how long each time took."""
    before = server.cpu
    with ThreadPoolExecutor(len(steps)) as hands:
        waits = hands.map(lambda step: [timed(step) for _ in range(times)], steps)
        every = tuple(wait for one in waits for wait in one)
    return Waits(every, server.cpu - before)


def timed(step: Callable[[], object]) -> float:
    """Return how many seconds a step takes."""
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


def in_turn(
    server: Server, steps: Sequence[Callable[[], object]], times: int, *, every: float
) -> Waits:
    """Do every step so many times, one in so many seconds; nobody begins at the same moment."""
    before, begun = server.cpu, time.perf_counter()

    def paced(number: int) -> list[float]:
        return [
            _timed_at(begun + every * (turn + number / len(steps)), steps[number])
            for turn in range(times)
        ]

    with ThreadPoolExecutor(len(steps)) as hands:
        every_wait = tuple(wait for one in hands.map(paced, range(len(steps))) for wait in one)
    return Waits(every_wait, server.cpu - before)


def _timed_at(moment: float, step: Callable[[], object]) -> float:
    time.sleep(max(0.0, moment - time.perf_counter()))
    return timed(step)

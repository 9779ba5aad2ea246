"""Lets writers pass one at a time, in the order in which they came."""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class GateClosed(Exception):
    """Waiting took too long; nothing was written."""


class Gate:
    """A lock that is first come, first served: under load nobody waits much longer than others."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Event] = deque()

    @contextmanager
    def passing(self, seconds: float) -> Iterator[None]:
        """Hold the gate; raise `GateClosed` when it is not free within so many seconds."""
        turn = threading.Event()
        with self._guard:
            self._waiting.append(turn)
            if self._waiting[0] is turn:
                turn.set()
        try:
            if not turn.wait(seconds):
                raise GateClosed
            yield
        finally:
            self._leave(turn)

    def _leave(self, turn: threading.Event) -> None:
        with self._guard:
            self._waiting.remove(turn)
            if self._waiting:
                self._waiting[0].set()

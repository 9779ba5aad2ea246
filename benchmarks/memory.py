"""Watches how much memory a program's processes take at their highest."""

import os
import threading
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from benchmarks.machine import descendants, megabytes

PAUSE = 0.02


@dataclass(frozen=True, slots=True)
class Peak:
    """Megabytes: ``largest`` as the kernel kept it for the biggest process, shared pages included;
    ``together`` of all processes at once, where each shared page counts once.
    """

    largest: float
    together: float


NOT_WATCHED = Peak(0.0, 0.0)


class Watch:
    """Looks at the processes that start below this one, until it is left."""

    def __init__(self) -> None:
        self._before = {process.pid for process in descendants(os.getpid())}
        self._largest = self._together = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()

    @property
    def peak(self) -> Peak:
        """The highest that was seen."""
        return Peak(self._largest, self._together)

    def _look(self) -> None:
        while not self._over.wait(PAUSE):
            new = [
                process.pid
                for process in descendants(os.getpid())
                if process.pid not in self._before
            ]
            sizes = [megabytes(pid, "status", "VmHWM") for pid in new]
            shares = [megabytes(pid, "smaps_rollup", "Pss") for pid in new]
            self._largest = max(self._largest, *sizes, 0.0)
            self._together = max(self._together, sum(shares))

"""Refuses to judge while the machine is busy with something else."""

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks.machine import Process, Reading, processes, reading

WATCHED = 1.0
MOST_BEFORE = 0.15
MOST_DURING = 0.25
CORES = os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Busy(Exception):
    """Others use this machine; ``why`` says how much, in one sentence."""

    why: str

    def __str__(self) -> str:
        return self.why


def require_quiet() -> None:
    """Raise `Busy` when processes wait for a core, or others use more than a little of one."""
    waiting = os.getloadavg()[0]
    if waiting > CORES:
        raise Busy(f"The load is {waiting:.1f} on {CORES} cores.")
    before, seen = reading(), processes()
    time.sleep(WATCHED)
    used = reading().others(before)
    if used > MOST_BEFORE:
        raise Busy(f"Others keep {used:.2f} cores busy: {_busiest(seen, processes())}.")


def require_undisturbed(before: Reading) -> None:
    """Raise `Busy` when others came between since ``before``."""
    used = reading().others(before)
    if used > MOST_DURING:
        raise Busy(f"Others kept {used:.2f} cores busy during the measurement.")


def _busiest(before: Mapping[int, Process], after: Mapping[int, Process]) -> str:
    spent = {
        process.name: process.cpu - before[pid].cpu
        for pid, process in after.items()
        if pid in before and pid != os.getpid()
    }
    names = sorted(spent, key=lambda name: -spent[name])[:3]
    return ", ".join(name for name in names if spent[name]) or "nobody in particular"

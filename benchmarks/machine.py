"""Reads what this machine and its processes have used, from the kernel's own books."""

import os
import resource
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")
_PROC = Path("/proc")
_WORKING = (0, 1, 2, 5, 6, 7)  # user, nice, system, irq, softirq, steal


@dataclass(frozen=True, slots=True)
class Process:
    """One process; ``cpu`` in seconds, with what its own ended children used."""

    pid: int
    name: str
    parent: int
    cpu: float


@dataclass(frozen=True, slots=True)
class Reading:
    """CPU seconds of the whole machine and of this program, at one moment."""

    at: float
    machine: float
    own: float

    def others(self, before: "Reading") -> float:
        """Return how many cores were kept busy by others since ``before``."""
        used = (self.machine - before.machine) - (self.own - before.own)
        return max(0.0, used / (self.at - before.at))


def reading() -> Reading:
    """Return what has been used up to now."""
    line = (_PROC / "stat").read_text().splitlines()[0].split()[1:]
    machine = sum(int(line[column]) for column in _WORKING) / _TICK
    return Reading(time.perf_counter(), machine, own_cpu())


def own_cpu() -> float:
    """Return the CPU seconds of this process with all its children, living or ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    living = sum(process.cpu for process in descendants(os.getpid()))
    return time.process_time() + ended.ru_utime + ended.ru_stime + living


def processes() -> Mapping[int, Process]:
    """Return every process of the machine by its number."""
    return {found.pid: found for found in _processes()}


def descendants(root: int) -> tuple[Process, ...]:
    """Return the children of a process, their children, and so on."""
    found: list[Process] = []
    everything = tuple(processes().values())
    parents = {root}
    while parents:
        children = [process for process in everything if process.parent in parents]
        found += children
        parents = {child.pid for child in children}
    return tuple(found)


def megabytes(pid: int, file: str, key: str) -> float:
    """Return a figure that the kernel keeps of a process in kB; 0 when it has gone."""
    try:
        lines = (_PROC / str(pid) / file).read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{key}:")) / 1024


def _processes() -> Iterator[Process]:
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                text = (folder / "stat").read_text()
            except OSError:
                continue
            name, _, rest = text.partition("(")[2].rpartition(")")
            fields = rest.split()
            cpu = sum(int(field) for field in fields[11:15]) / _TICK
            yield Process(int(folder.name), name, int(fields[1]), cpu)

"""Follows what names what: how long a chain is, where it comes back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

LONGEST = 20

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Chains:
    """How many steps are behind each name that leads somewhere; the others go in circles."""

    names: Names
    depths: Mapping[str, int]

    def too_long(self) -> Iterator[str]:
        """Yield the names where a chain becomes longer than we follow."""
        return (name for name, depth in self.depths.items() if depth == LONGEST + 1)

    def circles(self) -> Iterator[tuple[str, ...]]:
        """Yield each circle once, from its first name in file order back to that name."""
        told: set[str] = set()
        for start in self.names:
            path: list[str] = []
            name: str | None = start
            while name is not None and name not in self.depths and name not in told:
                told.add(name)
                path.append(name)
                name = self._next(name)
            if name in path:
                yield self._from_first(path[path.index(name) :])

    def _next(self, name: str) -> str | None:
        parts = (part for part in self.names[name] if part in self.names)
        endless = (part for part in parts if part not in self.depths)
        return next(endless, None)

    def _from_first(self, circle: list[str]) -> tuple[str, ...]:
        inside = set(circle)
        first = next(name for name in self.names if name in inside)
        turn = circle.index(first)
        return (*circle[turn:], *circle[:turn], first)


def chains(names: Names) -> Chains:
    """Return the chains of what names what; a name that leads nowhere has depth 0."""
    depths: dict[str, int] = {}
    waiting = {name: len(set(parts) & names.keys()) for name, parts in names.items()}
    named_by: dict[str, list[str]] = {name: [] for name in names}
    for name, parts in names.items():
        for part in set(parts) & names.keys():
            named_by[part].append(name)
    ready = [name for name, count in waiting.items() if not count]
    for name in ready:
        depths[name] = 1 + max((depths.get(part, -1) for part in names[name]), default=-1)
        for above in named_by[name]:
            waiting[above] -= 1
            if not waiting[above]:
                ready.append(above)
    return Chains(names, depths)

"""Files read as one whole, remembering which file each part came from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from toolkit.domain.problems import Place, Problem, Severity, dotted
from toolkit.reading.shape import Fault
from toolkit.reading.yaml_text import Plain


class Written(Protocol):
    """What a file says, with where it says that: a document or a table."""

    @property
    def value(self) -> Plain: ...
    @property
    def text(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def empty(self) -> tuple[Place, ...]: ...
    @property
    def braced(self) -> tuple[Place, ...]: ...
    def line(self, place: Place) -> int: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One of the files, and where in the whole its contents stand."""

    name: str
    place: Place
    document: Written


@dataclass(frozen=True, slots=True)
class JoinedFiles:
    """What the files say together; ``closed`` are the places that could not be joined."""

    value: dict[str, Plain]
    parts: Mapping[Place, Part]
    problems: tuple[Problem, ...] = ()
    closed: tuple[Place, ...] = ()

    def problem(self, fault: Fault, severity: Severity = "error") -> Problem:
        """Return the problem of a fault, with the file and line it is in."""
        part = self._part(fault.place)
        line = part.document.line(fault.place[len(part.place) :]) if part else None
        name = part.name if part else ""
        return Problem(fault.code, name, line, dotted(fault.place), severity, fault.details)

    def braced(self) -> Iterator[Place]:
        """Yield the places of all texts with a brace."""
        for part in self.parts.values():
            yield from ((*part.place, *place) for place in part.document.braced)

    def empty(self) -> Iterator[Place]:
        """Yield the places of all keys without a value."""
        for part in self.parts.values():
            yield from ((*part.place, *place) for place in part.document.empty)

    def _part(self, place: Place) -> Part | None:
        lengths = range(len(place), -1, -1)
        return next((self.parts[place[:n]] for n in lengths if place[:n] in self.parts), None)

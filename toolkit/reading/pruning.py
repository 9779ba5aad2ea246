"""Takes out what does not fit a model, so that the rest can be checked as well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from toolkit.domain.problems import Place
from toolkit.reading.shape import MOST_FAULTS, Fault, at, misfits
from toolkit.reading.yaml_text import Plain

M = TypeVar("M", bound=BaseModel)

_ROUNDS = 6


@dataclass(slots=True)
class Remainder(Generic[M]):
    """What could be understood, and how to find the original place of its parts.

    ``faults`` are what did not fit; ``dropped`` are the places that were taken out for it.
    """

    model: M | None = None
    faults: tuple[Fault, ...] = ()
    dropped: list[Place] = field(default_factory=list)
    _kept: dict[Place, tuple[int, ...]] = field(default_factory=dict)

    def original(self, place: Place) -> Place:
        """Return where the part at ``place`` stood before anything was taken out."""
        found: Place = ()
        for part in place:
            numbers = self._kept.get(found)
            moved = numbers[part] if numbers and isinstance(part, int) else part
            found = (*found, moved)
        return found

    def touches(self, place: Place) -> bool:
        """Return whether something was taken out at, around or within ``place``."""
        return any(gone[: len(place)] == place[: len(gone)] for gone in self.dropped)

    def lost(self, place: Place) -> bool:
        """Return whether all of ``place`` was taken out."""
        return any(gone == place[: len(gone)] for gone in self.dropped)

    def understand(
        self, model: type[M], value: dict[str, Plain], instead: Mapping[str, Plain]
    ) -> bool:
        """Read what is left of ``value``; when that does not fit either, drop more of it."""
        self._kept = {}
        left = _without(value, (), frozenset(self.dropped), self._kept)
        whole = {**instead, **left} if isinstance(left, dict) else dict(instead)
        try:
            self.model = model.model_validate(whole)
        except ValidationError as error:
            found = misfits(model, whole, error)
            self.dropped += [self.original(_gone(fault)) for fault in found]
            return False
        return True


def fitting(
    model: type[M],
    value: dict[str, Plain],
    *,
    instead: Mapping[str, Plain],
    closed: Collection[Place] = (),
) -> Remainder[M]:
    """Return what of ``value`` fits ``model``, with every fault, or nothing if they are too many.

    ``instead`` is used for required keys that do not fit; ``closed`` are places to leave out
    that were complained about before.
    """
    try:
        return Remainder(model.model_validate(value))
    except ValidationError as error:
        found = misfits(model, value, error)
        hopeless = error.error_count() > MOST_FAULTS
    faults = tuple(fault for fault in found if fault.place not in closed)
    rest = Remainder[M](faults=faults, dropped=[*closed, *(_gone(fault) for fault in found)])
    if hopeless:
        rest.faults += (Fault("and_more"),)
        return rest
    for _ in range(_ROUNDS):
        if rest.understand(model, value, instead):
            break
    return rest


def names_in(value: Plain, places: Collection[Place]) -> frozenset[str]:
    """Return the texts and keys that stand in the parts at ``places``."""
    inside = (name for place in places for name in _names(at(value, place)))
    return frozenset((*inside, *(str(place[-1]) for place in places if place)))


def _gone(fault: Fault) -> Place:
    return fault.place[:-1] if fault.code == "key_missing" else fault.place


def _without(
    value: Plain, place: Place, dropped: frozenset[Place], kept: dict[Place, tuple[int, ...]]
) -> Plain:
    if isinstance(value, dict):
        left = [(key, part) for key, part in value.items() if (*place, key) not in dropped]
        return {key: _without(part, (*place, key), dropped, kept) for key, part in left}
    if isinstance(value, tuple):
        numbers = tuple(n for n in range(len(value)) if (*place, n) not in dropped)
        kept[place] = numbers
        return tuple(_without(value[n], (*place, n), dropped, kept) for n in numbers)
    return value


def _names(value: Plain | None) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from _names(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _names(part)

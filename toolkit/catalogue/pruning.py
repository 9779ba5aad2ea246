"""Takes out what does not fit, so that the rest of a questionnaire can be checked as well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from toolkit.domain.problems import Place
from toolkit.domain.questionnaire import Questionnaire
from toolkit.reading.shape import Fault, at, misfits
from toolkit.reading.yaml_text import Plain

_ROUNDS = 6
_WHOLE_PARENT = frozenset(("key_missing",))
_SKELETON: Mapping[str, Plain] = {
    "format": "1",
    "id": "x",
    "edition": "x",
    "languages": ("nl",),
    "title": {"nl": "x"},
    "scales": {},
}


@dataclass(slots=True)
class Remainder:
    """What is left of a questionnaire, and how to find the original place of its parts."""

    questionnaire: Questionnaire | None = None
    dropped: list[Place] = field(default_factory=list)
    kept: dict[Place, tuple[int, ...]] = field(default_factory=dict)

    def original(self, place: Place) -> Place:
        """Return where the part at ``place`` stood before anything was taken out."""
        found: Place = ()
        for part in place:
            numbers = self.kept.get(found)
            moved = numbers[part] if numbers and isinstance(part, int) else part
            found = (*found, moved)
        return found


def remainder(
    value: dict[str, Plain], faults: Collection[Fault], closed: Collection[Place]
) -> Remainder:
    """Return what can still be understood of ``value`` without the parts at fault."""
    rest = Remainder(dropped=[*closed, *(_part_to_drop(fault) for fault in faults)])
    for _ in range(_ROUNDS):
        rest.kept = {}
        left = _without(value, (), frozenset(rest.dropped), rest.kept)
        if not isinstance(left, dict):
            return rest
        whole = {**_SKELETON, **left}
        try:
            rest.questionnaire = Questionnaire.model_validate(whole)
        except ValidationError as error:
            found = misfits(Questionnaire, whole, error)
            rest.dropped += [rest.original(_part_to_drop(fault)) for fault in found]
        else:
            return rest
    return rest


def names_in(value: Plain, places: Collection[Place]) -> frozenset[str]:
    """Return the ids and keys that stand in the parts at ``places``."""
    return frozenset(name for place in places for name in _names(at(value, place)))


def _part_to_drop(fault: Fault) -> Place:
    return fault.place[:-1] if fault.code in _WHOLE_PARENT else fault.place


def _without(
    value: Plain, place: Place, dropped: frozenset[Place], kept: dict[Place, tuple[int, ...]]
) -> Plain:
    if isinstance(value, dict):
        pairs = ((key, part, (*place, key)) for key, part in value.items())
        return {
            key: _without(part, here, dropped, kept)
            for key, part, here in pairs
            if here not in dropped
        }
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

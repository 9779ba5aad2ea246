"""Finds what does not fit a model, at the places where an author wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from itertools import islice

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from toolkit.domain.plain_text import LONGEST_TEXT
from toolkit.domain.problems import Place
from toolkit.reading.yaml_text import Plain

_KEYED = frozenset(("dict_type", "mapping_type", "model_type", "model_attributes_type"))
_COLLECTED = _KEYED | {"not_languages"}
_A_KEY = "[key]"  # the end of pydantic's path to a key
_LISTS = {
    "tuple_type": "not_a_list",
    "list_type": "not_a_list",
    "too_short": "list_empty",
    "too_long": "list_long",
}
_LONGEST_QUOTE = 60
_MOST_ALIKE = 100
MOST_FAULTS = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem at a place in what was read; which file that is in follows later."""

    code: str
    place: Place = ()
    details: dict[str, str] = field(default_factory=dict)


def misfits(model: type[BaseModel], value: Plain, error: ValidationError) -> tuple[Fault, ...]:
    """Return what is wrong with ``value``, each once, in file order; at most so many."""
    keys = _keys(model)
    sure: dict[tuple[Place, str], Fault] = {}
    doubtful: dict[Place, Fault] = {}
    found = error.errors(include_url=False, include_context=True, include_input=False)
    for detail in found[: 2 * MOST_FAULTS]:
        fault = _fault(detail, value, keys)
        if _other_branch(detail, at(value, fault.place), fault.place):
            doubtful.setdefault(fault.place, fault)
        else:
            sure[fault.place, fault.code] = fault
    explained = {place[:length] for place, _ in sure for length in range(len(place) + 1)}
    return (*sure.values(), *(doubtful[place] for place in doubtful if place not in explained))


def some(faults: Iterator[Fault]) -> Iterator[Fault]:
    """Yield as many faults as anybody reads, and say so when there are more."""
    yield from islice(faults, MOST_FAULTS)
    yield from (Fault("and_more", fault.place[:1]) for fault in islice(faults, 1))


def nearest(word: str, known: tuple[str, ...]) -> str:
    """Return the known word that looks most like ``word``, or nothing for a word that is known."""
    if word in known:
        return ""
    short = word[:_LONGEST_QUOTE]
    alike = sorted(known, key=lambda name: (name[:3] != short[:3], abs(len(name) - len(short))))
    return next(iter(get_close_matches(short, alike[:_MOST_ALIKE], 1, 0.6)), "")


def quoted(value: object) -> str:
    """Return what was written, short enough to repeat in a sentence."""
    text = value if isinstance(value, str) else ""
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"


def at(value: Plain, place: Place) -> Plain | None:
    """Return the part of ``value`` at ``place``, if there is one."""
    here: Plain | None = value
    for part in place:
        here = _within(here, part)
    return here


def _within(value: Plain | None, part: str | int) -> Plain | None:
    if isinstance(value, dict) and isinstance(part, str):
        return value.get(part)
    if isinstance(value, tuple) and isinstance(part, int) and part < len(value):
        return value[part]
    return None


def _fault(detail: ErrorDetails, value: Plain, keys: tuple[str, ...]) -> Fault:
    code, place = detail["type"], _place(detail["loc"], value)
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    if code == "missing":
        return Fault("key_missing", (*place, name), {"name": name})
    if code == "extra_forbidden":
        return Fault("key_unknown", place, {"name": quoted(name), "nearest": nearest(name, keys)})
    return _misfit(code, at(value, place), place, detail)


def _misfit(code: str, here: Plain | None, place: Place, detail: ErrorDetails) -> Fault:
    loc = detail["loc"]
    given = {"given": quoted(str(loc[-2]) if loc[-1:] == (_A_KEY,) else here)}
    if code == "literal_error":
        expected = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        allowed = ", ".join(expected)
        return Fault("not_allowed", place, {**given, "allowed": allowed})
    if code in _KEYED:
        return Fault("not_keys", place, given)
    if code in ("prose", "string_type"):
        return Fault(_prose(here), place, given)
    return Fault(_LISTS.get(code, code), place, given)


def _prose(here: Plain | None) -> str:
    if not isinstance(here, str):
        return "prose_shape"
    return "prose_long" if len(here) > LONGEST_TEXT else "prose_empty"


def _place(loc: tuple[int | str, ...], value: Plain) -> Place:
    """Return the part of pydantic's path that exists; the rest names branches of a union."""
    place: list[int | str] = []
    here: Plain | None = value
    for part in loc:
        below = _within(here, part)
        if below is not None:
            place.append(part)
            here = below
    return tuple(place)


def _other_branch(detail: ErrorDetails, here: Plain | None, place: Place) -> bool:
    """Whether this complaint may come from a branch of a union that the author did not mean."""
    code, last = detail["type"], detail["loc"][-1:]
    if code == "too_short":
        return bool(here)
    if not place or last == place[-1:] or code in ("missing", "extra_forbidden"):
        return False
    if isinstance(here, str):
        return code in _COLLECTED and str(last[0])[:1].isupper()
    return code not in _COLLECTED and last != (_A_KEY,) and not _apart(detail)


def _apart(detail: ErrorDetails) -> bool:
    return "apart" in detail.get("ctx", {})


@cache
def _keys(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(sorted(set(_names(model.model_json_schema(by_alias=True)))))


def _names(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        properties = schema.get("properties")
        yield from properties if isinstance(properties, dict) else ()
        for part in schema.values():
            yield from _names(part)

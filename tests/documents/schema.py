"""Holds a value against a JSON Schema, for the words of it that ours use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

Schema = Mapping[str, object]
KINDS: Mapping[str, type | tuple[type, ...]] = {
    "array": list,
    "boolean": bool,
    "null": type(None),
    "number": (int, float),
    "object": dict,
    "string": str,
}
SAYS_NOTHING = ("$schema", "$defs", "default", "description", "title")
INSIDE = ("$ref", "anyOf", "properties", "items", "additionalProperties", "patternProperties")
SAID_ELSEWHERE = frozenset((*SAYS_NOTHING, *INSIDE))


def faults(whole: Schema, value: object) -> list[str]:
    """Return where a value does not keep to a schema; raise `KeyError` for a word unknown here."""
    return list(_faults(whole, whole, value, "file"))


def _faults(whole: Schema, part: Schema, value: object, where: str) -> Iterator[str]:
    if "$ref" in part:
        yield from _faults(whole, _named(whole, str(part["$ref"])), value, where)
    choices = part.get("anyOf")
    if isinstance(choices, list) and all(any(_faults(whole, one, value, where)) for one in choices):
        yield f"{where}: none of these"
    words = (word for word in part if word not in SAID_ELSEWHERE)
    yield from (f"{where}: {word}" for word in words if not KEEPS[word](part[word], value))
    if isinstance(value, dict):
        yield from _inside(whole, part, value, where)
    items = part.get("items")
    if isinstance(value, list) and isinstance(items, dict):
        for number, one in enumerate(value):
            yield from _faults(whole, items, one, f"{where}[{number}]")


def _inside(whole: Schema, part: Schema, value: Mapping[str, object], where: str) -> Iterator[str]:
    known = part.get("properties", {})
    patterns = part.get("patternProperties", {})
    more = part.get("additionalProperties", True)
    assert isinstance(known, dict)
    assert isinstance(patterns, dict)
    for name, one in value.items():
        fitting = next((found for mark, found in patterns.items() if re.search(mark, name)), more)
        inner = known.get(name, fitting)
        if isinstance(inner, dict):
            yield from _faults(whole, inner, one, f"{where}.{name}")
        elif inner is False:
            yield f"{where}.{name}: not known"


def _named(whole: Schema, address: str) -> Schema:
    kinds = whole["$defs"]
    assert isinstance(kinds, dict)
    found: Schema = kinds[address.removeprefix("#/$defs/")]
    return found


def _is_of(kinds: object, value: object) -> bool:
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(value, KINDS[str(name)]) for name in names)


KEEPS: Mapping[str, Callable[[object, object], bool]] = {
    "type": _is_of,
    "const": lambda said, value: value == said,
    "enum": lambda said, value: isinstance(said, list) and value in said,
    "pattern": lambda said, value: not isinstance(value, str) or bool(re.search(str(said), value)),
    "minLength": lambda said, value: not isinstance(value, str) or len(value) >= int(str(said)),
    "maxLength": lambda said, value: not isinstance(value, str) or len(value) <= int(str(said)),
    "required": lambda said, value: (
        not isinstance(value, dict) or (isinstance(said, list) and set(said) <= value.keys())
    ),
}

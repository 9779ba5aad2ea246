"""Fills in what the library knows (``{contact.…}``, ``{figure.…}``) where a text names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol

from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, at, quoted
from toolkit.reading.yaml_text import Plain

_PLACEHOLDER = re.compile(r"\{([a-z]+)\.([a-z0-9_]+)\}")
_BRACES = re.compile(r"[{}]")


class Facts(Protocol):
    """Whoever knows the facts that age."""

    def fact(self, kind: str, key: str, language: str) -> str | None:
        """Return a fact in words, or ``None`` when it is unknown."""


def fill_in(value: Plain, places: Iterable[Place], facts: Facts | None) -> Iterator[Fault]:
    """Fill in the texts at ``places``; yield what cannot be filled in."""
    for place in places:
        texts, text, language = at(value, place[:-1]), at(value, place), place[-1]
        if not isinstance(texts, dict) or not isinstance(text, str):
            continue
        if facts is not None:
            yield from _unknown(text, place, str(language), facts)
            texts[str(language)] = text = _filled(text, str(language), facts)
            text = _PLACEHOLDER.sub("", text)
        if facts is not None and _BRACES.search(text):
            yield Fault("text_braces", place, {"given": quoted(text)})


def _filled(text: str, language: str, facts: Facts) -> str:
    return _PLACEHOLDER.sub(lambda name: facts.fact(name[1], name[2], language) or name[0], text)


def _unknown(text: str, place: Place, language: str, facts: Facts) -> Iterator[Fault]:
    for name in _PLACEHOLDER.finditer(text):
        if facts.fact(name[1], name[2], language) is None:
            yield Fault("placeholder_unknown", place, {"name": quoted(name[0])})

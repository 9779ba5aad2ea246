"""Fills in what the library knows (``{contact.…}``, ``{figure.…}``) where a text names it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from toolkit.domain.library import Library
from toolkit.domain.problems import Place
from toolkit.reading.shape import Fault, at, quoted
from toolkit.reading.yaml_text import Plain

_PLACEHOLDER = re.compile(r"\{([a-z]+)\.([a-z0-9_]+)\}")
_BRACES = re.compile(r"[{}]")


def fill_in(value: Plain, places: Iterable[Place], library: Library | None) -> Iterator[Fault]:
    """Fill in the texts at ``places``; yield what cannot be filled in.

    Without a library every text stays as it is written.
    """
    for place in places if library else ():
        texts, text, language = at(value, place[:-1]), at(value, place), str(place[-1])
        if library and isinstance(texts, dict) and isinstance(text, str):
            filled = _filled(text, language, library)
            texts[language] = filled
            yield from _left(filled, place)


def named(value: Plain, places: Iterable[Place], kind: str) -> tuple[str, ...]:
    """Return the facts of one kind that the texts at ``places`` name, each once."""
    texts = (str(at(value, place)) for place in places)
    found = (name for text in texts for name in _PLACEHOLDER.finditer(text))
    return tuple(dict.fromkeys(name[2] for name in found if name[1] == kind))


def _filled(text: str, language: str, library: Library) -> str:
    return _PLACEHOLDER.sub(lambda name: library.fact(name[1], name[2], language) or name[0], text)


def _left(text: str, place: Place) -> Iterator[Fault]:
    for name in _PLACEHOLDER.finditer(text):
        yield Fault("placeholder_unknown", place, {"name": quoted(name[0])})
    if _BRACES.search(_PLACEHOLDER.sub("", text)):
        yield Fault("text_braces", place, {"given": quoted(text)})

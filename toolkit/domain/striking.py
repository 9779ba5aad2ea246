"""Strikes a text from what people wrote, and leaves what they chose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from toolkit.domain.plain_text import LONGEST_TEXT, slug

STRUCK = "[verwijderd]"
SHORTEST = 3
_AROUND = 40
_NAMELESS = "verwijderd"
_CHOSEN = frozenset(("state", "status", "items", "due", "dated", "valid_until"))


def can_be_struck(text: str) -> bool:
    """Return whether a text is long enough to be about somebody, and no part of our own word."""
    return len(text) >= SHORTEST and text not in STRUCK


def renamed(entries: Iterable[str], text: str) -> Mapping[str, str]:
    """Return another id for each entry of the register whose id was made of the text."""
    plain, known = slug(text), tuple(entries)
    free = (
        name for number in range(1, 2 * len(known) + 1) if (name := _named(number)) not in known
    )
    named = [one for one in known if len(plain) >= SHORTEST and plain in one]
    return {one: next(free) for one in named if not one.startswith(_NAMELESS)}


def _named(number: int) -> str:
    return f"{_NAMELESS}-{number}"


@dataclass(frozen=True, slots=True)
class Strike:
    """A text to strike; ``entries`` are ids of the register that change with it.

    ``only`` are the names under which words stand; empty when all are words.
    """

    text: str
    entries: Mapping[str, str] = field(default_factory=dict)
    only: frozenset[str] = frozenset()

    def without(self, kept: object, *, own_words: bool, name: str = "") -> object:
        """Return what was kept under a name without the text, through lists and mappings.

        ``own_words`` says that the values of answers were written too; otherwise they were
        chosen. A text that grows too long to keep loses its end.
        """
        if _chosen(name, own_words=own_words):
            return kept
        if isinstance(kept, str):
            return self._clean(kept, name)
        if isinstance(kept, list):
            return [self.without(one, own_words=own_words, name=name) for one in kept]
        if isinstance(kept, Mapping):
            return {
                key: self.without(one, own_words=own_words, name=key) for key, one in kept.items()
            }
        return kept

    def excerpts(self, kept: object, *, own_words: bool, name: str = "") -> Iterator[str]:
        """Yield the words around the text, once for each text that would change."""
        if _chosen(name, own_words=own_words):
            return
        if isinstance(kept, str):
            if self._clean(kept, name) != kept:
                yield self._around(kept)
        elif isinstance(kept, list):
            for one in kept:
                yield from self.excerpts(one, own_words=own_words, name=name)
        elif isinstance(kept, Mapping):
            for key, one in kept.items():
                yield from self.excerpts(one, own_words=own_words, name=key)

    def _around(self, kept: str) -> str:
        found = max(kept.find(self.text), 0)
        start, end = max(found - _AROUND, 0), found + len(self.text) + _AROUND
        before, after = "…" if start else "", "…" if end < len(kept) else ""
        return before + kept[start:end] + after

    def _clean(self, kept: str, name: str) -> str:
        if self.only and name not in self.only:
            return kept
        if name == "entry":
            return self.entries.get(kept, kept)
        entry, comma, place = kept.partition(",")
        if name == "evidence" and entry.strip() in self.entries:
            kept = self.entries[entry.strip()] + comma + place
        if self.text not in kept:
            return kept
        return kept.replace(self.text, STRUCK)[:LONGEST_TEXT]


def _chosen(name: str, *, own_words: bool) -> bool:
    return name in _CHOSEN or (name == "value" and not own_words)

"""Patterns that are compiled when a text is first looked at: for long ones that takes a while."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Pattern:
    """A regular expression; compiled once, and not before it is needed."""

    text: str
    flags: re.RegexFlag = re.NOFLAG

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.text, self.flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find every place where the pattern fits."""
        return self._compiled.finditer(text)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first place where the pattern fits."""
        return self._compiled.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return how the pattern fits from ``start`` on, if it does."""
        return self._compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return how the pattern fits the whole text, if it does."""
        return self._compiled.fullmatch(text)

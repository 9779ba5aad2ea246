"""Speaks to whoever started the command, on standard error."""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TextIO

from scripts.set_up.texts import SHALL_I, Text, language

WIDTH = 40


@dataclass(frozen=True, slots=True)
class Voice:
    """One language, one stream; standard output stays free for the command's own words."""

    language: str
    stream: TextIO
    answer: Callable[[], str] | None = None

    def say(self, text: Text, **values: object) -> None:
        """Print one sentence."""
        print(self._words(text, **values), file=self.stream, flush=True)

    def begin(self, label: Text | str) -> None:
        """Print the dotted start of a line; ``say`` ends it."""
        words = label if isinstance(label, str) else self._words(label)
        print(f"  {words + ' ':.<{WIDTH}} ", end="", file=self.stream, flush=True)

    def agrees(self) -> bool:
        """Ask for permission; without a terminal nobody can refuse, so that is a yes."""
        if self.answer is None:
            return True
        print(self._words(SHALL_I), end="", file=self.stream, flush=True)
        return self.answer().strip().lower() in {"j", "ja", "y", "yes"}

    def _words(self, text: Text, **values: object) -> str:
        words = text.nl if self.language == "nl" else text.en
        return words.format(**values)


def voice_for(environ: Mapping[str, str]) -> Voice:
    """Return the voice of this terminal, or of a log when there is none."""
    terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    return Voice(language(environ), sys.stderr, _ask if terminal else None)


def _ask() -> str:
    return sys.stdin.readline()

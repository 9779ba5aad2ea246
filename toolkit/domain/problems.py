"""Says what is wrong in a file that somebody wrote: which file, line, key, without a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "finding"]
Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right; an error stops the work, a finding does not.

    ``key`` is the path to the value (``themes[2].items[4].weight``), ``line`` is absent when the
    problem is not on a line. ``details`` are the words that its sentence needs.
    """

    code: str
    file: str = ""
    line: int | None = None
    key: str = ""
    severity: Severity = "error"
    details: Mapping[str, str] = field(default_factory=dict)


class Refused(Exception):
    """What somebody wrote cannot be used; ``problems`` says why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


def dotted(place: Place) -> str:
    """Return a path as authors read it: ``themes[2].items[4].advice.low``."""
    text = ""
    for part in place:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text

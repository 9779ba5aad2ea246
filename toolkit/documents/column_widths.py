"""Reads from the style sheet for paper how wide the columns of a table are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_RULE = re.compile(r"(?:\.([\w-]+) )?\.(w-[\w-]+) \{ width: ([0-9]+)% \}")


@dataclass(frozen=True, slots=True)
class Width:
    """How much of a table a column takes; ``table`` is the class it holds for, if not for all."""

    table: str
    column: str
    share: int


def widths(css: str) -> tuple[Width, ...]:
    """Return every width that a style sheet gives to a column."""
    return tuple(Width(table, column, int(share)) for table, column, share in _RULE.findall(css))


def shares(
    known: Iterable[Width], table: frozenset[str], columns: Sequence[frozenset[str]]
) -> tuple[float, ...]:
    """Return the share of each column, together 1; one without a width gets what is left.

    ``table`` and ``columns`` are the classes of the table and of its headings.
    """
    wide: dict[str, int] = {}
    for one in sorted(known, key=lambda width: bool(width.table)):
        if not one.table or one.table in table:
            wide[one.column] = one.share
    given = [next((wide[name] for name in names if name in wide), 0) for names in columns]
    missing = given.count(0)
    rest = max(100 - sum(given), 10 * missing)
    filled = [share or rest / missing for share in given]
    return tuple(share / sum(filled) for share in filled)

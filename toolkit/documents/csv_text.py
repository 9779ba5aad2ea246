"""Writes a table as CSV; no text in it becomes a formula in the program that opens it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What a spreadsheet reads as the beginning of a formula, also as wide letters (R4, T36).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
MARK = "\ufeff"
"""Tells a spreadsheet that the text is UTF-8."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table with every cell in quotes; what begins like a formula gets ' before it."""
    lines = StringIO()
    writer = csv.writer(lines, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_plain(cell) for cell in head])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return MARK + lines.getvalue()


def _plain(cell: str) -> str:
    begins = cell.lstrip(" \u00a0").startswith(FORMULA) or cell.startswith(FORMULA)
    return f"'{cell}" if begins else cell

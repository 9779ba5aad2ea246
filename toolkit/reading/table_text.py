"""Reads a table (CSV) as text: every cell stays the text that was typed."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from itertools import zip_longest

from toolkit.domain.problems import Place
from toolkit.reading.yaml_text import Plain


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table by the names in its head; an empty cell is left out of its row."""

    value: Plain
    text: str
    lines: tuple[int, ...]
    size: int
    empty: tuple[Place, ...] = ()
    braced: tuple[Place, ...] = ()

    def line(self, place: Place) -> int:
        """Return the line of the row around ``place``; that of the head for the whole."""
        number = place[0] if place else None
        return self.lines[number] if isinstance(number, int) else 1


def parse_table(text: str) -> Table:
    """Return what the rows below the head of a table say."""
    reader = csv.reader(StringIO(text))
    head = next(reader, [])
    rows: list[dict[str, Plain]] = []
    lines: list[int] = []
    for cells in reader:
        named = zip_longest(head, cells, fillvalue="")
        rows.append({name: cell for name, cell in named if cell})
        lines.append(reader.line_num)
    return Table(tuple(rows), text, tuple(lines), sum(map(len, rows)))

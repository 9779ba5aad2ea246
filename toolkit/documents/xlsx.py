"""Writes tables as a workbook that Excel opens, in which no text is a formula.

XlsxWriter is loaded when a workbook is made, never with the pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | Decimal | int | date | None
MOST_IN_NAME = 31
LINE, MOST_LINES = 15, 25
"""How high a line is, in points; a longer text can be read in its cell."""
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``choices`` are what may be chosen in each of its cells."""

    title: str
    width: int
    choices: tuple[str, ...] = ()
    hidden: bool = False
    filled_in: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; ``choices`` holds what may be chosen in a single cell, by row and column.

    ``spare`` is how many empty rows below it may be filled in as well.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    choices: Mapping[tuple[int, int], tuple[str, ...]]
    spare: int = 0


def workbook(tables: Sequence[Table], title: str, day: date, lists: str) -> bytes:
    """Return the workbook; ``lists`` is the name of the sheet with what may be chosen.

    Texts stay texts, whatever they begin with. The same tables give the same bytes.
    """
    import xlsxwriter

    target = io.BytesIO()
    plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(target, plain)
    book.set_properties({"title": title, "created": datetime.combine(day, time())})
    sheets = [book.add_worksheet(sheet_name(table.name)) for table in tables]
    chosen = _Lists(book, sheet_name(lists))
    for table, sheet in zip(tables, sheets, strict=True):
        _Writer(book, sheet, chosen).write(table)
    book.close()
    return target.getvalue()


def sheet_name(name: str) -> str:
    """Return a name as Excel allows it."""
    return _NOT_IN_A_NAME.sub(" ", name)[:MOST_IN_NAME].strip()


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, counted from 0, that stays the same in a copied rule."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)


def _lines(row: Sequence[Cell], columns: Sequence[Column]) -> int:
    """Return about how many lines a row takes: LibreOffice does not look for itself."""
    texts = (
        (cell.split("\n"), column.width)
        for cell, column in zip(row, columns, strict=True)
        if isinstance(cell, str) and not column.hidden
    )
    return max(
        (sum(1 + len(one) * 6 // (width * 5) for one in lines) for lines, width in texts), default=1
    )


class _Lists:
    """The hidden sheet with what may be chosen: Excel takes no long list in a cell itself."""

    def __init__(self, book: Workbook, name: str) -> None:
        self._book, self._name = book, name
        self._sheet: Worksheet | None = None
        self._known: dict[tuple[str, ...], str] = {}

    def place(self, choices: tuple[str, ...]) -> str:
        """Return where these choices stand."""
        if self._sheet is None:
            self._sheet = self._book.add_worksheet(self._name)
            self._sheet.hide()
        if choices not in self._known:
            row = len(self._known)
            for column, choice in enumerate(choices):
                self._sheet.write_string(row, column, choice)
            last = cell_name(row, len(choices) - 1)
            self._known[choices] = f"='{self._name}'!$A${row + 1}:{last}"
        return self._known[choices]


class _Writer:
    """One sheet being written."""

    def __init__(self, book: Workbook, sheet: Worksheet, lists: _Lists) -> None:
        self._sheet, self._lists = sheet, lists
        cell = {"text_wrap": True, "valign": "top"}
        base = {**cell, "align": "left", "indent": 1}
        self._head = book.add_format(
            {**base, "bold": True, "bg_color": "#123F4D", "font_color": "#FFFFFF", "border": 1}
        )
        self._number = book.add_format(cell)
        self._plain = book.add_format(base)
        self._open = book.add_format({**base, "bg_color": "#FFF8E0", "border": 1})
        self._day = book.add_format({**base, "num_format": "d-m-yyyy"})

    def write(self, table: Table) -> None:
        sheet, last = self._sheet, len(table.rows) + table.spare
        for place, column in enumerate(table.columns):
            options = {"hidden": True} if column.hidden else {}
            sheet.set_column(place, place, column.width, None, options)
            sheet.write_string(0, place, column.title, self._head)
            if column.choices and last:
                self._offer(1, place, last, column.choices)
        for number, row in enumerate(table.rows, start=1):
            if (lines := _lines(row, table.columns)) > 1:
                sheet.set_row(number, min(lines, MOST_LINES) * LINE)
            for place, cell in enumerate(row):
                self._cell(number, place, cell, filled_in=table.columns[place].filled_in)
        for (number, place), choices in table.choices.items():
            self._offer(number + 1, place, number + 1, choices)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(table.columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _cell(self, row: int, column: int, cell: Cell, *, filled_in: bool) -> None:
        form: Format = self._open if filled_in else self._plain
        if isinstance(cell, str) and cell:
            self._sheet.write_string(row, column, cell, form)
        elif isinstance(cell, date):
            self._sheet.write_datetime(row, column, datetime.combine(cell, time()), self._day)
        elif isinstance(cell, Decimal | int):
            number = form if filled_in else self._number
            self._sheet.write_number(row, column, float(cell), number)
        else:
            self._sheet.write_blank(row, column, None, form)

    def _offer(self, first: int, column: int, last: int, choices: tuple[str, ...]) -> None:
        source = self._lists.place(choices)
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        self._sheet.data_validation(first, column, last, column, rule)

"""Reads the cells of a workbook that somebody sent, without working out any formula in it.

Who opens the workbook is a copy of the process that pages are laid out in: without network or
files, for some seconds only. What comes back is text, numbers and days.
"""

from __future__ import annotations

import io
import json
import mimetypes
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TYPE_CHECKING
from zipfile import ZipFile

from toolkit.documents import sandbox
from toolkit.documents.confinement import Limits
from toolkit.documents.sandbox import Reason, Stopped
from toolkit.documents.xlsx import Cell
from toolkit.documents.zip_check import OLE, START, look_inside
from toolkit.domain.file_types import BadFile

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OpenedCell
    from openpyxl.cell.cell import MergedCell

# openpyxl does so when it is loaded, and where that is, files of this machine cannot be read.
mimetypes.init()

ROWS_READ, COLUMNS_READ = 2_000, 20
LARGEST, LARGEST_UNPACKED = 5_000_000, 30_000_000
"""In bytes; ours are a tenth of a megabyte, and unpacked half a megabyte."""
LIMITS = Limits(cpu_seconds=20, wall_seconds=30, result=20_000_000)
_REASONS: Mapping[Reason, str] = {
    Reason.BROKEN: "damaged",
    Reason.HOST_REFUSED: "unlooked",
    Reason.UNAVAILABLE: "unlooked",
}
_KNOWN = ("damaged", "other_kind", "locked", "program", "too_much_inside", "file_inside")


class Formula(Enum):
    """A cell that works something out instead of holding it."""

    CELL = "formula"


ReadCell = Cell | Formula
Sheets = Mapping[str, Sequence[Sequence[ReadCell]]]


class NotAWorkbook(Exception):
    """Nothing is read from these bytes.

    ``reason`` is ``damaged``, ``other_kind``, ``locked`` (a password, or made by an old Excel),
    ``program`` (a macro), ``file_inside``, ``too_much_inside``, or ``unlooked`` when nobody could
    look now.
    """

    def __init__(self, reason: str = "damaged") -> None:
        super().__init__(reason)
        self.reason = reason


def read_workbook(data: bytes) -> Sheets:
    """Return the rows of every sheet that can be seen; raise `NotAWorkbook`."""
    if len(data) > LARGEST:
        raise NotAWorkbook("too_much_inside")
    if data.startswith(OLE):
        raise NotAWorkbook("locked")
    if not data.startswith(START):
        raise NotAWorkbook("other_kind")
    try:
        reason, said = sandbox.run(told_cells, data, LIMITS)
    except Stopped as stopped:
        raise NotAWorkbook(_REASONS.get(stopped.reason, "too_much_inside")) from None
    if reason:
        raise NotAWorkbook(reason.decode() if reason.decode() in _KNOWN else "damaged")
    return heard(said)


def told_cells(data: bytes) -> Iterator[bytes]:
    """Yield why not, if that is so, and the cells as JSON. For the confined process."""
    try:
        cells = json.dumps(_cells(data)).encode()
    except BadFile as refused:
        yield from (refused.reason.encode(), b"")
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 (a reader that gives up says that the file is not whole)
        yield from (b"damaged", b"")
    else:
        yield from (b"", cells)


def _cells(data: bytes) -> dict[str, list[list[object]]]:
    import openpyxl

    kind, _ = look_inside(data)
    if kind != "xlsx":
        raise BadFile("other_kind")
    _bound(data)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    return {
        sheet.title: [
            [_told(cell) for cell in row]
            for row in sheet.iter_rows(max_row=ROWS_READ, max_col=COLUMNS_READ)
        ]
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }


def _bound(data: bytes) -> None:
    with ZipFile(io.BytesIO(data)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
            raise BadFile("too_much_inside")


def _told(cell: OpenedCell | MergedCell) -> object:
    """Return a cell as JSON has it: a text as it is, of anything else what it is too."""
    value = cell.value
    if value is None or (isinstance(value, str) and cell.data_type != "f"):
        return value
    if cell.data_type == "f":
        return ["formula", ""]
    if isinstance(value, datetime | date):
        return ["day", f"{value:%Y-%m-%d}"]
    if isinstance(value, int | float) and not isinstance(value, bool):
        return ["number", str(value)]
    return str(value)


def heard(said: bytes) -> Sheets:
    """Return what the confined process said; it may have been taken over by what it read."""
    try:
        found = json.loads(said)
        return {str(name): [_row(row) for row in rows] for name, rows in found.items()}
    except (AttributeError, InvalidOperation, KeyError, RecursionError, TypeError, ValueError):
        raise NotAWorkbook from None


def _row(told: Sequence[object]) -> Sequence[ReadCell]:
    """Return a row; every one is equally wide."""
    cells = [_cell(one) for one in told[:COLUMNS_READ]]
    return [*cells, *[None] * (COLUMNS_READ - len(cells))]


def _cell(told: object) -> ReadCell:
    if told is None or isinstance(told, str):
        return told
    if not isinstance(told, list):
        raise TypeError
    kind, text = told
    if kind == "formula":
        return Formula.CELL
    if kind == "day":
        return date.fromisoformat(text)
    number = Decimal(text)
    return number if number.is_finite() else str(text)

"""Workbooks that come from elsewhere: looked through apart, and refused when they are not sound."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from datetime import time as time_of_day
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.office import opened_as
from tests.documents.reports import DAY
from tests.documents.uploads import docx, odt, xlsx, zipped
from toolkit.documents.answer_sheets_in import NOT_READ
from toolkit.documents.csv_text import as_csv
from toolkit.documents.xlsx import Column, Table, workbook
from toolkit.documents.xlsx_in import Formula, NotAWorkbook, heard, read_workbook

CUTS = 8
SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">%s]>' % b"".join(
    b'<!ENTITY c%d "%s">' % (n, b"&b;" * 10) for n in range(9)
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@cache
def sound() -> bytes:
    """Return a workbook of ours."""
    table = Table("Blad", (Column("Kop", 10),), (("een",), ("twee",)), {})
    return workbook((table,), "x", DAY, "lijsten")


def with_parts(change: Callable[[dict[str, bytes]], object]) -> bytes:
    """Return the workbook with other parts."""
    with zipfile.ZipFile(io.BytesIO(sound())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts)


def with_head(entity: bytes) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        declared, _, rest = parts[SHEET].partition(b"?>")
        parts[SHEET] = declared + b"?>" + entity + rest

    return with_parts(change)


def made(fill: Callable[[Worksheet], object]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def cases() -> Iterator[tuple[str, bytes, str]]:
    yield "nothing", b"", "other_kind"
    yield "text", b"vraag;antwoord", "other_kind"
    yield "our csv", as_csv(("a",), ()).encode(), "other_kind"
    yield "a page", b"<table><tr><td>1</td></tr></table>", "other_kind"
    yield "a Word document", docx(), "other_kind"
    yield "a text of LibreOffice", odt(), "other_kind"
    yield "a plain archive", zipped({"brief.txt": b"hoi"}), "other_kind"
    yield "of an old Excel, or with a password", OLD, "locked"
    yield "with a macro", xlsx({"xl/vbaProject.bin": b"x"}), "program"
    yield "with entities", with_head(ENTITIES), "program"
    outside = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    yield "with a file of this machine", with_head(outside), "program"
    yield "with a workbook inside", xlsx({"xl/embeddings/a.xlsx": sound()}), "file_inside"
    yield "with an old document inside", xlsx({"xl/embeddings/a.bin": OLD}), "file_inside"
    yield "without its sheets", xlsx(), "damaged"
    yield "with a name that leads elsewhere", xlsx({"../../x": b""}), "damaged"
    yield "with something before it", b"MZ" + sound(), "other_kind"
    yield "with something behind it", sound() + b"<script>", "damaged"
    bomb = with_parts(lambda parts: parts.update({"xl/media/big.bin": bytes(40_000_000)}))
    yield "a bomb", bomb, "too_much_inside"
    deep = with_parts(lambda parts: parts.update({f"xl/{n}": b"" for n in range(2_000)}))
    yield "of thousands of parts", deep, "too_much_inside"
    yield "larger than we look at", sound() + bytes(5_000_000), "too_much_inside"
    wide = b"<c t='inlineStr'><is><t>" + b"x" * 29_000_000 + b"</t></is></c>"
    yield (
        "one cell that never ends",
        with_parts(lambda parts: _cell(parts, wide)),
        "too_much_inside",
    )
    for cut in range(CUTS):
        whole = sound()
        yield f"cut off at {cut}", whole[: 4 + len(whole) * cut // CUTS], "damaged"


def _cell(parts: dict[str, bytes], cell: bytes) -> None:
    parts[SHEET] = parts[SHEET].replace(
        b"<sheetData>", b"<sheetData><row r='1'>" + cell + b"</row>"
    )


CASES = {name: (data, reason) for name, data, reason in cases()}


@pytest.mark.parametrize(("data", "expected"), CASES.values(), ids=CASES.keys())
def test_what_is_no_sound_workbook_is_refused_with_a_reason(data: bytes, expected: str) -> None:
    """T50, T51, T52, T55."""
    began = time.monotonic()

    with pytest.raises(NotAWorkbook) as refused:
        read_workbook(data)

    assert refused.value.reason == expected
    assert expected in NOT_READ
    assert time.monotonic() - began < 25


def test_a_formula_is_never_worked_out_nor_what_it_once_gave_believed() -> None:
    """T36."""

    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["B1"] = "=1+1", '=HYPERLINK("http://x.nl")'
        sheet["A2"] = "tekst"

    (rows,) = read_workbook(opened_as(made(fill), "x.xlsx", "xlsx")).values()

    assert list(rows[0][:2]) == [Formula.CELL, Formula.CELL]
    assert rows[1][0] == "tekst"


def test_numbers_days_times_and_what_went_wrong_come_as_they_stand() -> None:
    values = (3, 2.5, date(2026, 12, 31), True, time_of_day(9, 30), "#N/A", "  spatie ")

    def fill(sheet: Worksheet) -> None:
        sheet.append(values)

    (rows,) = read_workbook(made(fill)).values()

    assert rows[0][:3] == [Decimal(3), Decimal("2.5"), date(2026, 12, 31)]
    assert rows[0][3:7] == ["True", "09:30:00", "#N/A", "  spatie "]


def test_of_an_endless_sheet_only_the_beginning_is_read() -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"], sheet["A1000000"], sheet["XFD1"] = "eerste", "laatste", "ver weg"

    (rows,) = read_workbook(made(fill)).values()

    assert rows[0][0] == "eerste"
    assert (len(rows), len(rows[0])) <= (2_000, 20)


@pytest.mark.parametrize(
    "said",
    [b"", b"[]", b"3", b'{"a": 1}', b'{"a": [[{}]]}', b'{"a": [[["day", "x"]]]}', b"[" * 9_999],
)
def test_a_process_that_was_taken_over_is_not_believed(said: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        heard(said)

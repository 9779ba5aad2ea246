"""Every workbook and CSV that we make, opened and saved by LibreOffice."""

import io
from collections.abc import Mapping

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.documents.office import opened_as
from tests.documents.reports import DAY, a_scan, instrument, the_facts
from tests.documents.test_xlsx import DUTCH, EVIL, kinds_of_cells, sheets_of
from toolkit.catalogue import library
from toolkit.documents.answer_sheets import answer_tables
from toolkit.documents.answer_sheets_in import read_answers
from toolkit.documents.csv_text import as_csv
from toolkit.documents.scan_tables import find_out_table, plan_table, score_table
from toolkit.documents.xlsx import Table, workbook
from toolkit.documents.xlsx_in import read_workbook
from toolkit.domain.answers import State
from toolkit.domain.filled_in import differences
from toolkit.domain.find_out import Known, ToAsk, by_role
from toolkit.domain.report import Facts


def asked_of(facts: Facts) -> Mapping[str, tuple[ToAsk, ...]]:
    """Return what nobody knows, by whom to ask first."""
    unknown = Known(State.UNKNOWN)
    return by_role((row.question, unknown) for row in facts.unknown)


def find_out_of(facts: Facts) -> Table:
    roles = library().roles_by_id
    return find_out_table(asked_of(facts), facts.questionnaire, roles, DUTCH)


def shown(data: bytes) -> list[Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


OUTCOME = the_facts(a_scan())
EVERY_TABLE: Mapping[str, tuple[Table, ...]] = {
    "answers": answer_tables(
        instrument(), a_scan().answers, tuple(instrument().questions.values()), DUTCH
    ),
    "plan": (plan_table(a_scan(), library().roles, DUTCH),),
    "find out": (find_out_of(OUTCOME),),
    "scores": (score_table(OUTCOME, DUTCH),),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", EVERY_TABLE)
def test_libreoffice_opens_every_workbook_with_its_lists_its_head_and_its_filter(
    what: str,
) -> None:
    made = workbook(EVERY_TABLE[what], "x", DAY, "lijsten")

    saved = opened_as(made, "x.xlsx", "xlsx")

    seen = shown(saved)
    assert read_workbook(saved).keys() == read_workbook(made).keys()
    assert {sheet.freeze_panes for sheet in shown(made)} == {"A2"}
    assert all(sheet.auto_filter.ref for sheet in seen)
    assert any(sheet.data_validations.dataValidation for sheet in seen) == (
        what in ("answers", "plan")
    )


@pytest.mark.slow
def test_what_libreoffice_saved_comes_back_as_the_same_answers() -> None:
    saved = opened_as(sheets_of(instrument(), a_scan().answers), "x.xlsx", "xlsx")

    found = read_answers(read_workbook(saved), instrument().questions, (DUTCH,))

    assert found.faults == ()
    assert differences(a_scan().answers, found.answers) == ()


@pytest.mark.slow
def test_libreoffice_reads_a_csv_as_the_text_that_was_written() -> None:
    """T36: text is text; what would be a formula has a quote before it."""
    table = as_csv(("A", "B"), [(text, 'komma, punt; "aanhaling"') for text in EVIL])

    book = opened_as(
        table.encode(), "x.csv", "xlsx", options="CSV:59,34,76,1,,1043,false,true,false,false"
    )

    found = next(iter(read_workbook(book).values()))
    assert "f" not in kinds_of_cells(book)
    assert {row[1] for row in found} == {"B", 'komma, punt; "aanhaling"'}
    assert [str(row[0]).lstrip("'\t") for row in found[1:]] == [text.lstrip("\t") for text in EVIL]

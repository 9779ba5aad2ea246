"""What Excel gets: texts that stay texts, lists to choose from, and answers that come back."""

import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TypeGuard

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.cell import Cell as ReadCell

from tests.builders import a_questionnaire, an_intake_item, an_item, some_options
from tests.documents.reports import DAY, a_scan, instrument, the_facts
from toolkit.catalogue import library
from toolkit.documents.answer_sheets import answer_tables, choices
from toolkit.documents.answer_sheets_in import FilledIn, read_answers, said
from toolkit.documents.csv_text import as_csv
from toolkit.documents.scan_tables import csv_of, find_out_table, plan_table, score_table
from toolkit.documents.xlsx import Column, Table, workbook
from toolkit.documents.xlsx_in import NotAWorkbook, heard, read_workbook, told_cells
from toolkit.domain.answers import UNKNOWN, Answer, Answers, State, answered, not_applicable
from toolkit.domain.filled_in import differences
from toolkit.domain.find_out import Known, by_role
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.scan import PlannedAction
from toolkit.wording import wording

DUTCH = wording("nl")
EVIL = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
    "{=1}",
    "http://x.nl",
)
SMALL = a_questionnaire(
    an_item("scale", not_applicable={"nl": "Soms."}),
    an_item("yes", type="yes_partly_no"),
    an_item("many", type="multi_choice", dimension=None, options=some_options(a=None, b=None)),
    an_item("own", type="text", dimension=None),
    an_item("size", type="number", dimension=None),
    an_item("day", type="date", dimension=None),
    intake=[an_intake_item("where", "town", "village")],
)


def sheets_of(questionnaire: Questionnaire, answers: Answers) -> bytes:
    questions = tuple(questionnaire.questions.values())
    tables = answer_tables(questionnaire, answers, questions, DUTCH)
    return workbook(tables, "x", DAY, "lijsten")


def filled(data: bytes, questionnaire: Questionnaire) -> FilledIn:
    """Return what a workbook holds, without a process of its own for each of many."""
    _, cells = told_cells(data)
    return read_answers(heard(cells), questionnaire.questions, (DUTCH,))


def is_cell(cell: object) -> TypeGuard[ReadCell]:
    return isinstance(cell, ReadCell)


def changed(data: bytes, cells: Mapping[str, object], sheet: int = 1) -> bytes:
    """Return the workbook as somebody saves it who typed in these cells."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    places = [book.worksheets[sheet][name] for name in cells]
    for place, value in zip(places, cells.values(), strict=True):
        place.value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def kinds_of_cells(data: bytes) -> set[str]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        cell.data_type
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if is_cell(cell)
    }


def test_no_text_in_a_workbook_becomes_a_formula_or_a_link() -> None:
    """T36, R4."""
    rows = tuple((text,) for text in EVIL)

    made = workbook((Table("T", (Column("=A", 10),), rows, {}),), "=T", DAY, "lijsten")

    assert "f" not in kinds_of_cells(made)
    assert [row[0] for row in read_workbook(made)["T"]] == ["=A", *EVIL]
    assert b"hyperlink" not in made


def test_no_answer_or_action_becomes_a_formula() -> None:
    """T36, R4."""
    answers = {
        "own": replace(answered("=1+1"), note="+2"),
        "scale": replace(not_applicable("@x"), note="-3"),
    }
    actions = tuple(PlannedAction(text, owner=text, note=text) for text in EVIL)

    made = workbook((plan_table(replace(a_scan(), actions=actions), (), DUTCH),), "x", DAY, "l")

    assert "f" not in kinds_of_cells(made)
    assert "f" not in kinds_of_cells(sheets_of(SMALL, answers))


def test_a_long_text_gets_a_row_that_shows_it() -> None:
    made = workbook(
        (Table("T", (Column("A", 20),), (("kort",), ("lang " * 30,)), {}),), "x", DAY, "l"
    )

    heights = openpyxl.load_workbook(io.BytesIO(made)).worksheets[0].row_dimensions

    assert heights[2].height is None
    assert (heights[3].height or 0) > 100


def test_the_same_tables_give_the_same_bytes() -> None:
    assert sheets_of(SMALL, {}) == sheets_of(SMALL, {})


def test_each_question_offers_its_own_answers_in_words() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets_of(SMALL, {})))

    rules = book.worksheets[1].data_validations.dataValidation

    assert {str(rule.sqref) for rule in rules} == {"B2", "B3"}
    assert all(rule.formula1.startswith("'lijsten'!$A$") for rule in rules)
    assert book["lijsten"].sheet_state == "hidden"
    assert list(choices(SMALL.questions["yes"], DUTCH)) == ["Nee", "Deels", "Ja"]


def test_the_answers_of_the_example_come_back_as_they_are() -> None:
    scan = a_scan()

    found = filled(sheets_of(instrument(), scan.answers), instrument())

    assert found.faults == ()
    assert len(found.answers) > 70
    assert differences(scan.answers, found.answers) == ()


@st.composite
def some_answers(draw: st.DrawFn) -> Answers:
    questions = SMALL.questions
    values = {
        **{name: kind_of(questions[name]).values(questions[name]) for name in ("scale", "yes")},
        "many": kind_of(questions["many"]).values(questions["many"]),
        "where": ("town", "village"),
        "own": ("=1", "weet ik veel", "3"),
        "size": (Decimal(0), Decimal("48000.5")),
        "day": (date(2026, 12, 31), date(1900, 3, 1)),
    }
    notes = st.sampled_from(("", "=x", "regel\nregel", "’s avonds"))
    return {
        name: replace(draw(st.sampled_from((UNKNOWN, *map(answered, allowed)))), note=draw(notes))
        for name, allowed in values.items()
    }


@settings(max_examples=25, deadline=None)
@given(now=some_answers(), then=some_answers())
def test_what_was_filled_in_comes_out_as_the_same_answers(now: Answers, then: Answers) -> None:
    """A sheet made of other answers, read as if somebody had typed them over the current ones."""
    found = filled(sheets_of(SMALL, then), SMALL)
    over = {one.item: one.over for one in filled(sheets_of(SMALL, now), SMALL).answers}

    typed = tuple(replace(one, over=over[one.item]) for one in found.answers)
    after = {**now, **{one.item: one.after for one in differences(now, typed)}}

    assert found.faults == ()
    assert after == then


def test_only_what_somebody_touched_changes_and_what_moved_meanwhile_is_said() -> None:
    sheets = sheets_of(SMALL, {"scale": answered(Decimal(2)), "yes": answered("yes")})
    now: dict[str, Answer] = {"scale": answered(Decimal(4)), "yes": answered("partly")}

    found = filled(changed(sheets, {"B3": "Nee", "D3": "besproken"}), SMALL)

    (change,) = differences(now, found.answers)
    assert (change.item, change.after.value, change.after.note) == ("yes", "no", "besproken")
    assert change.moved


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (
            {"B3": "misschien"},
            "Blad ‘2 Tekst.’, cel B3: ‘misschien’ is geen antwoord op deze vraag.",
        ),
        ({"B6": "veel"}, "Blad ‘2 Tekst.’, cel B6: ‘veel’ is geen getal dat hier past."),
        ({"B7": "morgen"}, "Blad ‘2 Tekst.’, cel B7: ‘morgen’ is geen dag."),
        ({"B3": "Geldt hier niet"}, "Blad ‘2 Tekst.’, cel B3: deze vraag geldt altijd."),
        ({"B2": "Geldt hier niet"}, "Blad ‘2 Tekst.’, cel C2: zeg naast ‘Geldt hier niet’"),
        ({"D2": "x" * 20_001}, "Blad ‘2 Tekst.’, cel D2: deze tekst is te lang"),
        ({"B3": "=1+1"}, "Blad ‘2 Tekst.’, cel B3: hier staat een formule. Typ het antwoord zelf."),
        ({"F3": "scale"}, "Blad ‘2 Tekst.’, cel A3: deze vraag staat er twee keer in."),
        ({"F3": "weg"}, "Blad ‘2 Tekst.’, cel A3: deze rij hoort bij geen vraag"),
        ({"F1": "x"}, "De kolommen van blad ‘2 Tekst.’ staan niet meer waar ze stonden."),
    ],
)
def test_an_ill_filled_cell_gives_one_sentence_that_says_where(
    cells: Mapping[str, object], sentence: str
) -> None:
    found = filled(changed(sheets_of(SMALL, {}), cells), SMALL)

    assert len(found.faults) == 1
    assert said(found.faults[0], DUTCH).startswith(sentence)


def test_a_workbook_is_read_in_the_language_that_it_was_made_in() -> None:
    """T37."""
    answers: dict[str, Answer] = {"yes": answered("partly"), "own": UNKNOWN}

    sheets = read_workbook(sheets_of(SMALL, answers))
    found = read_answers(sheets, SMALL.questions, (wording("en"), DUTCH))

    assert found.faults == ()
    assert differences(answers, found.answers) == ()


def test_an_answer_of_the_region_is_no_longer_so_once_it_says_something_else() -> None:
    now: dict[str, Answer] = {
        "yes": replace(answered("yes"), regional=True),
        "size": replace(answered(Decimal(3)), regional=True),
    }
    sheets = changed(sheets_of(SMALL, now), {"B3": "Nee", "D6": "geteld"})

    after = {one.item: one.after for one in differences(now, filled(sheets, SMALL).answers)}

    assert (after["yes"].regional, after["size"].regional) == (False, True)


@pytest.mark.parametrize("data", [b"", b"tekst", b"PK\x03\x04kapot", as_csv(("a",), ()).encode()])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        read_workbook(data)


def test_the_plan_what_to_find_out_and_the_scores_are_tables() -> None:
    facts = the_facts(a_scan())
    unknown = Known(State.UNKNOWN)
    asked = by_role((row.question, unknown) for row in facts.unknown)

    plan, to_ask, scores = (
        plan_table(facts.scan, (), DUTCH),
        find_out_table(asked, facts.questionnaire, library().roles_by_id, DUTCH),
        score_table(facts, DUTCH),
    )

    assert plan.rows[0][3] == "besloten"
    assert len(to_ask.rows) == len(facts.unknown)
    assert scores.rows[-1][0] == "Alle thema's samen"
    assert csv_of((plan,), DUTCH).startswith("\ufeff".encode() + b'"Wat";"Wie";"Klaar"')
    assert b'"31-3-2027"' in csv_of((plan,), DUTCH)

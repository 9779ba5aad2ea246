"""Reads a workbook with answers that somebody filled in; says of each wrong cell what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from toolkit.documents.answer_sheets import (
    ANSWER,
    DISPUTED,
    HEADS,
    ID,
    NOT_APPLICABLE,
    PRINT,
    UNKNOWN,
    choices,
)
from toolkit.documents.xlsx_in import Formula, ReadCell, Sheets
from toolkit.domain import answers as known
from toolkit.domain.answers import Answer, answered, not_applicable
from toolkit.domain.filled_in import Filled
from toolkit.domain.plain_text import NotPlainText, plain
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.raw_answers import NotAnAnswer, Raw, named
from toolkit.wording import N_, Wording

FAULTS: Mapping[str, str] = {
    "not_ours": N_(
        "The columns of sheet “%(sheet)s” are not where they were. Copy your answers into a new "
        "workbook of this scan."
    ),
    "no_question": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: this row belongs to no question of this scan. Take the "
        "row out, or copy your answers into a new workbook."
    ),
    "twice": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: this question stands in the workbook twice. Take one of "
        "the two rows out."
    ),
    "not_a_choice": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: “%(given)s” is no answer to this question. Choose from "
        "the list in the cell."
    ),
    "not_a_number": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: “%(given)s” is no number that fits here. Type digits "
        "only, such as 48000."
    ),
    "not_a_day": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: “%(given)s” is no day. Type it as 2026-12-31."
    ),
    "too_long": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: this text is too long to keep. Make it shorter."
    ),
    "applies": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: this question always applies. Give an answer, or choose "
        "“I do not know”."
    ),
    "formula": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: a formula stands here. Type the answer itself."
    ),
    "no_reason": N_(
        "Sheet “%(sheet)s”, cell %(cell)s: say beside “Does not apply here” why it does not apply."
    ),
}
NOT_READ: Mapping[str, str] = {
    "damaged": N_("This workbook is not whole. Open it in Excel, save it as .xlsx, and try again."),
    "other_kind": N_("This is no workbook that can be read. Save it as .xlsx, and try again."),
    "locked": N_(
        "This workbook has a password, or was saved for an old Excel. Save it as .xlsx without a "
        "password, and try again."
    ),
    "program": N_(
        "There is something in this workbook that does things by itself, such as a macro. Save it as "
        ".xlsx without, and try again."
    ),
    "file_inside": N_(
        "There are other files inside this workbook. Take them out, save it, and try again."
    ),
    "too_much_inside": N_(
        "There is too much inside this workbook to look through. Copy your answers into a new one."
    ),
    "unlooked": N_("Nobody could look into this workbook now. Try again later."),
}
LONGEST_GIVEN = 60
_BY_TYPE = {"number": "not_a_number", "date": "not_a_day", "text": "too_long"}


@dataclass(frozen=True, slots=True)
class Fault:
    """One cell that cannot be read: where, and what is wrong."""

    code: str
    sheet: str
    cell: str = ""
    given: str = ""


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What a workbook holds: answers, and the cells that cannot be read."""

    answers: tuple[Filled, ...]
    faults: tuple[Fault, ...]


class _Wrong(Exception):
    def __init__(self, code: str, column: str, given: str = "") -> None:
        super().__init__(code)
        self.code, self.column, self.given = code, column, given


def read_answers(
    sheets: Sheets, questions: Mapping[str, Question], offered: Sequence[Wording]
) -> FilledIn:
    """Return what was filled in, whichever of these languages the workbook was made in.

    A row that says that people disagree is left alone: both answers stay as they are.
    """
    reader = _Reader(questions, _language_of(sheets, offered))
    for sheet, rows in sheets.items():
        reader.sheet(sheet, rows)
    return FilledIn(tuple(reader.found.values()), tuple(reader.faults))


def _language_of(sheets: Sheets, offered: Sequence[Wording]) -> Wording:
    heads = {cell for rows in sheets.values() for row in rows[:1] for cell in row}
    return next((words for words in offered if words(ANSWER) in heads), offered[0])


def said(fault: Fault, words: Wording) -> str:
    """Return the sentence for a cell that cannot be read: where, what, what now."""
    return words(FAULTS[fault.code], sheet=fault.sheet, cell=fault.cell, given=fault.given)


class _Reader:
    def __init__(self, questions: Mapping[str, Question], words: Wording) -> None:
        self._questions, self._words = questions, words
        self.found: dict[str, Filled] = {}
        self.faults: list[Fault] = []

    def sheet(self, name: str, rows: Sequence[Sequence[ReadCell]]) -> None:
        head = tuple(rows[0]) if rows else ()
        if head[ID : PRINT + 1] != HEADS:
            self.faults.append(Fault("not_ours", name))
            return
        for number, row in enumerate(rows[1:], start=2):
            if any(cell not in (None, "") for cell in row):
                self._row(name, number, row)

    def _row(self, sheet: str, number: int, row: Sequence[ReadCell]) -> None:
        try:
            item = self._item(row)
            answer = self._answer(self._questions[item], row)
        except _Wrong as wrong:
            given = wrong.given[:LONGEST_GIVEN]
            self.faults.append(Fault(wrong.code, sheet, f"{wrong.column}{number}", given))
        else:
            if answer is not None:
                self.found[item] = Filled(item, answer, str(row[PRINT] or ""))

    def _item(self, row: Sequence[ReadCell]) -> str:
        item = str(row[ID] or "")
        if item not in self._questions:
            raise _Wrong("no_question", "A")
        if item in self.found:
            raise _Wrong("twice", "A")
        return item

    def _answer(self, question: Question, row: Sequence[ReadCell]) -> Answer | None:
        words, told = self._words, _text(row[1], "B")
        reason, note = _text(row[2], "C"), _text(row[3], "D")
        if told == words(DISPUTED):
            return None
        if told == words(NOT_APPLICABLE):
            return replace(self._not_applicable(question, reason), note=note)
        if told == words(UNKNOWN):
            return replace(known.UNKNOWN, note=note)
        if not told:
            return replace(known.OPEN, note=note)
        try:
            value = kind_of(question).parse(question, self._raw(question, row[1], told))
        except NotAnAnswer:
            code = _BY_TYPE.get(question.item.type, "not_a_choice")
            raise _Wrong(code, "B", told) from None
        return replace(answered(value), note=note)

    def _not_applicable(self, question: Question, reason: str) -> Answer:
        if not question.item.not_applicable:
            raise _Wrong("applies", "B")
        if not reason:
            raise _Wrong("no_reason", "C")
        return not_applicable(reason)

    def _raw(self, question: Question, cell: ReadCell, told: str) -> Raw:
        offered = {text.casefold(): raw for text, raw in choices(question, self._words).items()}
        if not offered:
            return told
        if question.item.type != "multi_choice":
            return offered.get(told.casefold(), told)
        lines = [line.strip() for line in told.splitlines() if line.strip()]
        chosen = (offered.get(line.casefold(), line) for line in lines)
        return tuple(one if isinstance(one, str) else one[0] for one in chosen)


def _text(cell: ReadCell, column: str) -> str:
    if isinstance(cell, Formula):
        raise _Wrong("formula", column)
    if isinstance(cell, Decimal):
        return named(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    try:
        return plain(str(cell or "")).strip()
    except NotPlainText:
        raise _Wrong("too_long", column) from None

"""The command that reads answers from a workbook into a scan: it shows first, and changes when told."""

from __future__ import annotations

from contextlib import closing
from hashlib import sha256
from pathlib import Path

import click

from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.answer_sheets import answer_cell
from toolkit.documents.answer_sheets_in import NOT_READ, said
from toolkit.documents.xlsx_in import LARGEST, NotAWorkbook, Sheets, read_workbook
from toolkit.domain.access import NotAllowed, NotNow
from toolkit.domain.answers import Answer
from toolkit.domain.filled_in import Difference
from toolkit.domain.questionnaire import Question
from toolkit.services.fill_in_sheets import LookedThrough
from toolkit.services.own_scans import fill_in_own, look_through_own
from toolkit.storage.assessments import NotFound
from toolkit.web.parts import Parts
from toolkit.wording import Wording, languages, wording


def fill_in_command(words: Wording) -> click.Command:
    """Return ``fill-in``, in one language."""

    def run(scan: str, file: str, *, apply: bool) -> int:
        data = _read(Path(file), words)
        sheets = _cells(data, words)
        request = sha256(data).hexdigest()
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            return _fill_in(parts, scan, (sheets, request), words, apply=apply)

    return Command(
        "fill-in",
        run,
        words,
        explained=words("Show what a filled in workbook changes in a scan; change it when told."),
        params=[
            click.Argument(["scan"], metavar=words("SCAN")),
            click.Argument(["file"], metavar=words("FILE")),
            click.Option(
                ["--apply"], is_flag=True, help=words("Keep the answers; without it, only look.")
            ),
        ],
    )


def _read(file: Path, words: Wording) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError:
        raise Refusal(
            words("“%(path)s” cannot be read. Check the name and the folder.", path=str(file))
        ) from None


def _cells(data: bytes, words: Wording) -> Sheets:
    try:
        return read_workbook(data)
    except NotAWorkbook as refused:
        raise Refusal(words(NOT_READ[refused.reason]), WRONG) from None


def _fill_in(
    parts: Parts, scan: str, sent: tuple[Sheets, str], words: Wording, *, apply: bool
) -> int:
    (sheets, request), offered = sent, (words, *map(wording, languages()))
    try:
        with parts.database.reading() as connection:
            looked = look_through_own(
                connection, parts.shelf, scan, sheets, offered, at=parts.now()
            )
        _show(looked, words)
        if looked.faults:
            return WRONG
        if not apply:
            say(words("Nothing was changed. Add --apply to keep these answers."))
            return 0
        with parts.database.writing() as connection:
            kept = fill_in_own(connection, parts.shelf, looked, request, at=parts.now())
    except NotFound:
        raise Refusal(
            words("There is no scan “%(name)s”. List them with: ./run export", name=scan), WRONG
        ) from None
    except (NotAllowed, NotNow):
        raise Refusal(
            words("The answers of this scan cannot be changed by you, or not any more."), WRONG
        ) from None
    say(words.plural("%(count)s answer was kept.", "%(count)s answers were kept.", len(kept.saved)))
    return 0


def _show(looked: LookedThrough, words: Wording) -> None:
    for fault in looked.faults:
        say(said(fault, words), err=True)
    for change in looked.differences:
        question = looked.scan.questionnaire.questions[change.item]
        say(_sentence(change, question, words))
    if not looked.differences:
        say(words("The workbook changes nothing."))


def _sentence(change: Difference, question: Question, words: Wording) -> str:
    told = {
        "question": words.text(question.item.question),
        "before": _in_words(question, change.before, words),
        "after": _in_words(question, change.after, words),
    }
    if change.moved:
        return words(
            "%(question)s Stays “%(before)s”: somebody changed it after the workbook was made. The "
            "workbook says “%(after)s”.",
            **told,
        )
    return words("%(question)s From “%(before)s” to “%(after)s”.", **told)


def _in_words(question: Question, answer: Answer, words: Wording) -> str:
    cell = answer_cell(question, answer, words)
    note = f" ({answer.note})" if answer.note else ""
    return f"{'–' if cell is None else cell}{note}"

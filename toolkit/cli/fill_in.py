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
from toolkit.documents.answer_sheets_in import said
from toolkit.documents.xlsx import LARGEST, NotAWorkbook
from toolkit.domain.access import NotAllowed, NotNow
from toolkit.domain.answers import Answer
from toolkit.domain.filled_in import Difference
from toolkit.domain.questionnaire import Question
from toolkit.services.fill_in_sheets import LookedThrough
from toolkit.services.own_scans import fill_in_own, look_through_own
from toolkit.storage.assessments import NotFound
from toolkit.web.parts import Parts
from toolkit.wording import Wording


def fill_in_command(words: Wording) -> click.Command:
    """Return ``fill-in``, in one language."""

    def run(scan: str, file: str, *, apply: bool) -> int:
        data = _read(Path(file), words)
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            return _fill_in(parts, scan, data, words, apply=apply)

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
            return opened.read(LARGEST)
    except OSError:
        raise Refusal(
            words("“%(path)s” cannot be read. Check the name and the folder.", path=str(file))
        ) from None


def _fill_in(parts: Parts, scan: str, data: bytes, words: Wording, *, apply: bool) -> int:
    try:
        with parts.database.reading() as connection:
            looked = look_through_own(connection, parts.shelf, scan, data, words, at=parts.now())
        _show(looked, words)
        if looked.faults:
            return WRONG
        if not apply:
            say(words("Nothing was changed. Add --apply to keep these answers."))
            return 0
        with parts.database.writing() as connection:
            request = sha256(data).hexdigest()
            kept = fill_in_own(connection, parts.shelf, looked, request, at=parts.now())
    except NotAWorkbook:
        raise Refusal(
            words("This is no workbook that can be read. Save it as .xlsx, and try again."), WRONG
        ) from None
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

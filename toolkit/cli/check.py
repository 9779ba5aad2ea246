"""The command that reports everything that can be better in questionnaires."""

from collections.abc import Sequence
from pathlib import Path

import click

from toolkit.catalogue import Checking, check, library, shipped
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import UNREACHED, USAGE, WRONG, lines
from toolkit.cli.speaking import Command
from toolkit.domain.problems import Problem
from toolkit.paths import QUESTIONNAIRES
from toolkit.wording import Wording


def check_command(words: Wording) -> click.Command:
    """Return ``check``, in one language."""

    def run(place: str | None, date: str | None, *, stale: bool) -> int:
        day = chosen_day(date, words) if stale else None
        folder = Path(place) if place else QUESTIONNAIRES
        problems = check(folder, Checking(library(), shipped(), day))
        for line in (*lines(problems, words), _summary(problems, words)):
            click.echo(line)
        return _code(problems)

    return Command(
        "check",
        run,
        words,
        explained=words(
            "Check a questionnaire, a folder of questionnaires, or all that are installed. "
            "Errors make it unusable; findings are what could be better."
        ),
        params=[
            click.Argument(["place"], required=False, metavar=words("FOLDER")),
            click.Option(["--stale"], is_flag=True, help=words("Also list facts past their date.")),
            date_option(words),
        ],
    )


def _summary(problems: Sequence[Problem], words: Wording) -> str:
    if not problems:
        return words("No errors, no findings.")
    errors = sum(problem.severity == "error" for problem in problems)
    return words(
        "Errors: %(errors)s. Findings: %(findings)s.",
        errors=words.number(errors),
        findings=words.number(len(problems) - errors),
    )


def _code(problems: Sequence[Problem]) -> int:
    if any(problem.code in UNREACHED for problem in problems):
        return USAGE
    return WRONG if any(problem.severity == "error" for problem in problems) else 0

"""The command that reports everything that can be better in questionnaires."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from toolkit.catalogue import Checking, check, library, shipped
from toolkit.catalogue.published import fingerprint as fingerprint_of
from toolkit.catalogue.shipped import edition_folders
from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import UNREACHED, USAGE, WRONG, Refusal
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.domain.problems import Problem
from toolkit.paths import QUESTIONNAIRES
from toolkit.services.explain import explained
from toolkit.wording import Wording


def check_command(words: Wording) -> click.Command:
    """Return ``check``, in one language."""

    def run(place: str | None, date: str | None, *, stale: bool, fingerprint: bool) -> int:
        if date and not stale:
            raise Refusal(words("The option --date belongs to --stale."))
        if place == "" or (fingerprint and not place):
            raise Refusal(words("Which edition? Type its folder after check."))
        day = chosen_day(date, words) if stale else None
        folder = Path(place) if place else QUESTIONNAIRES
        problems = check(folder, Checking(library(), shipped(), day))
        code = _code(problems)
        told = _released(folder) if fingerprint and not code else _told(problems, words)
        say(*told)
        return code

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
            click.Option(
                ["--fingerprint"],
                is_flag=True,
                help=words("Print the line for published.txt instead, when there are no errors."),
            ),
        ],
    )


def _told(problems: Sequence[Problem], words: Wording) -> Iterator[str]:
    yield from explained(problems, words)
    yield _summary(problems, words)


def _released(place: Path) -> Iterator[str]:
    """Yield for each edition what ``published.txt`` says of it: its name, then its fingerprint."""
    for edition in edition_folders(place):
        yield f"{edition.name} {fingerprint_of(edition)}"


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
    errors = [problem.code for problem in problems if problem.severity == "error"]
    if UNREACHED.intersection(errors):
        return USAGE
    return WRONG if errors else 0

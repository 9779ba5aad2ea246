"""The command that makes a table of a scan in the database, for Excel or an agenda."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import click

from toolkit.cli.days import chosen_day, date_option
from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.making import making, target
from toolkit.cli.options import output_option
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.output import write_whole
from toolkit.domain.access import NotAllowed, NotNow
from toolkit.services.make_table import Layout, What
from toolkit.services.own_scans import own_days, own_table
from toolkit.storage.assessments import NotFound
from toolkit.web.parts import Parts
from toolkit.wording import Wording

CALENDAR = ".ics"


def table_command(words: Wording) -> click.Command:
    """Return ``table``, in one language."""

    def run(scan: str, output: str, what: str, date: str | None) -> int:
        path = target(output, words, endings=(".xlsx", ".csv", CALENDAR))
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            data = _made(parts, scan, path, (What(what), date), words)
        with making(words):
            write_whole(path, data)
        say(words("Written: %(path)s", path=path.resolve()))
        return 0

    return Command(
        "table",
        run,
        words,
        explained=words("Make a table of a scan for Excel, or the days of its actions."),
        params=_params(words),
    )


def _params(words: Wording) -> Sequence[click.Parameter]:
    return [
        click.Argument(["scan"], metavar=words("SCAN")),
        output_option(words, metavar="OUT.xlsx|OUT.csv|OUT.ics"),
        click.Option(
            ["--what"],
            type=click.Choice([str(one) for one in What]),
            default=str(What.PLAN),
            help=words("Which table; an .ics file always holds the days of the actions."),
        ),
        date_option(words),
    ]


def _made(
    parts: Parts, scan: str, path: Path, asked: tuple[What, str | None], words: Wording
) -> bytes:
    what, date = asked
    ending, at = path.suffix.lower(), parts.now()
    try:
        with parts.database.reading() as connection:
            if ending == CALENDAR:
                return own_days(connection, parts.shelf, scan, words, at=at)
            chosen, day = (what, Layout(ending[1:])), chosen_day(date, words)
            return own_table(
                connection, (parts.shelf, parts.library), scan, chosen, words, at=at, day=day
            )
    except NotFound:
        raise Refusal(
            words("There is no scan “%(name)s”. List them with: ./run export", name=scan), WRONG
        ) from None
    except NotNow:
        raise Refusal(
            words("People are still answering. Have the scan looked over first."), WRONG
        ) from None
    except NotAllowed:
        raise Refusal(
            words("Only the coordinator of this scan may take a table along."), WRONG
        ) from None

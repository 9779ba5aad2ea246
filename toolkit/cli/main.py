"""The commands together: which there are, in which language they speak, how they end."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from itertools import pairwise

import click

from toolkit.cli.backup import backup_command
from toolkit.cli.blank import blank_command
from toolkit.cli.check import check_command
from toolkit.cli.demo import demo_command
from toolkit.cli.doctor import doctor_command
from toolkit.cli.endings import ending
from toolkit.cli.export_file import export_command
from toolkit.cli.fill_in import fill_in_command
from toolkit.cli.import_file import import_command
from toolkit.cli.migrate import migrate_command
from toolkit.cli.printing import Unheard, say
from toolkit.cli.report import report_command
from toolkit.cli.restore import restore_command
from toolkit.cli.schema import schema_command
from toolkit.cli.score import score_command
from toolkit.cli.serve import serve_command
from toolkit.cli.speaking import Group
from toolkit.cli.tables import table_command
from toolkit.cli.tidy import tidy_command
from toolkit.cli.user import user_command
from toolkit.cli.verify import verify_command
from toolkit.cli.worker import worker_command
from toolkit.cli.workshop import workshop_command
from toolkit.wording import Wording, languages, preferred, wording

PROGRAM = "kinderrechtenscan"

COMMANDS: tuple[Callable[[Wording], click.Command], ...] = (
    serve_command,
    check_command,
    schema_command,
    score_command,
    report_command,
    blank_command,
    workshop_command,
    demo_command,
    import_command,
    export_command,
    table_command,
    fill_in_command,
    worker_command,
    backup_command,
    restore_command,
    verify_command,
    tidy_command,
    migrate_command,
    user_command,
    doctor_command,
)


def main(ready: Callable[[], None]) -> int:
    """Run the command that was typed and return its exit code.

    Calls ``ready`` as soon as the words are there to end in one sentence, also after a signal.
    """
    typed = sys.argv[1:]
    wording(asked_language(typed, os.environ))
    ready()
    return run(typed, os.environ)


def run(arguments: Sequence[str], environ: Mapping[str, str]) -> int:
    """Run a command; return its exit code.

    0: done. 1: something in the content or the answers is wrong. 2: the command cannot be
    carried out as typed, a file cannot be read or written, or the system gives too little.
    3: a fault of the program itself. 128 and a signal: stopped by it, 141 by a closed pipe.
    """
    words = wording(asked_language(arguments, environ))
    try:
        code = command_line(words).main(list(arguments), PROGRAM, standalone_mode=False)
    except (Exception, KeyboardInterrupt, SystemExit) as error:  # noqa: BLE001 (every ending gets its sentence)
        end = ending(error, words)
        with suppress(Unheard):
            say(*end.lines, err=True)
        return end.code
    return code if isinstance(code, int) else 0


def command_line(words: Wording) -> click.Group:
    """Return all commands, in one language."""
    group = Group(
        PROGRAM,
        words,
        explained=words("Score a child-rights scan and make its advisory report."),
    )
    for command in COMMANDS:
        group.add_command(command(words))
    return group


def asked_language(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the language after the last ``--lang`` that we speak, else that of the system."""
    asked = [
        typed.removeprefix("--lang=")
        for before, typed in pairwise(("", *arguments))
        if before == "--lang" or typed.startswith("--lang=")
    ]
    return next((known for known in reversed(asked) if known in languages()), preferred(environ))

"""The command that copies everything into one file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from toolkit.bootstrap import utc_now
from toolkit.cli.endings import Refusal
from toolkit.cli.installed import kept_data, settings_for
from toolkit.cli.making import making
from toolkit.cli.printing import Unheard, say
from toolkit.cli.speaking import Command
from toolkit.services.back_up import AlreadyThere, BackedUp, back_up
from toolkit.storage.database import FILE
from toolkit.wording import Wording

TO_OUTPUT = "-"
NAME = "kinderrechtenscan-%Y-%m-%d-%H%M%S.sqlite3"


def backup_command(words: Wording) -> click.Command:
    """Return ``backup``, in one language."""

    def run(file: str | None, *, replace: bool) -> int:
        folder = settings_for(words).data
        if file == TO_OUTPUT:
            with TemporaryDirectory(dir=folder, prefix=".backup-") as aside:
                made = _make(folder, Path(aside) / FILE, words, replace=False)
                _send(Path(aside) / FILE)
        else:
            target = Path(file or utc_now().astimezone().strftime(NAME))
            made = _make(folder, target, words, replace=replace)
            say(words("The copy is here:"), "", f"    {target.absolute()}", "")
        say(_told(made, words), err=file == TO_OUTPUT)
        return 0

    return Command(
        "backup",
        run,
        words,
        explained=words("Copy everything that is kept into one file, also while people work."),
        params=[
            click.Argument(["file"], required=False, metavar=words("FILE")),
            click.Option(
                ["--replace"], is_flag=True, help=words("Replace a file that is there already.")
            ),
        ],
    )


def _make(folder: Path, target: Path, words: Wording, *, replace: bool) -> BackedUp:
    with kept_data(folder, words) as database, making(words):
        try:
            return back_up(database, target, at=utc_now(), replace=replace)
        except AlreadyThere:
            message = words(
                "“%(path)s” is there already. Give another name, or --replace.", path=str(target)
            )
            raise Refusal(message) from None


def _send(made: Path) -> None:
    try:
        with made.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except OSError as problem:
        raise Unheard(problem.errno) from None


def _told(made: BackedUp, words: Wording) -> str:
    return words(
        "Scans in it: %(scans)s. Size: %(size)s MB. It holds everything people wrote: keep it where "
        "only you can reach it.",
        scans=words.number(made.scans),
        size=words.number(made.size // 1_000_000 + 1),
    )

"""The command that puts a copy back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from toolkit.bootstrap import utc_now
from toolkit.cli.installed import a_copy, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.services.restore import Restored, restore
from toolkit.wording import Wording


def restore_command(words: Wording) -> click.Command:
    """Return ``restore``, in one language."""

    def run(file: str) -> int:
        folder = settings_for(words).data
        with a_copy(Path(file), words, folder) as copy:
            done = restore(copy, folder, at=utc_now())
        say(*_told(done, words))
        return 0

    return Command(
        "restore",
        run,
        words,
        explained=words("Put a copy back; what is kept now stays beside it."),
        params=[click.Argument(["file"], metavar=words("FILE"))],
    )


def _told(done: Restored, words: Wording) -> Iterator[str]:
    yield words("The copy is back. Scans in it: %(count)s.", count=words.number(done.scans))
    if done.made is not None:
        day = words.day(done.made.astimezone().date())
        yield words("It was made on %(day)s; what was written after that is not in it.", day=day)
    if done.kept_at is not None:
        yield words("What was kept until now is here: %(path)s", path=str(done.kept_at))
    if done.returned:
        count = words.number(done.returned)
        yield words(
            "Scans that had been removed are back: %(count)s. Remove them again.", count=count
        )
    if done.unstruck:
        count = words.number(done.unstruck)
        yield words(
            "Scans with personal data that had been struck out: %(count)s. Strike it out again.",
            count=count,
        )
    yield words("Everybody signs in again. Start with: ./run")

"""The command that brings what is kept up to date with the program."""

from __future__ import annotations

import click

from toolkit.cli.installed import kept_data, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.storage.migrate import COPIES, migrate
from toolkit.wording import Wording


def migrate_command(words: Wording) -> click.Command:
    """Return ``migrate``, in one language."""

    def run() -> int:
        folder = settings_for(words).data
        with kept_data(folder, words) as database:
            changed = migrate(database)
        if changed:
            place = str(folder / COPIES)
            say(words("The data is up to date now. A copy of what it was: %(place)s", place=place))
        else:
            say(words("The data was up to date already."))
        return 0

    return Command(
        "migrate",
        run,
        words,
        explained=words("Bring the data up to date with this version; serve does so by itself."),
    )

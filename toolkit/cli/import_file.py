"""The command that takes a scan file into the database."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents import scanfile
from toolkit.services.own_scans import take_in
from toolkit.wording import Wording


def import_command(words: Wording) -> click.Command:
    """Return ``import``, in one language."""

    def run(file: str) -> int:
        parts = parts_for(settings_for(words), words)
        scan = scanfile.read_file(Path(file), parts.shelf)
        with parts.database.writing() as connection:
            name = take_in(connection, parts.shelf, scan, at=parts.now())
        parts.database.close()
        say(words("The scan was taken in as a new draft: %(name)s", name=name))
        return 0

    return Command(
        "import",
        run,
        words,
        explained=words("Take a scan file in as a new scan; nothing is replaced."),
        params=[click.Argument(["file"], metavar=words("FILE"))],
    )

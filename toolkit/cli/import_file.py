"""The command that takes a scan file into the database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents import scanfile
from toolkit.domain.access import NotAllowed
from toolkit.domain.scan import Scan
from toolkit.services.own_scans import take_in
from toolkit.web.parts import Parts
from toolkit.wording import Wording


def import_command(words: Wording) -> click.Command:
    """Return ``import``, in one language."""

    def run(file: str) -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            scan = scanfile.read_file(Path(file), parts.shelf)
            name = _taken_in(parts, scan, words)
        say(words("The scan was taken in as a new draft: %(name)s", name=name))
        return 0

    return Command(
        "import",
        run,
        words,
        explained=words("Take a scan file in as a new scan; nothing is replaced."),
        params=[click.Argument(["file"], metavar=words("FILE"))],
    )


def _taken_in(parts: Parts, scan: Scan, words: Wording) -> str:
    try:
        with parts.database.writing() as connection:
            return take_in(connection, parts.shelf, scan, at=parts.now())
    except NotAllowed:
        message = words(
            "The first account here leads no municipality of its own. Nothing was taken in. Sign "
            "in as a coordinator, and take the file in on the page “More”."
        )
        raise Refusal(message, WRONG) from None

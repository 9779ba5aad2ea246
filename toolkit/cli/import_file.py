"""The command that takes a scan file, also the one inside a report, into the database."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import click

from toolkit.cli.endings import WRONG, Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.documents.bundle import BadBundle
from toolkit.documents.pdf_scan import read_any_file
from toolkit.domain.access import NotAllowed
from toolkit.domain.scan import Scan
from toolkit.services.own_scans import take_in
from toolkit.services.read_everything import NotEmpty, looked_through, read_everything
from toolkit.web.parts import Parts
from toolkit.wording import N_, Wording

ZIP = b"PK\x03\x04"
NOT_ALL: Mapping[str, str] = {
    "foreign": N_(
        "“%(path)s” does not hold everything of a municipality. Nothing was taken in. Choose a "
        "file that the command export --all made."
    ),
    "altered": N_(
        "“%(path)s” is not as it was made, or its questionnaires are not installed here. Nothing "
        "was taken in. Make it again."
    ),
    "newer": N_(
        "“%(path)s” was made by a newer version of this program. Nothing was taken in. Get that "
        "version first."
    ),
}


def import_command(words: Wording) -> click.Command:
    """Return ``import``, in one language."""

    def run(file: str) -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            if is_archive(Path(file)):
                said = _everything(parts, Path(file), words)
            else:
                scan = read_any_file(Path(file), parts.shelf)
                name = _taken_in(parts, scan, words)
                said = words("The scan was taken in as a new draft: %(name)s", name=name)
        say(said)
        return 0

    return Command(
        "import",
        run,
        words,
        explained=words(
            "Take a scan file, or a report with the scan inside, in as a new scan; nothing is replaced."
        ),
        params=[click.Argument(["file"], metavar=words("FILE"))],
    )


def is_archive(file: Path) -> bool:
    """Return whether this is what `export --all` writes, by how it begins."""
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(ZIP)) == ZIP


def _everything(parts: Parts, file: Path, words: Wording) -> str:
    try:
        with file.open("rb") as opened:
            rows, contents = looked_through(opened)
        with parts.database.writing() as connection:
            count = read_everything(connection, parts.shelf, rows, contents, at=parts.now())
    except BadBundle as refused:
        raise Refusal(words(NOT_ALL[refused.reason], path=str(file)), WRONG) from None
    except NotEmpty:
        message = words(
            "Scans are kept here already, and everything of a municipality goes into an empty "
            "installation. Nothing was taken in. Choose an empty folder for it with KRS_DATA."
        )
        raise Refusal(message, WRONG) from None
    return words("Everything was taken in. Scans: %(count)s.", count=words.number(count))


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

"""The command that says whether what is kept is whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from toolkit.catalogue import shipped
from toolkit.cli.endings import WRONG
from toolkit.cli.installed import a_copy, kept_data, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.services.verify import Verified, verify, verify_copy
from toolkit.storage.soundness import Flaw
from toolkit.wording import N_, Wording

FLAWS: Mapping[Flaw, str] = {
    Flaw.PAGES: N_("Places where the file is damaged: %(count)s."),
    Flaw.TABLES: N_("Tables that are not those of this program: %(count)s."),
    Flaw.REFERENCES: N_("Rows that point at something that is gone: %(count)s."),
    Flaw.ANSWERS: N_("Answers that are not what their history says: %(count)s."),
    Flaw.DOCUMENTS: N_("Documents that are not as they were made: %(count)s."),
    Flaw.FILES: N_("Files of the register that are not as they were added: %(count)s."),
    Flaw.LOG: N_(
        "The log of who did what is not as it was written, from line %(count)s on: a line was "
        "changed, or is gone."
    ),
}
NOT_AS_KEPT = N_(
    "The final scan %(scan)s amounts to other figures than it keeps, or its questionnaire is gone. "
    "It shows none until that is put right. Put its questionnaire and this program back as they were."
)


def verify_command(words: Wording) -> click.Command:
    """Return ``verify``, in one language."""

    def run(file: str | None) -> int:
        if file is None:
            with kept_data(settings_for(words).data, words) as database:
                found = verify(database, shipped())
        else:
            with a_copy(Path(file), words) as copy:
                found = verify_copy(copy, shipped())
        say(*_told(found, words))
        return WRONG if found.faults or found.not_as_kept else 0

    return Command(
        "verify",
        run,
        words,
        explained=words("Look whether everything that is kept is whole, or a copy of it."),
        params=[click.Argument(["file"], required=False, metavar=words("FILE"))],
    )


def _told(found: Verified, words: Wording) -> tuple[str, ...]:
    if found.faults:
        lines = (words(FLAWS[one.flaw], count=words.number(one.count)) for one in found.faults)
        return (*lines, words("Nothing was changed. Put a copy back with: ./run restore FILE"))
    if found.not_as_kept:
        return tuple(words(NOT_AS_KEPT, scan=scan) for scan in found.not_as_kept)
    return (
        words("Everything is whole. Scans: %(count)s.", count=words.number(found.scans)),
        words("No copy was ever made. Make one with: ./run backup")
        if found.made is None
        else words("Last copied on %(day)s.", day=words.day(found.made.astimezone().date())),
    )

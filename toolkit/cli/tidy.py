"""The command that takes away what was kept long enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing

import click

from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.services.tidy import Tidied, terms_of, tidy
from toolkit.wording import N_, Wording

KINDS: Mapping[str, str] = {
    "sessions": N_("Sessions that ended: %(count)s."),
    "tokens": N_("Links that no longer work: %(count)s."),
    "attempts": N_("Failures to get in: %(count)s."),
    "documents": N_("Documents of scans that are not final: %(count)s."),
    "accounts": N_("People who were not here for long: %(count)s."),
    "audit": N_("Old lines of the log: %(count)s."),
}


def tidy_command(words: Wording) -> click.Command:
    """Return ``tidy``, in one language."""

    def run(*, dry_run: bool) -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            with parts.database.writing() as connection:
                done = tidy(connection, terms_of(parts.settings), at=parts.now(), dry=dry_run)
            parts.database.settle()
        head = words("This would go:") if dry_run else words("This has gone:")
        say(head, *_told(done, words))
        return 0

    return Command(
        "tidy",
        run,
        words,
        explained=words("Take away what was kept long enough; also done once a day by itself."),
        params=[
            click.Option(
                ["--dry-run"], is_flag=True, help=words("Only say what would go; nothing changes.")
            )
        ],
    )


def _told(done: Tidied, words: Wording) -> Iterator[str]:
    for kind, count in done.gone.items():
        yield words(KINDS[kind], count=words.number(count))
    yield words("Drafts that nobody changed: %(count)s.", count=words.number(len(done.drafts)))
    yield words(
        "Drafts that go in a month, as the start page says: %(count)s.",
        count=words.number(len(done.announced)),
    )
    for scan in done.final:
        yield words("Final for more than the term, and kept: %(scan)s.", scan=scan)

"""The command that makes documents in a process of its own, beside the pages."""

from __future__ import annotations

from contextlib import closing, suppress
from threading import Event

import click

from toolkit.bootstrap import background
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command
from toolkit.wording import Wording


def worker_command(words: Wording) -> click.Command:
    """Return ``worker``, in one language."""

    def run() -> int:
        parts = parts_for(settings_for(words), words)
        say(words("Documents are being made. To stop: Ctrl+C"))
        with closing(parts.database), background(parts), suppress(KeyboardInterrupt, SystemExit):
            Event().wait()
        say(words("Stopped. What was not finished is made at the next start."))
        return 0

    return Command(
        "worker",
        run,
        words,
        explained=words("Make documents beside the pages, in a process of its own."),
    )

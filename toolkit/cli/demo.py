"""The command that starts the scan with the invented example in it."""

from __future__ import annotations

import click

from toolkit.cli.installed import settings_for
from toolkit.cli.serve import address_options, serve
from toolkit.cli.speaking import Command
from toolkit.wording import Wording


def demo_command(words: Wording) -> click.Command:
    """Return ``demo``, in one language."""

    def run(host: str | None, port: int | None) -> int:
        serve(settings_for(words, host=host, port=port), words, example=True)
        return 0

    return Command(
        "demo",
        run,
        words,
        explained=words("Look around in Voorbeeldstad, a municipality that we invented."),
        params=address_options(words),
    )

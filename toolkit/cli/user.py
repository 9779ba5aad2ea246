"""The commands that let somebody in."""

from __future__ import annotations

from contextlib import closing

import click

from toolkit.bootstrap import running_address
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command, Group
from toolkit.services.sign_in import make_link
from toolkit.wording import Wording


def user_command(words: Wording) -> click.Group:
    """Return ``user``, in one language."""
    group = Group("user", words, explained=words("Let somebody in."))
    group.add_command(_link_command(words))
    return group


def _link_command(words: Wording) -> click.Command:
    def run(port: int | None) -> int:
        settings = settings_for(words, port=port)
        parts = parts_for(settings, words)
        with closing(parts.database):
            with parts.database.writing() as connection:
                secret = make_link(connection, at=parts.now())
            where = running_address(parts) if port is None else settings.address
        say(words("Open this address in your browser, while the scan is running."))
        say(words("The link works once, for 30 minutes:"), "")
        say(f"    {where}/start/{secret}", "")
        return 0

    port = words("The port of the running scan, if it is another than this command finds.")
    return Command(
        "link",
        run,
        words,
        explained=words("Make a link with which you sign in, once."),
        params=[click.Option(["--port"], type=int, help=port)],
    )

"""The commands that let somebody in."""

from __future__ import annotations

import click

from toolkit.bootstrap import address
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
    def run() -> int:
        settings = settings_for(words)
        parts = parts_for(settings, words)
        with parts.database.writing() as connection:
            secret = make_link(connection, at=parts.now())
        parts.database.close()
        say(words("Open this address in your browser, while the scan is running."))
        say(words("The link works once, for 30 minutes:"), "")
        say(f"    {address(settings)}/start/{secret}", "")
        return 0

    return Command("link", run, words, explained=words("Make a link with which you sign in, once."))

"""The commands about who may come in: a link, and what becomes of an account."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import click

from toolkit.bootstrap import running_address
from toolkit.cli.endings import Refusal
from toolkit.cli.installed import parts_for, settings_for
from toolkit.cli.printing import say
from toolkit.cli.speaking import Command, Group
from toolkit.domain.days import day_of
from toolkit.services import operate
from toolkit.services.operate import ON_THE_SERVER, Account, Change
from toolkit.services.sign_in import make_link
from toolkit.storage.assessments import NotFound
from toolkit.wording import N_, ROLE, Wording

CHANGES: tuple[tuple[str, Change, str, str], ...] = (
    (
        "disable",
        operate.stop_account,
        N_("Let an account sign in no more, from now on."),
        N_("Account %(number)s can sign in no more, and is signed out everywhere."),
    ),
    (
        "enable",
        operate.restore_account,
        N_("Let an account sign in again."),
        N_("Account %(number)s can sign in again."),
    ),
    (
        "reset-second-step",
        operate.take_off_second_step,
        N_("Take off the second step of who lost their telephone."),
        N_("Account %(number)s has no second step now, and is signed out everywhere."),
    ),
)
"""What can be done with an account: its name, what does it, what it is for, what is said then."""


def user_command(words: Wording) -> click.Group:
    """Return ``user``, in one language."""
    group = Group("user", words, explained=words("Let somebody in, or no longer."))
    group.add_command(_link_command(words))
    group.add_command(_list_command(words))
    for name, change, explained, done in CHANGES:
        group.add_command(_change_command(words, name, change, (words(explained), done)))
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


def _list_command(words: Wording) -> click.Command:
    def run() -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database), parts.database.reading() as connection:
            found = operate.installation(ON_THE_SERVER, connection).accounts
        say(*(_told(one, words) for one in found) if found else (words("Nobody yet."),))
        return 0

    return Command("list", run, words, explained=words("Say which accounts there are."))


def _change_command(
    words: Wording, name: str, change: Change, texts: tuple[str, str]
) -> click.Command:
    explained, done = texts

    def run(who: str) -> int:
        parts = parts_for(settings_for(words), words)
        with closing(parts.database):
            try:
                with parts.database.writing() as connection:
                    number = operate.named(ON_THE_SERVER, connection, who).person.number
                    change(ON_THE_SERVER, connection, number, at=parts.now())
            except NotFound:
                raise Refusal(
                    words(
                        "No account has the address or number “%(who)s”. Nothing was changed. See "
                        "which there are with: user list",
                        who=who,
                    )
                ) from None
        say(words(done, number=number))
        return 0

    who = click.Argument(["who"], metavar=words("ADDRESS"))
    return Command(name, run, words, explained=explained, params=[who])


def _told(account: Account, words: Wording) -> str:
    return "; ".join(filter(None, _facts(account, words)))


def _facts(account: Account, words: Wording) -> Iterator[str]:
    person, seen = account.person, account.person.last_seen
    yield words("account %(number)s", number=person.number)
    yield person.email
    yield words("operator") if person.operator else ""
    yield from (words(ROLE[role]) for role in account.roles)
    yield words("with a second step") if person.second_step else ""
    yield words("last seen: %(day)s", day=day_of(seen)) if seen else words("never seen")
    yield "" if person.active else words("stopped")

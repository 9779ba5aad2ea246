"""Makes click speak the language of the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from toolkit.cli.printing import say
from toolkit.wording import Wording, languages


def language_option(words: Wording) -> click.Option:
    """Return the option that chooses the language; it may stand before or after the command."""
    return click.Option(
        ["--lang"],
        type=click.Choice(languages()),
        expose_value=False,
        help=words("Language: nl or en. Without it, that of your system."),
    )


def help_option(words: Wording) -> click.Option:
    """Return the option that explains a command."""
    return click.Option(
        ["--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_show_help,
        help=words("Show this explanation."),
    )


class Command(click.Command):
    """A command that explains itself in one language; ``--lang`` is there already."""

    def __init__(
        self,
        name: str,
        run: Callable[..., int],
        words: Wording,
        *,
        explained: str,
        params: Sequence[click.Parameter] = (),
    ) -> None:
        """``run`` gets the parameters by name and returns the exit code."""
        options = [*params, language_option(words), help_option(words)]
        super().__init__(name, callback=run, help=explained, params=options, add_help_option=False)
        self.words = words

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is typed."""
        _write_usage(self, self.words, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what can be chosen."""
        _write_options(self, self.words, ctx, formatter)


class Group(click.Group):
    """The commands together, explained in one language."""

    def __init__(self, name: str, words: Wording, *, explained: str) -> None:
        options = [language_option(words), help_option(words)]
        super().__init__(name, help=explained, params=options, add_help_option=False)
        self.words = words

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how a command is typed."""
        _write_usage(self, self.words, ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what can be chosen, then the commands."""
        _write_options(self, self.words, ctx, formatter)
        rows = [
            (name, command.get_short_help_str(limit=200)) for name, command in self.commands.items()
        ]
        with formatter.section(self.words("Commands")):
            formatter.write_dl(rows)


def _write_usage(
    command: click.Command, words: Wording, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    pieces = " ".join(_usage_pieces(command, ctx))
    pieces = pieces.replace("[OPTIONS]", words("[OPTIONS]"))
    pieces = pieces.replace("COMMAND [ARGS]", words("COMMAND [ARGS]"))
    formatter.write_usage(ctx.command_path, pieces, prefix=words("Usage:") + " ")


def _usage_pieces(command: click.Command, ctx: click.Context) -> Iterator[str]:
    """Yield how each part is typed; what may be left out stands in brackets."""
    optional = {
        part.make_metavar(ctx)
        for part in command.get_params(ctx)
        if isinstance(part, click.Argument) and not part.required
    }
    for piece in command.collect_usage_pieces(ctx):
        yield f"[{piece}]" if piece in optional and not piece.startswith("[") else piece


def _write_options(
    command: click.Command, words: Wording, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    options = (part for part in command.get_params(ctx) if isinstance(part, click.Option))
    records = (option.get_help_record(ctx) for option in options)
    rows = [
        (typed, explained.replace("[required]", words("[required]")))
        for typed, explained in filter(None, records)
    ]
    with formatter.section(words("Options")):
        formatter.write_dl(rows)


def _show_help(ctx: click.Context, _option: click.Parameter, asked: object) -> None:
    if asked and not ctx.resilient_parsing:
        say(*ctx.get_help().split("\n"))
        ctx.exit()

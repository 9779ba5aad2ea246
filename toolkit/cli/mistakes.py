"""Says what is wrong with a command as it was typed."""

from __future__ import annotations

from functools import singledispatch

import click

from toolkit.wording import Wording


@singledispatch
def mistake(error: click.ClickException, words: Wording) -> str:
    """Return what is wrong, in words; of a word too many click knows only which command it was."""
    command = error.ctx.command if isinstance(error, click.UsageError) and error.ctx else None
    if isinstance(command, click.Group):
        known = words.joined(command.commands, "or")
        return words("There is no such command. Choose from: %(known)s.", known=known)
    if command is not None:
        return words("More was typed than %(name)s can use.", name=command.name)
    return words("This command cannot be carried out as typed.")


@mistake.register
def _bad_option(error: click.BadOptionUsage, words: Wording) -> str:
    return words(
        "What stands behind %(name)s is missing, or does not belong there.",
        name=error.option_name,
    )


@mistake.register
def _no_such_option(error: click.NoSuchOption, words: Wording) -> str:
    return words("There is no option %(name)s.", name=error.option_name)


@mistake.register
def _missing(error: click.MissingParameter, words: Wording) -> str:
    return words("%(name)s is missing.", name=_as_typed(error.param))


@mistake.register
def _bad_value(error: click.BadParameter, words: Wording) -> str:
    name = _before(error)
    if error.param and isinstance(error.param.type, click.Choice):
        known = words.joined((str(choice) for choice in error.param.type.choices), "or")
        return words("%(name)s can be %(known)s.", name=name, known=known)
    return words("What stands behind %(name)s cannot be used.", name=name)


def _before(error: click.BadParameter) -> str:
    """Return what is typed before the value: the option, or for an argument the command."""
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return (error.ctx.info_name if error.ctx else None) or ""


def _as_typed(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return ", ".join(param.opts)
    return param.human_readable_name if param else ""

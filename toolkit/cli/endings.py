"""Says how a command that did not succeed ends: one sentence, one exit code."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path

import click

from toolkit.catalogue import messages
from toolkit.documents import scanfile_messages
from toolkit.domain.problems import Problem, Refused
from toolkit.reading import messages as reading_messages
from toolkit.reading.messages import sentence
from toolkit.wording import UnknownLanguage, Wording

WRONG, USAGE, FAULT, INTERRUPTED = 1, 2, 3, 130
MOST_LINES = 200
UNREACHED = frozenset(("file_missing", "file_is_folder", "file_closed", "no_edition"))
MESSAGES: Mapping[str, str] = {
    **reading_messages.MESSAGES,
    **messages.MESSAGES,
    **scanfile_messages.MESSAGES,
}


class Refusal(Exception):
    """What a command itself has to say when it cannot go on, in the user's language."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.message, self.code = message, code


@dataclass(frozen=True, slots=True)
class Ending:
    """The last lines of a command, with its exit code."""

    lines: tuple[str, ...]
    code: int


@singledispatch
def ending(error: BaseException, words: Wording) -> Ending:
    """Return how a command ends after this error; what nobody foresaw is a fault of ours."""
    where = traceback.extract_tb(error.__traceback__)[-1:]
    place = "".join(f", {Path(frame.filename).name} {frame.lineno}" for frame in where)
    message = words(
        "Something went wrong that should not have. Your files were not changed. "
        "Please report this to the makers: %(fault)s.",
        fault=type(error).__name__ + place,
    )
    return Ending((message,), FAULT)


@ending.register
def _problems(error: Refused, words: Wording) -> Ending:
    unreached = any(problem.code in UNREACHED for problem in error.problems)
    return Ending(tuple(lines(error.problems, words)), USAGE if unreached else WRONG)


@ending.register
def _refusal(error: Refusal, _words: Wording) -> Ending:
    return Ending((error.message,), error.code)


@ending.register
def _no_command(error: click.exceptions.NoArgsIsHelpError, _words: Wording) -> Ending:
    return Ending((error.format_message(),), USAGE)


@ending.register
def _mistyped(error: click.ClickException, words: Wording) -> Ending:
    hint = words("Type --help after the command to see what is possible.")
    return Ending((f"{_mistake(error, words)} {hint}",), USAGE)


@ending.register
def _unknown_language(error: UnknownLanguage, words: Wording) -> Ending:
    known = words.joined(error.known, "or")
    message = words(
        "We do not speak “%(name)s”. Choose %(known)s.", name=error.language, known=known
    )
    return Ending((message,), USAGE)


@ending.register
def _interrupted(_error: KeyboardInterrupt | click.Abort, words: Wording) -> Ending:
    return Ending((words("Interrupted. Nothing was kept."),), INTERRUPTED)


def lines(problems: Iterable[Problem], words: Wording) -> Iterable[str]:
    """Yield a line for each problem: file, line, key, sentence; at most a few screens."""
    every = tuple(problems)
    for problem in every[:MOST_LINES]:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        parts = (where, problem.key, sentence(problem, MESSAGES, words))
        yield ": ".join(part for part in parts if part)
    if len(every) > MOST_LINES:
        yield words("And %(count)s more.", count=words.number(len(every) - MOST_LINES))


@singledispatch
def _mistake(_error: click.ClickException, words: Wording) -> str:
    return words("This command cannot be carried out as typed.")


@_mistake.register
def _no_such_option(error: click.NoSuchOption, words: Wording) -> str:
    return words("There is no option %(name)s.", name=error.option_name)


@_mistake.register
def _missing(error: click.MissingParameter, words: Wording) -> str:
    return words("%(name)s is missing.", name=_as_typed(error.param))


@_mistake.register
def _bad_value(error: click.BadParameter, words: Wording) -> str:
    name = error.param.opts[0] if error.param else ""
    if error.param and isinstance(error.param.type, click.Choice):
        known = words.joined((str(choice) for choice in error.param.type.choices), "or")
        return words("%(name)s can be %(known)s.", name=name, known=known)
    return words("What stands behind %(name)s cannot be used.", name=name)


def _as_typed(param: click.Parameter | None) -> str:
    if isinstance(param, click.Option):
        return ", ".join(param.opts)
    return param.human_readable_name if param else ""

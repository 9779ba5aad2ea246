"""Says how a command that did not succeed ends: one sentence, one exit code."""

from __future__ import annotations

import errno
import traceback
from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from pathlib import Path

import click

from toolkit.cli.mistakes import mistake
from toolkit.cli.printing import Unheard
from toolkit.domain.problems import Refused
from toolkit.services.explain import explained
from toolkit.wording import N_, UnknownLanguage, Wording

WRONG, USAGE, FAULT, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141
NOTHING_KEPT = N_("Interrupted. Nothing was kept.")
UNREACHED = frozenset(("file_missing", "file_is_folder", "file_odd", "file_closed", "no_edition"))

LITTLE_MEMORY = N_("There is too little memory for this. Close other programs, then try again.")
FEW_FILES = N_(
    "This program may open too few files at once. Raise the limit (ulimit -n), then try again."
)
FEW_PROCESSES = N_(
    "This program may start no other. Close other programs, or raise the limit (ulimit -u)."
)
LIMITS: Mapping[int | None, str] = {
    errno.ENOMEM: LITTLE_MEMORY,
    errno.EMFILE: FEW_FILES,
    errno.ENFILE: FEW_FILES,
    errno.EAGAIN: FEW_PROCESSES,
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
    return _fault(error, words)


def _fault(error: BaseException, words: Wording) -> Ending:
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
    return Ending(tuple(explained(error.problems, words)), USAGE if unreached else WRONG)


@ending.register
def _refusal(error: Refusal, _words: Wording) -> Ending:
    return Ending((error.message,), error.code)


@ending.register
def _no_command(error: click.exceptions.NoArgsIsHelpError, _words: Wording) -> Ending:
    return Ending((error.format_message(),), USAGE)


@ending.register
def _mistyped(error: click.ClickException, words: Wording) -> Ending:
    hint = words("Type --help after the command to see what is possible.")
    return Ending((f"{mistake(error, words)} {hint}",), USAGE)


@ending.register
def _unknown_language(error: UnknownLanguage, words: Wording) -> Ending:
    known = words.joined(error.known, "or")
    message = words(
        "We do not speak “%(name)s”. Choose %(known)s.", name=error.language, known=known
    )
    return Ending((message,), USAGE)


@ending.register
def _interrupted(_error: KeyboardInterrupt | click.Abort, words: Wording) -> Ending:
    return Ending((words(NOTHING_KEPT),), INTERRUPTED)


@ending.register
def _stopped(error: SystemExit, words: Wording) -> Ending:
    """Answer a signal; whoever listens for it gives the code."""
    return Ending((words(NOTHING_KEPT),), int(error.code or INTERRUPTED))


@ending.register
def _out_of_memory(_error: MemoryError, words: Wording) -> Ending:
    return Ending((words(LITTLE_MEMORY),), USAGE)


@ending.register
def _limited(error: OSError, words: Wording) -> Ending:
    if error.errno in LIMITS:
        return Ending((words(LIMITS[error.errno]),), USAGE)
    return _fault(error, words)


@ending.register
def _unheard(error: Unheard, words: Wording) -> Ending:
    """Whoever closes a pipe has heard enough, and is told nothing more."""
    if error.number == errno.EPIPE:
        return Ending((), PIPE_CLOSED)
    if error.number in (errno.ENOSPC, errno.EDQUOT):
        return Ending((words("There is no room where the output goes. Make room first."),), USAGE)
    return Ending((words("The output is closed, so nothing could be printed."),), USAGE)

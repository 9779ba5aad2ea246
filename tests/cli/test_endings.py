"""Whatever happens, a command ends with one sentence and the right code."""

import errno

import click
import pytest

from toolkit.catalogue import BadQuestionnaire, messages, own_case
from toolkit.cli.endings import (
    FAULT,
    INTERRUPTED,
    PIPE_CLOSED,
    USAGE,
    WRONG,
    Refusal,
    ending,
)
from toolkit.cli.printing import Unheard
from toolkit.documents import scanfile_messages
from toolkit.documents.scanfile import BadScanFile
from toolkit.domain.problems import Problem
from toolkit.reading import messages as reading_messages
from toolkit.reading.yaml_text import NotReadable
from toolkit.services.explain import MESSAGES, MOST_LINES, explained
from toolkit.wording import UnknownLanguage, wording

ENGLISH = wording("en")
WRITTEN = (Problem("file_missing", "scan.yaml"),)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Refusal("This cannot be."), USAGE, "This cannot be."),
        (Refusal("Too long.", WRONG), WRONG, "Too long."),
        (NotReadable(WRITTEN), USAGE, "scan.yaml: This file does not exist."),
        (BadScanFile((Problem("not_an_edition", "a.yaml"),)), WRONG, "a.yaml: "),
        (BadQuestionnaire((Problem("not_an_edition", "a.yaml"),)), WRONG, "a.yaml: "),
        (UnknownLanguage("fr", ("nl", "en")), USAGE, "We do not speak “fr”. Choose nl or en."),
        (KeyboardInterrupt(), INTERRUPTED, "Interrupted. Nothing was kept."),
        (click.Abort(), INTERRUPTED, "Interrupted. Nothing was kept."),
        (click.NoSuchOption("--bogus"), USAGE, "There is no option --bogus. Type --help"),
        (click.UsageError("x"), USAGE, "This command cannot be carried out as typed. Type --help"),
        (
            click.UsageError("x", click.Context(click.Command("score"))),
            USAGE,
            "More was typed than",
        ),
        (
            click.UsageError("x", click.Context(click.Group("all"))),
            USAGE,
            "There is no such command",
        ),
        (SystemExit(143), 143, "Interrupted. Nothing was kept."),
        (MemoryError(), USAGE, "There is too little memory for this."),
        (OSError(errno.ENOMEM, ""), USAGE, "There is too little memory for this."),
        (OSError(errno.EMFILE, ""), USAGE, "This program may open too few files at once."),
        (BlockingIOError(errno.EAGAIN, ""), USAGE, "This program may start no other."),
        (OSError(errno.EIO, ""), FAULT, "Something went wrong that should not have."),
        (Unheard(errno.ENOSPC), USAGE, "There is no room where the output goes."),
        (Unheard(errno.EBADF), USAGE, "The output is closed"),
        (RecursionError(), FAULT, "Something went wrong that should not have."),
    ],
    ids=repr,
)
def test_every_error_has_its_ending(error: BaseException, code: int, said: str) -> None:
    end = ending(error, ENGLISH)

    assert end.code == code
    assert len(end.lines) == 1
    assert end.lines[0].startswith(said)


def test_a_closed_pipe_has_heard_enough() -> None:
    end = ending(Unheard(errno.EPIPE), ENGLISH)

    assert end.lines == ()
    assert end.code == PIPE_CLOSED


def test_a_thousand_problems_are_a_few_screens() -> None:
    told = list(explained(WRITTEN * 1000, ENGLISH))

    assert len(told) == MOST_LINES + 1
    assert told[-1] == "And 800 more."


def test_no_two_tables_of_sentences_share_a_code() -> None:
    parts = (reading_messages, messages, own_case, scanfile_messages)
    tables = [part.MESSAGES for part in parts]

    assert len(MESSAGES) == sum(map(len, tables))

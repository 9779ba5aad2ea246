"""Whatever happens, a command ends with one sentence and the right code."""

import click
import pytest

from toolkit.catalogue import BadQuestionnaire
from toolkit.cli.endings import (
    FAULT,
    INTERRUPTED,
    MOST_LINES,
    USAGE,
    WRONG,
    Refusal,
    ending,
    lines,
)
from toolkit.documents.scanfile import BadScanFile
from toolkit.domain.problems import Problem
from toolkit.reading.yaml_text import NotReadable
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
        (MemoryError(), FAULT, "Something went wrong that should not have."),
        (RecursionError(), FAULT, "Something went wrong that should not have."),
    ],
    ids=repr,
)
def test_every_error_has_its_ending(error: BaseException, code: int, said: str) -> None:
    end = ending(error, ENGLISH)

    assert end.code == code
    assert len(end.lines) == 1
    assert end.lines[0].startswith(said)


def test_a_thousand_problems_are_a_few_screens() -> None:
    told = list(lines(WRITTEN * 1000, ENGLISH))

    assert len(told) == MOST_LINES + 1
    assert told[-1] == "And 800 more."

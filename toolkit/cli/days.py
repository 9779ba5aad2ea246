"""The day a command works with: today, unless another is asked for."""

import os
import re
from datetime import UTC, date, datetime

import click

from toolkit.cli.endings import Refusal
from toolkit.domain.days import as_in_files
from toolkit.domain.fields import DAY
from toolkit.wording import Wording

SECONDS = "SOURCE_DATE_EPOCH"


def date_option(words: Wording) -> click.Option:
    """Return the option ``--date``."""
    return click.Option(
        ["--date"],
        metavar="2026-12-31",
        help=words("The date to work with. Without it, that of SOURCE_DATE_EPOCH, or else today."),
    )


def chosen_day(given: str | None, words: Wording) -> date:
    """Return the day that was asked for, else that of ``SOURCE_DATE_EPOCH``, else today.

    Raises `Refusal` when it is not a day, or one that no document can carry.
    """
    if given is not None:
        refused = words(
            "“%(given)s” is not an existing date from 1900 to 2100. Write it like 2026-12-31.",
            given=given,
        )
        return _day(as_in_files(given), refused)
    seconds = os.environ.get(SECONDS)
    if seconds:
        refused = words(
            "SOURCE_DATE_EPOCH is “%(given)s”: that is not a number of seconds up to the year 2100. "
            "Correct it, or give --date.",
            given=seconds,
        )
        return _day(_of_seconds(seconds), refused)
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    refused = words("The clock of this computer says %(given)s. Set it right first.", given=today)
    return _day(today, refused)


def _day(text: str, refused: str) -> date:
    try:
        if re.fullmatch(DAY, text, re.ASCII):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Refusal(refused)


def _of_seconds(text: str) -> str:
    if not re.fullmatch("[0-9]{1,10}", text, re.ASCII):
        return ""
    return datetime.fromtimestamp(int(text), tz=UTC).date().isoformat()

"""The day a command works with: today, unless another is asked for."""

import re
from datetime import UTC, date, datetime

import click

from toolkit.cli.endings import Refusal
from toolkit.domain.fields import DAY
from toolkit.wording import Wording


def date_option(words: Wording) -> click.Option:
    """Return the option ``--date``."""
    return click.Option(
        ["--date"],
        metavar="2026-12-31",
        help=words("The date to work with. Without it, today."),
    )


def chosen_day(given: str | None, words: Wording) -> date:
    """Return the day that was asked for, else today; raise `Refusal` when it is not a day."""
    if given is None:
        return datetime.now(tz=UTC).astimezone().date()
    try:
        if re.fullmatch(DAY, given, re.ASCII):
            return date.fromisoformat(given)
    except ValueError:
        pass
    raise Refusal(words("“%(given)s” is not a date. Write it like 2026-12-31.", given=given))

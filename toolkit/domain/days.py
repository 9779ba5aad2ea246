"""Days: on which one a moment falls in the Netherlands, and how people write one."""

from datetime import date, datetime
from re import ASCII, fullmatch
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")
TURNED = r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})"


def day_of(moment: datetime) -> date:
    """Return the day of a moment that has its zone, whatever the clock of the server says."""
    return moment.astimezone(HERE).date()


def as_in_files(text: str) -> str:
    """Return a day that somebody wrote as 31-12-2026 in the order of files; other text as it is."""
    turned = fullmatch(TURNED, text.strip(), ASCII)
    return "{2}-{1:0>2}-{0:0>2}".format(*turned.groups()) if turned else text.strip()

"""On which day a moment falls in the Netherlands, whatever the clock of the server says."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def day_of(moment: datetime) -> date:
    """Return the day of a moment that has its zone."""
    return moment.astimezone(HERE).date()

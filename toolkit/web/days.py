"""Which day it is in the Netherlands, whatever the clock of the server says."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from toolkit.web import visit

HERE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Return the day of this request (T38)."""
    return day_of(visit.now())


def day_of(moment: datetime) -> date:
    """Return the day on which a moment falls."""
    return moment.astimezone(HERE).date()

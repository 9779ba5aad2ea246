"""Which day it is in the Netherlands, whatever the clock of the server says."""

from datetime import date
from zoneinfo import ZoneInfo

from toolkit.web import visit

HERE = ZoneInfo("Europe/Amsterdam")


def today() -> date:
    """Return the day of this request (T38)."""
    return visit.now().astimezone(HERE).date()

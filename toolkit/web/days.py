"""Which day it is for whoever is asking."""

from datetime import date

from toolkit.domain.days import day_of
from toolkit.web import visit


def today() -> date:
    """Return the day of this request (T38)."""
    return day_of(visit.now())

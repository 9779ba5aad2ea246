"""Days and moments as whoever is asking sees them."""

from datetime import date, datetime

from toolkit.domain.days import HERE, day_of
from toolkit.web import visit


def today() -> date:
    """Return the day of this request (T38)."""
    return day_of(visit.now())


def when(moment: datetime) -> str:
    """Return a moment with its hour, as the clock in the Netherlands said it."""
    day, hour = visit.words().day(day_of(moment)), format(moment.astimezone(HERE), "%H:%M")
    return f"{day} {hour}"

"""Writes days into a calendar file that every agenda reads.

icalendar is loaded when a file is made, never with the pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class DayToKeep:
    """One day in an agenda; ``id`` stays the same when the day changes.

    ``title`` names no person and no theme: an agenda is seen by many.
    """

    id: str
    day: date
    title: str
    link: str = ""


def calendar_file(days: Iterable[DayToKeep], *, at: datetime) -> bytes:
    """Return the file; the same days at the same moment give the same bytes."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Kinderrechtenscan//NL")
    calendar.add("version", "2.0")
    for one in days:
        event = Event()
        event.add("uid", f"{one.id}@kinderrechtenscan")
        event.add("dtstamp", at)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + timedelta(days=1))
        event.add("summary", one.title)
        event.add("transp", "TRANSPARENT")
        if one.link:
            event.add("url", one.link)
        calendar.add_component(event)
    return bytes(calendar.to_ical())

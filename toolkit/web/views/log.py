"""The log: what happened in a municipality, or to the installation."""

from __future__ import annotations

from flask.typing import ResponseReturnValue

from toolkit.services.read_log import MOST_SHOWN, Log, log_of, log_of_installation
from toolkit.web import visit
from toolkit.web.listing import log_rows, log_table
from toolkit.web.pages import page
from toolkit.web.tables import as_table


def place(municipality_id: str) -> ResponseReturnValue:
    """Show what happened in a municipality: functions and numbers, no names."""
    return _page(log_of(visit.actor(), visit.reading(), municipality_id))


def place_file(municipality_id: str) -> ResponseReturnValue:
    """Give all that happened in a municipality as a file."""
    found = log_of(visit.actor(), visit.reading(), municipality_id, None)
    return as_table("log", *log_table(found))


def installation() -> ResponseReturnValue:
    """Show what happened to the installation; nothing of any municipality."""
    return _page(log_of_installation(visit.actor(), visit.reading()))


def installation_file() -> ResponseReturnValue:
    """Give all that happened to the installation as a file."""
    return as_table("log", *log_table(log_of_installation(visit.actor(), visit.reading(), None)))


def _page(log: Log) -> ResponseReturnValue:
    return page(
        "log",
        rows=tuple(log_rows(log)),
        most=MOST_SHOWN,
        place=log.place,
        municipality=log.place.name if log.place else "",
        fictional=log.place.fictional if log.place else False,
    )

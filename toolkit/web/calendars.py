"""Gives days as a file for somebody's agenda: numbers and days, no names and no themes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from flask import Response, url_for

from toolkit.documents.calendar_file import DayToKeep, calendar_file
from toolkit.services.list_team import Asked
from toolkit.services.open_scan import Opened
from toolkit.services.own_questions import Mine
from toolkit.web.parts import parts
from toolkit.wording import Wording


def as_calendar(days: Iterator[DayToKeep], *, at: datetime) -> Response:
    """Return the answer with the file."""
    answer = Response(calendar_file(days, at=at), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = 'attachment; filename="kinderrechtenscan.ics"'
    return answer


def scan_days(scan: Opened, people: tuple[Asked, ...], words: Wording) -> Iterator[DayToKeep]:
    """Give the days of a scan for whoever leads it: until when people answer, and the outcome."""
    name, link = scan.assessment.id, _address("team.index", scan)
    dues = sorted({one.invitation.due for one in people if one.invitation.due})
    for due in dues:
        count = sum(one.invitation.due == due for one in people)
        title = words.plural(
            "Child Rights Scan: last day for %(count)s colleague",
            "Child Rights Scan: last day for %(count)s colleagues",
            count,
        )
        yield DayToKeep(f"due-{due.isoformat()}-{name}", due, title, link)
    if scan.assessment.outcome_on:
        title = words("Child Rights Scan: the outcome")
        yield DayToKeep(f"outcome-{name}", scan.assessment.outcome_on, title, link)


def own_day(mine: Mine, words: Wording) -> Iterator[DayToKeep]:
    """Give the day before which somebody was asked to answer, if there is one."""
    if mine.invitation is not None and mine.invitation.due is not None:
        title = words.plural(
            "%(count)s question about youth", "%(count)s questions about youth", len(mine.own.open)
        )
        link = _address("mine.index", mine.scan)
        yield DayToKeep(f"due-{mine.invitation.id}", mine.invitation.due, title, link)


def _address(endpoint: str, scan: Opened) -> str:
    return parts().settings.address + url_for(endpoint, scan_id=scan.assessment.id)

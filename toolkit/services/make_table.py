"""Makes a table of a scan to take along: answers, plan, what to find out, scores, days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from enum import StrEnum

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.answer_sheets import answer_tables
from toolkit.documents.calendar_file import DayToKeep, calendar_file
from toolkit.documents.scan_tables import csv_of, find_out_table, plan_table, score_table
from toolkit.documents.xlsx import Table, workbook
from toolkit.domain.access import Action, Actor
from toolkit.domain.library import Library
from toolkit.services.find_out import find_out
from toolkit.services.open_scan import Opened, as_scan, open_scan
from toolkit.services.outcome import outcome
from toolkit.storage import surroundings
from toolkit.wording import Wording


class What(StrEnum):
    """The tables there are."""

    ANSWERS = "answers"
    PLAN = "plan"
    FIND_OUT = "find-out"
    SCORES = "scores"


class Layout(StrEnum):
    """The files a table can become, by the end of their names."""

    XLSX = "xlsx"
    CSV = "csv"


_FIRST = date(2026, 1, 1)


def make_table(
    actor: Actor,
    connection: Connection,
    content: tuple[Shelf, Library],
    assessment_id: str,
    asked: tuple[What, Layout],
    words: Wording,
    *,
    day: date,
) -> bytes:
    """Return the table as a file; texts in it never become formulas.

    Raises `NotFound`, `NotAllowed`, and for scores `NotNow` while people are still answering.
    """
    (shelf, library), (what, layout) = content, asked
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.EXPORT)
    if what is What.SCORES:
        said = outcome(actor, connection, shelf, library, assessment_id, day=day).facts
        tables: tuple[Table, ...] = (score_table(said, words),)
    elif what is What.FIND_OUT:
        known = find_out(actor, connection, shelf, assessment_id)
        roles = library.roles_by_id
        tables = (find_out_table(known.roles, scan.questionnaire, roles, words),)
    elif what is What.PLAN:
        tables = (plan_table(as_scan(connection, scan), library.roles, words),)
    else:
        tables = _answers(scan, words)
    if layout is Layout.CSV:
        return csv_of(tables, words)
    return workbook(tables, words.text(scan.questionnaire.title), day, words("lists"))


def action_days(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, words: Wording
) -> bytes:
    """Return the days by which actions are ready, as a calendar; raise as `make_table` does.

    An action that was dropped or done has no day. The calendar names no theme and no person.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.EXPORT)
    kept = surroundings.actions_of(connection, assessment_id)
    due = [(one.id, one.action.due) for one in kept if one.action.status not in ("done", "dropped")]
    title = words("Child Rights Scan: an action is due")
    days = [DayToKeep(f"action-{name}", day, title) for name, day in due if day]
    return calendar_file(days, at=datetime.combine(scan.assessment.dated or _FIRST, time(), UTC))


def _answers(scan: Opened, words: Wording) -> tuple[Table, ...]:
    questions = tuple(scan.asked.values())
    return answer_tables(scan.questionnaire, scan.answers, questions, words)

"""Reads answers that were filled in in Excel: first what would change, then, when asked, changes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.answer_sheets_in import Fault, read_answers
from toolkit.documents.xlsx_in import Sheets
from toolkit.domain.access import Action, Actor
from toolkit.domain.filled_in import Difference, differences
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.save_answer import Given
from toolkit.services.save_answers import SavedPage, save_answers
from toolkit.wording import Wording


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """What a workbook would change in a scan, and its cells that cannot be read."""

    scan: Opened
    differences: tuple[Difference, ...]
    faults: tuple[Fault, ...]


def before_looking(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Opened:
    """Return a scan into which a workbook may be read; raise `NotFound`, `NotAllowed`, `NotNow`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.ANSWER)
    return scan


def look_through(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    sheets: Sheets,
    offered: Sequence[Wording],
) -> LookedThrough:
    """Return what a workbook would change; nothing is changed.

    ``offered`` are the languages that the workbook may be made in, the likeliest first. Raises what
    `before_looking` raises.
    """
    scan = before_looking(actor, connection, shelf, assessment_id)
    asked = {name: one for name, one in scan.questionnaire.questions.items() if scan.asks(name)}
    found = read_answers(sheets, asked, offered)
    return LookedThrough(scan, differences(scan.answers, found.answers), found.faults)


def fill_in(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    looked: LookedThrough,
    request: str,
    *,
    at: datetime,
) -> SavedPage:
    """Keep what a workbook changes, over the versions that were looked at.

    An answer that somebody changed after the workbook was made stays as it is: only a person can
    say which of the two holds. Raises what `save_answers` raises.
    """
    given = tuple(
        Given(one.item, one.after, looked.scan.answer(one.item).version, f"{request}-{one.item}")
        for one in looked.differences
        if not one.moved
    )
    return save_answers(actor, connection, shelf, looked.scan.assessment.id, given, at=at)

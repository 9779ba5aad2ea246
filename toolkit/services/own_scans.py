"""What whoever installed the program may do from the command line: as the first account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.documents.xlsx_in import Sheets
from toolkit.domain.access import Action, Actor
from toolkit.domain.library import Library
from toolkit.domain.scan import Scan
from toolkit.services.export_scan import Exported, export_scan, note_taken_along
from toolkit.services.fill_in_sheets import LookedThrough, fill_in, look_through
from toolkit.services.import_scan import import_example, import_scan
from toolkit.services.make_table import Layout, What, action_days, make_table
from toolkit.services.own_place import own_place
from toolkit.services.save_answers import SavedPage
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, assessments
from toolkit.storage.assessments import Assessment
from toolkit.wording import Wording


def first_actor(connection: Connection, *, at: datetime) -> Actor:
    """Return the first account with what it may enter; it is made when there is none yet."""
    account = first_account(connection, at=at)
    return accounts.actor(connection, account, at=at) or Actor(account)


def take_in(connection: Connection, shelf: Shelf, scan: Scan, *, at: datetime) -> str:
    """Keep a scan in the first municipality that is not invented; return its id.

    Raises `NotAllowed` when this account leads none.
    """
    actor = first_actor(connection, at=at)
    place = own_place(actor, connection, Action.IMPORT)
    return import_scan(actor, connection, shelf, place, scan, at=at)


def take_in_example(connection: Connection, shelf: Shelf, scan: Scan, *, at: datetime) -> str:
    """Keep the invented example; return its id."""
    return import_example(first_actor(connection, at=at), connection, shelf, scan, at=at)


def own_scans(connection: Connection, *, at: datetime) -> tuple[Assessment, ...]:
    """Return the scans that the first account may see; none while there is no account."""
    return assessments.visible_to(_known_actor(connection, at), connection).all()


def take_out(connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime) -> Exported:
    """Return a scan as a scan file; raise `NotFound` and `NotAllowed`."""
    return export_scan(_known_actor(connection, at), connection, shelf, assessment_id)


def note_taken_out(connection: Connection, assessment_id: str, *, at: datetime) -> None:
    """Write down that a scan was taken along on the server; raise `NotFound`."""
    actor = _known_actor(connection, at)
    note_taken_along(actor, connection, assessment_id, by=None, at=at)


def own_table(
    connection: Connection,
    content: tuple[Shelf, Library],
    assessment_id: str,
    asked: tuple[What, Layout],
    words: Wording,
    *,
    at: datetime,
    day: date,
) -> bytes:
    """Return a table of a scan as a file; raise what `make_table` raises."""
    actor = _known_actor(connection, at)
    return make_table(actor, connection, content, assessment_id, asked, words, day=day)


def own_days(
    connection: Connection, shelf: Shelf, assessment_id: str, words: Wording, *, at: datetime
) -> bytes:
    """Return the days of the actions of a scan; raise what `action_days` raises."""
    return action_days(_known_actor(connection, at), connection, shelf, assessment_id, words)


def look_through_own(
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    sheets: Sheets,
    offered: Sequence[Wording],
    *,
    at: datetime,
) -> LookedThrough:
    """Return what a workbook would change in a scan; raise what `look_through` raises."""
    actor = _known_actor(connection, at)
    return look_through(actor, connection, shelf, assessment_id, sheets, offered)


def fill_in_own(
    connection: Connection, shelf: Shelf, looked: LookedThrough, request: str, *, at: datetime
) -> SavedPage:
    """Keep what a workbook changes; raise what `fill_in` raises."""
    return fill_in(_known_actor(connection, at), connection, shelf, looked, request, at=at)


def _known_actor(connection: Connection, at: datetime) -> Actor:
    account = accounts.first(connection)
    known = accounts.actor(connection, account, at=at) if account is not None else None
    return known or Actor("")

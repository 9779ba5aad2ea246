"""What whoever installed the program may do from the command line: as the first account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.scan import Scan
from toolkit.services.export_scan import Exported, export_scan
from toolkit.services.import_scan import import_example, import_scan
from toolkit.services.own_place import own_place
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, assessments
from toolkit.storage.assessments import Assessment


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


def _known_actor(connection: Connection, at: datetime) -> Actor:
    account = accounts.first(connection)
    known = accounts.actor(connection, account, at=at) if account is not None else None
    return known or Actor("")

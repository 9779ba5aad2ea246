"""What whoever installed the program may do from the command line: as the first account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Actor
from toolkit.domain.scan import Scan
from toolkit.services.export_scan import Exported, export_scan
from toolkit.services.import_scan import import_example, import_scan
from toolkit.services.sign_in import first_account
from toolkit.storage import accounts, assessments, municipalities
from toolkit.storage.assessments import Assessment


def first_actor(connection: Connection, *, at: datetime) -> Actor:
    """Return the first account with what it may enter; it is made when there is none yet."""
    account = first_account(connection, at=at)
    return accounts.actor(connection, account) or Actor(account)


def take_in(connection: Connection, shelf: Shelf, scan: Scan, *, at: datetime) -> str:
    """Keep a scan in the first municipality that is not invented; return its id."""
    actor = first_actor(connection, at=at)
    places = municipalities.of(connection, actor)
    place = next(one.id for one in places if not one.fictional)
    return import_scan(actor, connection, shelf, place, scan, at=at)


def take_in_example(connection: Connection, shelf: Shelf, scan: Scan, *, at: datetime) -> str:
    """Keep the invented example; return its id."""
    return import_example(first_actor(connection, at=at), connection, shelf, scan, at=at)


def own_scans(connection: Connection, *, at: datetime) -> tuple[Assessment, ...]:
    """Return the scans that the first account may see."""
    return assessments.visible_to(first_actor(connection, at=at), connection).all()


def take_out(connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime) -> Exported:
    """Return a scan as a scan file; raise `NotFound`."""
    return export_scan(first_actor(connection, at=at), connection, shelf, assessment_id)

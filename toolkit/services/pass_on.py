"""Passes a question on to whoever might know, and ticks it off."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.find_out import first_to_ask
from toolkit.services.open_scan import open_scan
from toolkit.services.save_answer import NoSuchQuestion
from toolkit.storage import inquiries


def pass_on(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    asked: tuple[str, str],
    *,
    at: datetime,
) -> None:
    """Pass a question (``asked``: item, role) on, unless it waits for that role already.

    Raises `NotFound`, `NoSuchQuestion`, `NotAllowed`, `NotNow`.
    """
    item, role = asked
    scan = open_scan(actor, connection, shelf, assessment_id)
    if item not in scan.asked:
        raise NoSuchQuestion(item)
    scan.require(Action.PASS_ON)
    before = inquiries.of(connection, assessment_id).get(item)
    if before is None or before.settled is not None or before.role != role:
        inquiries.put(connection, assessment_id, item, role, actor.account, at=at)


def settle(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    item: str,
    *,
    at: datetime,
) -> None:
    """Tick a question off the list; raise what `pass_on` raises.

    One that nobody knew and that was never passed on may be ticked off too.
    """
    scan = open_scan(actor, connection, shelf, assessment_id)
    if item not in scan.asked:
        raise NoSuchQuestion(item)
    scan.require(Action.PASS_ON)
    if item not in inquiries.of(connection, assessment_id):
        role = first_to_ask(scan.asked[item])
        inquiries.put(connection, assessment_id, item, role, actor.account, at=at)
    inquiries.settle(connection, assessment_id, item, at=at)

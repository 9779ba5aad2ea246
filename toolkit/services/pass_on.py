"""Passes a question on to whoever might know, and ticks it off."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
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
    """Pass a question (``asked``: item, role) on.

    Raises `NotFound`, `NoSuchQuestion`, `NotAllowed`, `NotNow`.
    """
    item, role = asked
    scan = open_scan(actor, connection, shelf, assessment_id)
    if item not in scan.asked:
        raise NoSuchQuestion(item)
    scan.require(Action.PASS_ON)
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
        role = next(iter(scan.asked[item].item.who), "")
        inquiries.put(connection, assessment_id, item, role, actor.account, at=at)
    inquiries.settle(connection, assessment_id, item, at=at)

"""Lists what nobody knew or what was passed on, and ticks it off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Actor
from toolkit.domain.find_out import Known, ToAsk, by_role
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import inquiries
from toolkit.storage.inquiries import Inquiry


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """A scan with what is to be found out, by the role to ask."""

    scan: Opened
    roles: Mapping[str, tuple[ToAsk, ...]]


def find_out(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> ToFindOut:
    """Return what is to be found out in a scan that this person may see; raise `NotFound`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    passed = inquiries.of(connection, assessment_id)
    rows = ((one, _known(scan, one.id, passed.get(one.id))) for one in scan.asked.values())
    return ToFindOut(scan, by_role(rows))


def waiting_for(connection: Connection, scan: Opened) -> Mapping[str, str]:
    """Return the role that each question was passed on to, as long as that is not settled."""
    passed = inquiries.of(connection, scan.assessment.id)
    return {item: one.role for item, one in passed.items() if one.settled is None}


def _known(scan: Opened, item: str, passed: Inquiry | None) -> Known:
    kept = scan.answer(item)
    if passed is None:
        return Known(kept.answer.state, kept.changed)
    return Known(kept.answer.state, kept.changed, passed.role, passed.asked, passed.settled)

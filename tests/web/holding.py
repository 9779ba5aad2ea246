"""A workshop about a scan, with what belongs to whoever holds it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from tests.web.builders import NOON
from toolkit.domain.access import Actor
from toolkit.services.order_pack import OUTCOME
from toolkit.services.plan_workshop import FromScan, begin_workshop
from toolkit.storage import documents, jobs, own_cases, workshop_room, workshops
from toolkit.storage.documents import What
from toolkit.storage.tables import workshops as workshops_table
from toolkit.storage.workshops import KeptWorkshop
from toolkit.web.parts import Parts


def hold(connection: Connection, actor: Actor, parts: Parts, scan: str, said: str) -> None:
    """Begin a workshop about a scan, with a pack that is ready.

    A parked question and a case of its holder say ``said``.
    """
    name = begin_workshop(
        actor, connection, parts.shelf, parts.library, FromScan(scan, ""), at=NOON
    )
    workshop_room.park(connection, name, "break", said, at=NOON)
    own_cases.add(connection, actor.account, f"id: {said}", at=NOON)
    what = What(OUTCOME, "work", "nl", NOON.date(), format="pdf")
    documents.order(connection, name, what, "these", of=documents.WORKSHOP, at=NOON)
    job = jobs.claim(connection, at=NOON)
    assert job is not None
    assert job.workshop == name
    jobs.finish(connection, job, said.encode() or b"PK", at=NOON)


def paper_of(connection: Connection, workshop: KeptWorkshop) -> str:
    """Return the pack of a workshop."""
    holder = Actor(workshop.account)
    return documents.visible_to(holder, connection).of_workshop(workshop.id)[0].id


def workshop_of(connection: Connection, municipality: str) -> KeptWorkshop:
    """Return the first workshop about a scan of a municipality."""
    query = select(workshops_table.c.id).where(workshops_table.c.municipality_id == municipality)
    name = connection.execute(query.order_by(workshops_table.c.begun).limit(1)).scalar_one()
    found = workshops.by_id(connection, name)
    assert found is not None
    return found

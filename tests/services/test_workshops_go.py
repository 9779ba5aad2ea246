"""A workshop goes with who holds it and with its municipality; its papers go after a while."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, select, update

from tests.web.builders import NOON, a_site
from tests.web.held import Holder, of_a_name, of_a_scan
from toolkit.storage import accounts, documents, erasing, jobs, tidying, workshop_room
from toolkit.storage.documents import WORKSHOP, What
from toolkit.storage.tables import METADATA, workshops

KEPT = ("workshops", "workshop_notes", "workshop_words", "parked", "agreements", "workshop_counts")
PACK = What("workshop", "work", "nl", NOON.date(), format="zip")


@pytest.fixture
def holder(tmp_path: Path) -> Holder:
    """A workshop about the example, with something in each place."""
    held = of_a_scan(a_site(tmp_path))
    held.counted(held.cards()[0])
    held.parks("Wie betaalt de tolk?")
    with held.site.parts.database.writing() as connection:
        name = held.workshop
        workshop_room.put_note(connection, name, "general", "Van mij.", seen=0, at=NOON)
        workshop_room.put_words(connection, name, "learned", "Bellen.", seen=0, at=NOON)
        agreement = workshop_room.Agreement(1, "Eén nummer")
        workshop_room.put_agreement(connection, name, agreement, at=NOON)
        documents.order(connection, name, PACK, "these", of=WORKSHOP, at=NOON)
        job = jobs.claim(connection, at=NOON)
        assert job is not None
        jobs.finish(connection, job, b"PK", at=NOON)
    return held


def left(connection: Connection) -> dict[str, int]:
    """Return how many rows each table of workshops holds."""
    return {
        name: connection.execute(
            select(func.count()).select_from(METADATA.tables[name])
        ).scalar_one()
        for name in (*KEPT, "documents")
    }


def test_everything_of_a_workshop_goes_with_its_municipality(holder: Holder) -> None:
    with holder.site.parts.database.writing() as connection:
        before = left(connection)
        erasing.erase_municipality(connection, holder.actor.municipalities[0])
        after = left(connection)

    assert set(before.values()) == {1}
    assert set(after.values()) == {0}


def test_a_workshop_of_a_name_stays_when_a_municipality_goes(tmp_path: Path) -> None:
    holder = of_a_name(a_site(tmp_path))

    with holder.site.parts.database.writing() as connection:
        erasing.erase_municipality(connection, holder.actor.municipalities[0])

        assert left(connection)["workshops"] == 1


def test_everything_of_a_workshop_goes_with_who_holds_it(holder: Holder) -> None:
    """With its notebook, its papers, and what the room showed."""
    with holder.site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, at=NOON)
        connection.execute(update(workshops).values(account_id=account))

        erasing.erase_account(connection, account, at=NOON)

        assert set(left(connection).values()) == {0}


def test_papers_go_by_themselves_and_the_workshop_stays(holder: Holder) -> None:
    with holder.site.parts.database.writing() as connection:
        soon = tidying.documents_before(connection, NOON)
        old = tidying.documents_before(connection, NOON + timedelta(days=31))
        tidying.forget(connection, "documents", old)
        after = left(connection)

    assert soon == ()
    assert len(old) == 1
    assert (after["documents"], after["workshops"]) == (0, 1)

"""What is filled in, and what was decided before publication, is kept with its scan."""

from __future__ import annotations

from tests.storage.kept import Kept
from tests.worker.queues import NOON, Town, a_town
from toolkit.domain.publication import Passage
from toolkit.storage import publishing

HERE, THERE = Passage("remarks.reply", "a" * 64), Passage("actions.what", "b" * 64)


def filled(town: Town, **texts: str) -> None:
    with town.database.writing() as connection:
        publishing.fill_in(connection, town.assessment, texts, None, at=NOON)


def blanks(town: Town) -> dict[str, str]:
    with town.database.reading() as connection:
        return dict(publishing.blanks_of(connection, town.assessment))


def test_what_is_filled_in_stays_until_it_is_made_empty(kept: Kept) -> None:
    town = a_town(kept.database)

    filled(town, case_number="Z-1", next_round="2027")
    filled(town, case_number="Z-2", next_round="")

    assert blanks(town) == {"case_number": "Z-2"}


def test_a_decision_is_written_over(kept: Kept) -> None:
    town = a_town(kept.database)

    with kept.database.writing() as connection:
        both = {HERE: True, THERE: False}
        publishing.decide(connection, town.assessment, both, None, at=NOON)
        publishing.decide(connection, town.assessment, {HERE: False}, None, at=NOON)
        found = publishing.decisions_of(connection, town.assessment)

    assert found == {HERE: False, THERE: False}


def test_another_scan_knows_nothing_of_it(kept: Kept) -> None:
    town, other = a_town(kept.database), a_town(kept.database)

    filled(town, case_number="Z-1")

    assert blanks(other) == {}

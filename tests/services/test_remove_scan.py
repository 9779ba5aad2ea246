"""A scan that is not final can be removed, with everything in it."""

import pytest

from tests.services.rounds import FILLED, NOON, Rounds
from toolkit.domain.access import Actor, NotAllowed, NotNow, Role
from toolkit.services.remove_scan import remove_scan
from toolkit.storage.assessments import NotFound


def remove(rounds: Rounds, scan: str, actor: Actor | None = None) -> None:
    with rounds.database.writing() as connection:
        remove_scan(actor or rounds.actor, connection, rounds.shelf, scan, at=NOON)


def test_a_draft_goes_with_everything_in_it(rounds: Rounds) -> None:
    scan = rounds.fill(rounds.begin(), FILLED)

    remove(rounds, scan)

    with pytest.raises(NotFound):
        rounds.opened(scan)
    with rounds.database.reading() as connection:
        query = "SELECT (SELECT count(*) FROM answers) + (SELECT count(*) FROM answer_changes)"
        assert connection.exec_driver_sql(query).scalar_one() == 0


def test_a_scan_that_is_being_corrected_stays_when_its_correction_goes(rounds: Rounds) -> None:
    old = rounds.final()

    remove(rounds, rounds.correction(old))

    assert rounds.frame(old).state == "final"
    assert rounds.frame(rounds.correction(old)).corrects == old


def test_a_final_scan_is_not_removed(rounds: Rounds) -> None:
    """R10."""
    scan = rounds.final()

    with pytest.raises(NotNow):
        remove(rounds, scan)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_who_leads_removes_a_scan(rounds: Rounds, role: Role) -> None:
    """R26."""
    scan = rounds.begin()

    with pytest.raises(NotAllowed):
        remove(rounds, scan, rounds.as_a(role))

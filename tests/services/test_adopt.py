"""Who adopted a final scan is the one thing in it that may still change."""

from datetime import date

import pytest

from tests.services.rounds import NOON, Rounds
from toolkit.catalogue import library
from toolkit.domain.access import Actor, NotAllowed, NotNow, Role
from toolkit.domain.scan import Adoption
from toolkit.services.adopt import adopt

EXECUTIVE = Adoption(date(2026, 11, 19), "2026-12")


def adopted(rounds: Rounds, scan: str, actor: Actor | None = None) -> None:
    with rounds.database.writing() as connection:
        who = actor or rounds.actor
        adopt(who, connection, rounds.shelf, library(), scan, EXECUTIVE, at=NOON)


def test_documents_say_who_adopted_the_scan_and_are_made_anew(rounds: Rounds) -> None:
    scan = rounds.final()
    before = {one.inputs for one in rounds.documents(scan)}

    adopted(rounds, scan)

    after = {one.inputs for one in rounds.documents(scan)}
    assert rounds.source(scan).scan.adoption == EXECUTIVE
    assert len(after - before) == 4


def test_nothing_else_changes(rounds: Rounds) -> None:
    scan = rounds.final()
    before = rounds.opened(scan)

    adopted(rounds, scan)

    after = rounds.opened(scan)
    assert after.kept == before.kept
    assert (after.assessment.dated, after.assessment.state) == (before.assessment.dated, "final")


def test_a_draft_is_not_adopted(rounds: Rounds) -> None:
    """R10."""
    draft = rounds.begin()

    with pytest.raises(NotNow):
        adopted(rounds, draft)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_who_leads_writes_down_who_adopted_it(rounds: Rounds, role: Role) -> None:
    """R26."""
    scan = rounds.final()

    with pytest.raises(NotAllowed):
        adopted(rounds, scan, rounds.as_a(role))

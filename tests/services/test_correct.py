"""A final scan is corrected by a copy that replaces it; the old one stays."""

from datetime import date

import pytest

from tests.services.rounds import NOON, WHY, Rounds
from toolkit.domain.access import NotAllowed, NotNow, Role
from toolkit.domain.life import Corrected
from toolkit.domain.scan import PlannedAction, Remark
from toolkit.services.correct import AlreadyBeingCorrected, correct
from toolkit.services.relatives import Replaced, relatives
from toolkit.storage import surroundings

LATER = date(2026, 12, 1)


def test_a_correction_is_a_draft_with_the_same_answers(rounds: Rounds) -> None:
    old = rounds.final()

    new = rounds.opened(rounds.correction(old))

    assert new.assessment.state == "draft"
    assert new.answers == rounds.opened(old).answers
    assert not any(kept.carried for kept in new.kept.values())


def test_a_correction_says_what_it_corrects_and_why(rounds: Rounds) -> None:
    old = rounds.final()

    frame = rounds.frame(rounds.correction(old))

    assert frame.corrects == old
    assert (frame.correction_reason, frame.correction_approver) == (WHY.reason, WHY.approver)


def test_remarks_and_actions_come_along(rounds: Rounds) -> None:
    old, foreword, action = rounds.final(), Remark("Vooraf.", "burgemeester"), PlannedAction("Doen")
    with rounds.database.writing() as connection:
        surroundings.put_remark(
            connection, old, "foreword", foreword, seen=0, account=None, at=NOON
        )
        surroundings.add_action(connection, old, action, advice="beleid.plan.low", at=NOON)

    new = rounds.source(rounds.correction(old)).scan

    assert (new.remarks.foreword, new.actions) == (foreword, (action,))


def test_an_old_scan_stays_as_it_was_until_its_correction_is_final(rounds: Rounds) -> None:
    old = rounds.final()
    before = rounds.source(old)

    rounds.fill(rounds.correction(old), {"beleid.plan": 4})

    assert rounds.source(old).scan == before.scan
    assert rounds.source(old).life.replaced is None


def test_a_final_correction_replaces_the_old_scan_and_both_say_so(rounds: Rounds) -> None:
    old = rounds.final()

    new = rounds.finish(rounds.correction(old), LATER)

    assert rounds.source(old).life.replaced == LATER
    assert rounds.source(new).life.corrects == Corrected(
        rounds.frame(old).dated, WHY.reason, WHY.approver
    )


def test_the_documents_of_a_replaced_scan_are_made_anew(rounds: Rounds) -> None:
    old = rounds.final()
    before = {one.inputs for one in rounds.documents(old)}

    rounds.finish(rounds.correction(old), LATER)

    after = {one.inputs for one in rounds.documents(old)}
    assert len(after - before) == 4


def test_the_two_lead_to_each_other(rounds: Rounds) -> None:
    old = rounds.final()
    new = rounds.finish(rounds.correction(old))

    with rounds.database.reading() as connection:
        of_old = relatives(rounds.actor, connection, rounds.frame(old))
        of_new = relatives(rounds.actor, connection, rounds.frame(new))

    assert of_old.replaced_by == rounds.frame(new)
    assert of_new.corrects == rounds.frame(old)


def test_a_scan_has_one_correction_at_a_time(rounds: Rounds) -> None:
    old = rounds.final()
    first = rounds.correction(old)

    with pytest.raises(AlreadyBeingCorrected) as caught:
        rounds.correction(old)

    assert caught.value.correction == first


def test_a_replaced_scan_is_corrected_by_way_of_its_correction(rounds: Rounds) -> None:
    old = rounds.final()
    first = rounds.finish(rounds.correction(old))

    with pytest.raises(Replaced) as caught:
        rounds.correction(old)

    assert caught.value.by == first
    assert rounds.frame(rounds.correction(first)).corrects == first


def test_a_draft_is_not_corrected(rounds: Rounds) -> None:
    """R10."""
    draft = rounds.begin()

    with pytest.raises(NotNow):
        rounds.correction(draft)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER])
def test_only_who_leads_corrects(rounds: Rounds, role: Role) -> None:
    """R26."""
    old = rounds.final()

    with pytest.raises(NotAllowed), rounds.database.writing() as connection:
        correct(rounds.as_a(role), connection, rounds.shelf, old, WHY, at=NOON)

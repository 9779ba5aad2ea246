"""A round is compared with the one before it, of the same municipality, as corrected last."""

import pytest

from tests.services.rounds import DAY, FILLED, Rounds
from toolkit.domain.access import NotNow
from toolkit.domain.comparison import Move
from toolkit.services.compare import Compared, NoEarlierRound, compare_rounds


def compared(rounds: Rounds, scan: str) -> Compared:
    with rounds.database.reading() as connection:
        return compare_rounds(rounds.actor, connection, rounds.shelf, scan)


def test_a_round_is_compared_with_the_one_before(rounds: Rounds) -> None:
    old = rounds.final({**FILLED, "beleid.plan": 0})
    new = rounds.finish(rounds.fill(rounds.next_round(old), {**FILLED, "beleid.plan": 4}))

    found = compared(rounds, new)

    moves = {row.question.id: row.move for row in found.comparison.rows}
    assert moves["beleid.plan"] is Move.UP
    assert moves["beleid.geld"] is Move.SAME
    assert (found.earlier.id, found.comparison.dated) == (old, DAY)


def test_a_round_is_compared_across_editions(rounds: Rounds) -> None:
    draft = rounds.next_round(rounds.final(), edition="2")
    new = rounds.finish(rounds.fill(draft, {"beleid.geldpot": "some", "beleid.nieuw": "yes"}))

    found = compared(rounds, new).comparison

    moves = {row.question.id: row.move for row in found.rows}
    assert moves["beleid.geldpot"] is Move.SAME
    assert moves["beleid.nieuw"] is Move.NEW
    assert found.dimensions == ()


def test_what_nobody_confirmed_moved_nowhere_and_is_counted(rounds: Rounds) -> None:
    old = rounds.final({**FILLED, "beleid.plan": 4})
    new = rounds.finish(rounds.fill(rounds.next_round(old), {"beleid.geld": "some"}))

    rounds.finish(rounds.fill(rounds.correction(old), {"beleid.plan": 0}))
    found = compared(rounds, new).comparison

    assert "beleid.plan" not in {row.question.id for row in found.rows}
    assert (found.unconfirmed, found.counts[Move.DOWN], found.dimensions) == (1, 0, ())


def test_a_corrected_round_counts_as_it_was_corrected(rounds: Rounds) -> None:
    old = rounds.final({**FILLED, "beleid.plan": 4})
    new = rounds.finish(rounds.fill(rounds.next_round(old), {"beleid.plan": 4}))
    correction = rounds.fill(rounds.correction(old), {"beleid.plan": 0})

    before = compared(rounds, new).comparison
    rounds.finish(correction)
    after = compared(rounds, new)

    assert {row.question.id: row.move for row in before.rows}["beleid.plan"] is Move.SAME
    assert after.earlier.id == correction
    assert (before.corrected, after.comparison.corrected) == (False, True)
    assert {row.question.id: row.move for row in after.comparison.rows}["beleid.plan"] is Move.UP


def test_a_correction_of_a_round_is_compared_with_the_round_before_it_too(rounds: Rounds) -> None:
    old = rounds.final()
    correction = rounds.finish(rounds.correction(rounds.finish(rounds.next_round(old))))

    assert compared(rounds, correction).earlier.id == old


def test_a_first_round_has_nothing_to_compare_with(rounds: Rounds) -> None:
    first = rounds.final()

    with pytest.raises(NoEarlierRound):
        compared(rounds, first)


def test_nothing_is_compared_while_people_are_answering(rounds: Rounds) -> None:
    draft = rounds.next_round(rounds.final())

    with pytest.raises(NotNow):
        compared(rounds, draft)


def test_a_report_says_what_changed_since_the_round_before(rounds: Rounds) -> None:
    new = rounds.finish(rounds.next_round(rounds.final()))

    assert rounds.source(new).life.comparison == compared(rounds, new).comparison


def test_a_document_is_another_one_when_the_round_before_is_corrected(rounds: Rounds) -> None:
    old = rounds.final()
    new = rounds.finish(rounds.next_round(old))
    what = rounds.documents(new)[0].what
    before = rounds.source(new).inputs(what)

    rounds.finish(rounds.fill(rounds.correction(old), {"beleid.plan": 0}))

    assert rounds.source(new).inputs(what) != before

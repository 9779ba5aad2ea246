"""The rows of documents: asked once, made once, one municipality after the other."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from tests.worker.queues import A_REPORT, NOON, PDF, Town, a_town
from toolkit.domain.access import Actor, Role
from toolkit.storage import documents, jobs
from toolkit.storage.assessments import NotFound
from toolkit.storage.database import Database
from toolkit.storage.documents import Stage
from toolkit.storage.jobs import LEASE, PAUSE


def test_the_same_document_asked_by_many_at_once_is_one_row(town: Town) -> None:
    """T47."""
    with ThreadPoolExecutor(32) as people:
        asked = list(people.map(lambda _: town.put(), range(32)))

    assert len(set(asked)) == 1
    assert len(town.documents) == 1


def test_one_document_goes_to_one_of_many_hands(town: Town, database: Database) -> None:
    """T47."""
    town.put()

    def claim(_: int) -> jobs.Job | None:
        with database.writing() as connection:
            return jobs.claim(connection, at=NOON)

    with ThreadPoolExecutor(8) as hands:
        claimed = list(hands.map(claim, range(8)))

    assert len([job for job in claimed if job is not None]) == 1


def test_what_was_made_is_kept_with_its_hash(town: Town) -> None:
    name = town.put()

    kept = town.finish(town.claim())

    assert kept
    assert town.content(name) == PDF
    assert [row.stage for row in town.documents] == [Stage.READY]


def test_a_new_version_takes_the_place_of_the_old_one_when_it_is_ready(town: Town) -> None:
    town.finish(town.claim_of("first"))
    second = town.put("second")
    before = [row.inputs for row in town.documents]

    town.finish(town.claim())

    assert sorted(before) == ["first", "second"]
    assert [row.id for row in town.documents] == [second]


def test_another_language_leaves_the_first_in_its_place(town: Town) -> None:
    town.finish(town.claim_of("dutch"))
    town.put("english", replace(A_REPORT, language="en"))

    town.finish(town.claim())

    assert {row.what.language for row in town.documents} == {"nl", "en"}


def test_a_hand_that_lost_its_lease_cannot_keep_its_result(town: Town) -> None:
    """T46, T47: the fence of the later attempt counts."""
    name = town.put()
    slow = town.claim()
    town.sweep(NOON + LEASE)
    quick = town.claim(NOON + LEASE)

    kept = (town.finish(slow, b"slow"), town.finish(quick, b"quick"), town.finish(quick, b"twice"))

    assert kept == (False, True, False)
    assert town.content(name) == b"quick"


def test_a_slow_result_is_kept_while_nobody_began_again(town: Town) -> None:
    """T46."""
    name = town.put()
    slow = town.claim()
    town.sweep(NOON + LEASE)

    kept = town.finish(slow, b"slow")

    assert kept
    assert town.content(name) == b"slow"


def test_a_lease_that_is_renewed_is_left_alone(town: Town, database: Database) -> None:
    town.put()
    job = town.claim()
    with database.writing() as connection:
        jobs.renew(connection, [job], at=NOON + LEASE / 2)

    given_back = town.sweep(NOON + LEASE)

    assert given_back == 0


def test_a_maker_that_goes_away_three_times_has_had_its_turns(town: Town) -> None:
    """T46: at most three attempts."""
    town.put()
    moments = [NOON + LEASE * turn for turn in range(4)]
    turns = [(town.claim(begun), town.sweep(over))[1] for begun, over in pairwise(moments)]

    (row,) = town.documents

    assert turns == [1, 1, 1]
    assert (row.stage, row.reason) == (Stage.FAILED, "gone")


def test_a_failure_gets_a_pause_before_its_next_attempt(town: Town, database: Database) -> None:
    town.put()
    town.fail(town.claim())

    with database.reading() as connection:
        due = [jobs.any_due(connection, at=NOON + wait) for wait in (PAUSE / 2, PAUSE)]

    assert due == [False, True]


def test_a_failed_document_gets_its_attempts_again_when_somebody_asks(town: Town) -> None:
    name = town.put()
    moments = [NOON + PAUSE * turn for turn in range(3)]
    failed = [town.fail(town.claim(at), at) for at in moments]

    again = town.put()

    assert len(failed) == 3
    assert again == name
    assert town.finish(town.claim(), b"at last")


def test_nobody_waits_for_five_hundred_documents_of_another_municipality(
    database: Database, town: Town
) -> None:
    """T91."""
    with database.writing() as connection:
        flood = [
            documents.order(connection, town.assessment, A_REPORT, str(number), at=NOON)
            for number in range(500)
        ]
    other = a_town(database)
    hers = other.put(at=NOON + timedelta(hours=1))

    turns = [town.claim(NOON + timedelta(hours=1)).document for _ in range(3)]

    assert len(flood) == 500
    assert hers in turns[:2]


def test_turns_go_round_whatever_the_clock_says(database: Database, town: Town) -> None:
    """T91, T94: the order of turns does not rest on the clock."""
    other = a_town(database)
    asked = [place.put(str(number)) for number in range(3) for place in (town, other)]
    moments = [NOON - timedelta(days=turn) for turn in range(6)]

    turns = [town.claim(at).municipality for at in moments]

    assert len(asked) == 6
    assert [turns.count(place.municipality) for place in (town, other)] == [3, 3]
    assert all(first != second for first, second in pairwise(turns))


@pytest.mark.parametrize("moved", [timedelta(days=-365), timedelta(hours=-1), timedelta(days=365)])
def test_a_clock_that_moved_keeps_no_document_for_ever(town: Town, moved: timedelta) -> None:
    """T94."""
    town.put()
    lost = town.claim(NOON)

    given_back = town.sweep(NOON + moved)

    assert given_back == 1
    assert town.finish(town.claim(NOON + moved), b"made again")
    assert not town.finish(lost, b"too late")


def test_a_document_is_not_there_for_another_municipality(town: Town, database: Database) -> None:
    """T4, T6."""
    name = town.put()
    town.finish(town.claim())
    stranger = Actor("", {a_town(database).municipality: Role.COORDINATOR})

    with database.reading() as connection:
        seen = documents.visible_to(stranger, connection)

        assert seen.of(town.assessment) == ()
        with pytest.raises(NotFound):
            seen.get(name)
        with pytest.raises(NotFound):
            seen.content(name)


def test_a_document_that_is_not_made_yet_has_no_bytes(town: Town) -> None:
    name = town.put()

    with pytest.raises(NotFound):
        town.content(name)

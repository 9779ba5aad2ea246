"""The start page says what waits, to whom it concerns, and only for the scan that counts now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from tests.services.rounds import DAY, NOON, Rounds
from toolkit.catalogue import library
from toolkit.domain.access import Actor, NotAllowed, NotNow, Role
from toolkit.domain.scan import ActionStatus, PlannedAction
from toolkit.services.tell_back import ToldBack, tell_back
from toolkit.services.what_waits import LONG_ENOUGH, Waiting, what_waits
from toolkit.storage import surroundings

LATER = NOON + LONG_ENOUGH
AGAIN = date(2027, 6, 1)


def waits(rounds: Rounds, at: datetime = NOON, actor: Actor | None = None) -> Waiting:
    with rounds.database.reading() as connection:
        return what_waits(actor or rounds.actor, connection, at=at)


def plan(rounds: Rounds, scan: str, what: str, due: date, status: ActionStatus = "busy") -> None:
    action = PlannedAction(what, due=due, status=status, child_notices="Dit", reason="Dat")
    with rounds.database.writing() as connection:
        surroundings.add_action(connection, scan, action, at=NOON)


def tell(rounds: Rounds, scan: str, days: ToldBack, actor: Actor | None = None) -> None:
    with rounds.database.writing() as connection:
        who = actor or rounds.actor
        tell_back(who, connection, rounds.shelf, library(), scan, days, at=NOON)


def due(waiting: Waiting) -> list[tuple[str, bool]]:
    return [(one.kept.action.what, one.late) for one in waiting.due]


def test_what_is_late_or_near_stands_first_day_first(rounds: Rounds) -> None:
    scan = rounds.begin()
    plan(rounds, scan, "nabij", DAY + timedelta(days=14))
    plan(rounds, scan, "ver", DAY + timedelta(days=15))
    plan(rounds, scan, "laat", DAY - timedelta(days=1))
    plan(rounds, scan, "vandaag", DAY)

    waiting = waits(rounds)

    assert due(waiting) == [("laat", True), ("vandaag", False), ("nabij", False)]


@pytest.mark.parametrize("status", ["done", "dropped"])
def test_what_is_over_waits_for_nobody(rounds: Rounds, status: ActionStatus) -> None:
    plan(rounds, rounds.begin(), "over", DAY, status)

    assert due(waits(rounds)) == []


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.READER, Role.ADVISOR])
def test_actions_wait_for_who_leads(rounds: Rounds, role: Role) -> None:
    """R26."""
    plan(rounds, rounds.begin(), "laat", DAY)

    assert due(waits(rounds, actor=rounds.as_a(role))) == []


def test_an_action_that_came_along_waits_once(rounds: Rounds) -> None:
    scan = rounds.final()
    plan(rounds, scan, "laat", DAY)
    rounds.correction(scan)
    rounds.next_round(scan)

    assert len(waits(rounds).due) == 1


@pytest.mark.parametrize(
    ("role", "waits_for"),
    [
        (Role.COORDINATOR, True),
        (Role.DEPUTY, True),
        (Role.CONTRIBUTOR, True),
        (Role.READER, True),
        (Role.ADVISOR, False),
    ],
)
def test_after_three_months_every_member_hears_that_young_people_heard_nothing(
    rounds: Rounds, role: Role, *, waits_for: bool
) -> None:
    scan = rounds.final()

    early = waits(rounds, LATER - timedelta(1), rounds.as_a(role))
    late = waits(rounds, LATER, rounds.as_a(role))

    assert early.untold == ()
    assert [one.id for one in late.untold] == [scan] * waits_for


def test_once_they_heard_nobody_is_asked_until_the_next_day(rounds: Rounds) -> None:
    scan = rounds.final()
    tell(rounds, scan, ToldBack(DAY, AGAIN))

    before = waits(rounds, datetime(2027, 5, 31, 12, tzinfo=NOON.tzinfo))
    on_the_day = waits(rounds, datetime(2027, 6, 1, 12, tzinfo=NOON.tzinfo))

    assert before.untold == before.again == ()
    assert [one.id for one in on_the_day.again] == [scan]


def test_a_scan_that_was_replaced_asks_nothing(rounds: Rounds) -> None:
    scan = rounds.final()
    correction = rounds.finish(rounds.correction(scan))

    waiting = waits(rounds, LATER)

    assert [one.id for one in waiting.untold] == [correction]


def test_a_correction_of_what_a_round_followed_asks_nothing(rounds: Rounds) -> None:
    scan = rounds.final()
    plan(rounds, scan, "laat", DAY)
    following = rounds.next_round(scan)
    rounds.finish(rounds.correction(scan))

    waiting = waits(rounds)

    assert [one.scan.id for one in waiting.due] == [following]


def test_documents_name_the_day_on_which_young_people_hear_more(rounds: Rounds) -> None:
    scan = rounds.final()
    before = rounds.source(scan)

    tell(rounds, scan, ToldBack(DAY, AGAIN))

    after = rounds.source(scan)
    assert (before.life.tell_again, after.life.tell_again) == (None, AGAIN)
    assert replace(after.life, tell_again=None) == before.life


def test_only_who_leads_writes_it_down_and_only_of_a_final_scan(rounds: Rounds) -> None:
    """R26."""
    final, draft = rounds.final(), rounds.begin()

    with pytest.raises(NotNow):
        tell(rounds, draft, ToldBack(DAY, None))
    with pytest.raises(NotAllowed):
        tell(rounds, final, ToldBack(DAY, None), rounds.as_a(Role.CONTRIBUTOR))

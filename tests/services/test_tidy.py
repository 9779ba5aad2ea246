"""What was kept long enough goes; people's work only after a month's notice (T100, R33)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from tests.services.rounds import NOON, Rounds
from tests.services.test_erase import member
from toolkit.domain.access import NotAllowed, Role
from toolkit.domain.answers import UNKNOWN
from toolkit.domain.retention import TERMS, Term, terms
from toolkit.services.tidy import Tidied, announced_to, keep_draft, tidy, tidy_daily
from toolkit.storage import assessments, jobs, sessions, tokens
from toolkit.storage.sessions import Limits

DAY = timedelta(days=1)
MONTH = timedelta(days=30)
OLD = NOON + timedelta(days=TERMS["drafts"].days + 1)
USUAL: Mapping[str, int] = {}
NOUGHT = dict.fromkeys(TERMS, 0)
ONLY_DRAFTS = {name: Term(0) for name in TERMS} | {"drafts": Term(10)}


def tidied(
    rounds: Rounds, at: datetime, *, dry: bool = False, days: Mapping[str, int] = USUAL
) -> Tidied:
    """Tidy at a moment, with these terms in the place of the usual ones."""
    with rounds.database.writing() as connection:
        return tidy(connection, terms(days), at=at, dry=dry)


def scans(rounds: Rounds) -> set[str]:
    """Return the scans that are there."""
    with rounds.database.reading() as connection:
        return {one.id for one in assessments.visible_to(rounds.actor, connection).all()}


def test_a_draft_goes_a_month_after_it_was_announced(rounds: Rounds) -> None:
    """T100."""
    scan = rounds.begin()

    first = tidied(rounds, OLD)
    early = tidied(rounds, OLD + MONTH - DAY)
    late = tidied(rounds, OLD + MONTH)

    assert (first.announced, first.drafts) == ((scan,), ())
    assert early.drafts == ()
    assert late.drafts == (scan,)
    assert scans(rounds) == set()


def test_however_late_it_is_a_draft_is_announced_first(rounds: Rounds) -> None:
    """T100, T38: a clock that jumps years ahead takes nothing away at once."""
    scan = rounds.begin()

    done = tidied(rounds, NOON + timedelta(days=10_000))

    assert done.drafts == ()
    assert scans(rounds) == {scan}


def test_a_notice_of_a_clock_that_was_set_back_begins_anew(rounds: Rounds) -> None:
    """T100, T94."""
    scan = rounds.begin()
    tidied(rounds, OLD + timedelta(days=365))

    again = tidied(rounds, OLD)
    early = tidied(rounds, OLD + MONTH - DAY)

    assert again.announced == (scan,)
    assert early.drafts == ()


def test_who_changes_a_draft_keeps_it(rounds: Rounds) -> None:
    scan = rounds.begin()
    tidied(rounds, NOON + MONTH, days={"drafts": 40})
    rounds.fill(scan, {"beleid.plan": UNKNOWN})
    with rounds.database.writing() as connection:
        keep_draft(rounds.actor, connection, scan, at=NOON + MONTH)

    done = tidied(rounds, NOON + 2 * MONTH, days={"drafts": 40})

    assert done.drafts == ()
    assert scans(rounds) == {scan}


def test_who_leads_hears_of_it_and_nobody_else(rounds: Rounds) -> None:
    """R26."""
    scan = rounds.begin()
    tidied(rounds, OLD)

    with rounds.database.reading() as connection:
        (told,) = announced_to(rounds.actor, connection)
        others = announced_to(rounds.as_a(Role.CONTRIBUTOR), connection)

    assert (told.scan.id, told.goes, others) == (scan, OLD + MONTH, ())


def test_only_who_leads_keeps_a_draft(rounds: Rounds) -> None:
    """R26."""
    scan = rounds.begin()

    with rounds.database.writing() as connection, pytest.raises(NotAllowed):
        keep_draft(rounds.as_a(Role.READER), connection, scan, at=NOON)


def test_a_final_scan_never_goes_it_is_only_named(rounds: Rounds) -> None:
    """T100."""
    scan = rounds.final()
    late = NOON + timedelta(days=20_000)

    tidied(rounds, late)
    done = tidied(rounds, late + 2 * MONTH)

    assert done.final == (scan,)
    assert done.drafts == ()
    assert scans(rounds) == {scan}


def test_nought_keeps_for_good(rounds: Rounds) -> None:
    """T100: the limit 0."""
    scan = rounds.begin()
    late = NOON + timedelta(days=20_000)

    tidied(rounds, late, days=NOUGHT)
    done = tidied(rounds, late + 2 * MONTH, days=NOUGHT)

    assert done == Tidied(dict.fromkeys(done.gone, 0))
    assert scans(rounds) == {scan}


def test_a_term_that_is_chosen_counts(rounds: Rounds) -> None:
    """T100: override."""
    scan = rounds.begin()

    done = tidied(rounds, NOON + MONTH, days={"drafts": 40})

    assert done.announced == (scan,)


def test_a_leap_day_is_a_day() -> None:
    """T100, T38."""
    leap = datetime(2028, 2, 29, 12, tzinfo=UTC)

    assert Term(365).over(leap) == datetime(2027, 3, 1, 12, tzinfo=UTC)
    assert Term(366).over(datetime(2028, 3, 1, 12, tzinfo=UTC)) == datetime(
        2027, 3, 1, 12, tzinfo=UTC
    )


def test_saying_what_would_go_changes_nothing(rounds: Rounds) -> None:
    scan = rounds.begin()
    tidied(rounds, OLD)

    would = tidied(rounds, OLD + MONTH, dry=True)
    done = tidied(rounds, OLD + MONTH)

    assert would.drafts == done.drafts == (scan,)


def test_a_document_in_the_making_stays(rounds: Rounds) -> None:
    """T100: of a draft, once it is ready and old, it goes."""
    scan = rounds.fill(rounds.begin(), {"beleid.plan": UNKNOWN})
    with rounds.database.writing() as connection:
        assessments.set_state(connection, scan, "in_review")
    rounds.order(scan)
    with rounds.database.writing() as connection:
        job = jobs.claim(connection, at=NOON)
    busy = tidied(rounds, NOON + 2 * MONTH)
    assert job is not None
    with rounds.database.writing() as connection:
        jobs.finish(connection, job, b"%PDF-", at=NOON)

    ready = tidied(rounds, NOON + 2 * MONTH)

    assert (busy.gone["documents"], ready.gone["documents"]) == (0, 1)


def test_old_sessions_and_links_go_and_living_ones_stay(rounds: Rounds) -> None:
    """T100."""
    someone = member(rounds)
    late = NOON + timedelta(days=400)
    with rounds.database.writing() as connection:
        cookie = sessions.begin(connection, someone.account, at=late)
        link = tokens.make(connection, someone.account, tokens.SIGN_IN, at=late)

    done = tidied(rounds, late + timedelta(minutes=1))

    with rounds.database.reading() as connection:
        assert sessions.living(connection, cookie, Limits(), at=late) is not None
        assert tokens.may_be_used(connection, link, tokens.SIGN_IN, at=late)
    assert (done.gone["sessions"], done.gone["tokens"]) == (1, 1)


def test_who_was_not_here_for_two_years_is_forgotten(rounds: Rounds) -> None:
    """T100, T101: not who leads."""
    member(rounds)

    done = tidied(rounds, OLD)
    again = tidied(rounds, OLD + DAY)

    assert (done.gone["accounts"], again.gone["accounts"]) == (1, 0)


def test_it_is_done_once_a_day(rounds: Rounds) -> None:
    scan = rounds.begin()
    late = NOON + 2 * MONTH

    tidy_daily(rounds.database, ONLY_DRAFTS, at=late)
    tidy_daily(rounds.database, ONLY_DRAFTS, at=late + DAY - timedelta(minutes=1))
    tidy_daily(rounds.database, ONLY_DRAFTS, at=late + MONTH)

    assert scan not in scans(rounds)

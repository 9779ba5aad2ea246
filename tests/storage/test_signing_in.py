"""Sessions end, links work once and for a while, whatever the clock does (T17, T94)."""

from datetime import datetime, timedelta

import pytest

from tests.storage.kept import NOON, Kept
from toolkit.storage import accounts, sessions, tokens
from toolkit.storage.sessions import Limits
from toolkit.storage.tokens import INVITATION, SIGN_IN

MINUTE, HOUR, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=365)


def lives(kept: Kept, secret: str, at: datetime, limits: Limits | None = None) -> bool:
    with kept.database.reading() as connection:
        return sessions.living(connection, secret, limits or Limits(), at=at) is not None


def works(kept: Kept, secret: str, at: datetime) -> bool:
    with kept.database.reading() as connection:
        return tokens.may_be_used(connection, secret, SIGN_IN, at=at)


@pytest.mark.parametrize(
    ("later", "alive"),
    [(MINUTE, True), (29 * MINUTE, True), (31 * MINUTE, False), (YEAR, False), (-HOUR, False)],
    ids=str,
)
def test_a_session_ends_when_nobody_uses_it_and_when_the_clock_goes_back(
    kept: Kept, later: timedelta, *, alive: bool
) -> None:
    secret = kept.cookie()

    assert lives(kept, secret, NOON + later) is alive


def test_a_session_in_use_ends_after_its_whole_time(kept: Kept) -> None:
    secret = kept.cookie()
    with kept.database.writing() as connection:
        sessions.touch(connection, secret, at=NOON + 12 * HOUR)

    assert lives(kept, secret, NOON + 12 * HOUR - MINUTE)
    assert not lives(kept, secret, NOON + 12 * HOUR + MINUTE)


def test_an_ended_session_stays_ended(kept: Kept) -> None:
    """T17."""
    first, second = kept.cookie(), kept.cookie()
    with kept.database.writing() as connection:
        sessions.end(connection, first, at=NOON)
        one_left = sessions.any_living(connection, Limits(), at=NOON)
        sessions.end_all_of(connection, kept.actor.account, at=NOON)

    assert one_left
    assert not lives(kept, first, NOON)
    assert not lives(kept, second, NOON)


@pytest.mark.parametrize(
    ("later", "usable"),
    [(MINUTE, True), (29 * MINUTE, True), (31 * MINUTE, False), (YEAR, False), (-YEAR, False)],
    ids=str,
)
def test_a_link_works_for_half_an_hour(kept: Kept, later: timedelta, *, usable: bool) -> None:
    secret = kept.link()

    assert works(kept, secret, NOON + later) is usable


def test_only_a_hash_of_a_secret_is_kept(kept: Kept) -> None:
    link, cookie = kept.link(), kept.cookie()

    kept.database.close()

    whole = kept.database.file.read_bytes()
    assert link.encode() not in whole
    assert cookie.encode() not in whole


def test_who_came_by_an_invitation_leads_nothing(kept: Kept) -> None:
    """T2, R24: also where the account leads the municipality that the invitation opens."""
    with kept.database.reading() as connection:
        whole = accounts.actor(connection, kept.actor.account, at=NOON)
        assert whole is not None
        places = frozenset(whole.roles)
        linked = accounts.actor(connection, kept.actor.account, at=NOON, places=places)

    assert linked is not None
    assert (len(whole.roles), len(linked.roles)) == (1, 0)


def test_a_link_works_for_what_it_was_made_for_only(kept: Kept) -> None:
    """R23, T17: one to choose a password with, or to fill in with, lets nobody sign in."""
    secret = kept.link()

    with kept.database.writing() as connection:
        used = tokens.use(connection, secret, INVITATION, at=NOON)

    assert used is None
    assert works(kept, secret, NOON)

"""Guessing is slow, from one address and from many; the owner still gets in (T11)."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.storage.kept import NOON, Kept
from toolkit.services import throttle
from toolkit.services.throttle import TooSoon, Tried

SECRET, EMAIL = "s" * 40, "anna@voorbeeldstad.example"
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


def tried(kept: Kept, tries: tuple[Tried, ...], at: datetime) -> bool:
    """Return whether a wrong password was looked at, or somebody was told to wait."""
    try:
        with kept.database.writing() as connection:
            throttle.knock(connection, tries, at=at)
    except TooSoon:
        return False
    return True


def one_a_second(kept: Kept, patterns: list[tuple[Tried, ...]]) -> int:
    """Return how many of these tries were looked at."""
    return sum(tried(kept, one, NOON + SECOND * nth) for nth, one in enumerate(patterns))


def from_address(number: int, email: str = EMAIL, device: str = "") -> tuple[Tried, ...]:
    return throttle.tries(SECRET, email, f"192.0.2.{number}", device)


def test_many_addresses_guess_the_password_of_one_account_slowly(kept: Kept) -> None:
    """T11, R19: a hundred tries, each from another address."""
    assert one_a_second(kept, [from_address(number) for number in range(100)]) == 11


def test_one_address_guesses_the_passwords_of_many_accounts_slowly(kept: Kept) -> None:
    """T11, R19: a hundred accounts, from one address."""
    tries = [from_address(1, f"nr{number}@voorbeeldstad.example") for number in range(100)]

    assert one_a_second(kept, tries) == 26


def test_in_an_hour_one_account_is_guessed_at_a_few_times(kept: Kept) -> None:
    """T11: as often as the brake lets somebody who never stops."""
    looked_at = sum(tried(kept, from_address(1), NOON + SECOND * 5 * nth) for nth in range(720))

    assert looked_at < 20


def test_the_owner_gets_in_from_a_device_on_which_that_was_done_before(kept: Kept) -> None:
    """T11, R19: nobody is locked out by somebody else who guesses."""
    device = throttle.device_for(SECRET, EMAIL)
    one_a_second(kept, [from_address(number) for number in range(100)])

    assert tried(kept, from_address(200, device=device), NOON + 100 * SECOND)
    assert not tried(kept, from_address(200), NOON + 100 * SECOND)


@pytest.mark.parametrize(
    "device",
    ["", ".", "x.y", throttle.device_for("other" * 9, EMAIL)],
    ids=["nothing", "a dot", "two words", "of another key"],
)
def test_what_is_no_device_of_this_account_gives_nothing(kept: Kept, device: str) -> None:
    """T11: neither one of another installation."""
    one_a_second(kept, [from_address(number) for number in range(20)])

    assert not tried(kept, from_address(200, device=device), NOON + 20 * SECOND)


def test_the_device_of_another_account_gives_nothing(kept: Kept) -> None:
    """T11."""
    device = throttle.device_for(SECRET, "eva@voorbeeldstad.example")
    one_a_second(kept, [from_address(number) for number in range(20)])

    assert not tried(kept, from_address(200, device=device), NOON + 20 * SECOND)


def test_a_stolen_device_is_as_slow_as_anything(kept: Kept) -> None:
    """T11."""
    device = throttle.device_for(SECRET, EMAIL)

    assert one_a_second(kept, [from_address(1, device=device)] * 100) == 11


def test_nobody_waits_longer_than_a_quarter_of_an_hour(kept: Kept) -> None:
    """R19: a wait is no lock."""
    later = [NOON + HOUR * nth for nth in range(22)]
    looked_at = [tried(kept, from_address(1), at) for at in later]

    assert all(looked_at)
    assert not tried(kept, from_address(1), later[-1] + SECOND)
    assert tried(kept, from_address(1), later[-1] + throttle.LONGEST_WAIT)


def test_a_day_later_everything_is_forgotten(kept: Kept) -> None:
    one_a_second(kept, [from_address(1)] * 50)

    tomorrow = [
        (from_address(1), NOON + timedelta(days=1, minutes=2) + SECOND * n) for n in range(6)
    ]

    assert [tried(kept, tries, at) for tries, at in tomorrow] == [True] * 6


def test_only_failures_count(kept: Kept) -> None:
    """R19: who signs in a hundred times waits for nothing."""
    tries = from_address(1)

    looked_at = [signed_in(kept, tries, NOON + SECOND * nth) for nth in range(100)]

    assert all(looked_at)


def signed_in(kept: Kept, tries: tuple[Tried, ...], at: datetime) -> bool:
    looked_at = tried(kept, tries, at)
    with kept.database.writing() as connection:
        throttle.opened(connection, tries)
    return looked_at


def test_somebody_who_gets_in_does_not_vouch_for_the_rest_of_an_address(kept: Kept) -> None:
    """T11: an own account is no way to go on guessing at those of others."""
    one_a_second(kept, [from_address(1, f"nr{n}@voorbeeldstad.example") for n in range(100)])

    with kept.database.writing() as connection:
        throttle.opened(connection, from_address(1))

    assert not tried(kept, from_address(1, "nog@voorbeeldstad.example"), NOON + 100 * SECOND)


def test_a_clock_that_was_set_back_makes_nobody_wait_longer(kept: Kept) -> None:
    """T38."""
    one_a_second(kept, [from_address(1)] * 50)
    before = NOON - timedelta(days=30)

    with kept.database.writing() as connection, pytest.raises(TooSoon) as told:
        throttle.knock(connection, from_address(1), at=before)

    assert told.value.wait <= throttle.LONGEST_WAIT


def test_what_was_tried_is_not_readable_in_the_data(kept: Kept) -> None:
    one_a_second(kept, [from_address(1)])

    kept.database.close()

    whole = kept.database.file.read_bytes()
    assert EMAIL.encode() not in whole
    assert b"192.0.2.1" not in whole

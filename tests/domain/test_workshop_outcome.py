"""What a workshop brought, as far as it can be worked out without anything else."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.domain.workshop_outcome import months_after, round_to_call

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 14), 3, date(2026, 4, 14)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 29), 3, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 8, 31), 3, date(2026, 11, 30)),
    ],
)
def test_a_day_that_does_not_exist_is_the_last_of_its_month(
    day: date, months: int, later: date
) -> None:
    assert months_after(day, months) == later


@given(day=DAYS, months=st.integers(0, 24))
def test_so_many_months_later_is_in_the_month_that_is_so_far(day: date, months: int) -> None:
    later = months_after(day, months)

    between = (later.year - day.year) * 12 + later.month - day.month
    assert between == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])


@pytest.mark.parametrize(
    ("today", "filled", "months"),
    [
        (date(2026, 3, 13), (), 0),
        (date(2026, 3, 14), (), 3),
        (date(2026, 3, 14), (3,), 0),
        (date(2026, 12, 13), (), 3),
        (date(2026, 12, 14), (), 12),
        (date(2026, 12, 14), (3,), 12),
        (date(2026, 12, 14), (12,), 0),
        (date(2030, 1, 1), (3,), 12),
    ],
)
def test_a_workshop_is_called_about_from_a_month_before(
    today: date, filled: tuple[int, ...], months: int
) -> None:
    assert round_to_call(date(2026, 1, 14), filled, today) == months

"""Facts that age: when they were checked, how sure we are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from toolkit.domain.fields import Day, Model, Whole

Certainty = Literal["V", "M", "V/M"]


class Dated(Model):
    """A fact with the day it was checked and the number of days that holds."""

    checked_on: Day
    valid_for: Whole

    def is_past(self, day: date) -> bool:
        """Return whether the fact must be checked again before it is used on this day."""
        return day > self.checked_on + timedelta(days=self.valid_for)

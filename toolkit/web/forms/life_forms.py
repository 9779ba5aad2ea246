"""The forms of what may still be said of a final scan: why it is corrected, who adopted it."""

from __future__ import annotations

from datetime import date

from wtforms import StringField

from toolkit.domain.scan import Adoption
from toolkit.services.correct import Why
from toolkit.services.tell_back import ToldBack
from toolkit.web.days import today
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import day_in
from toolkit.wording import N_, Wording

NO_DAY = N_("Write on which day the executive adopted it, such as 31-12-2026.")
NOT_TOLD_YET = N_("This day is still to come. Write the day on which young people heard it.")
NOT_LATER = N_("Choose a day after the one on which young people heard it.")
NOT_YET = N_("This day is still to come. Write the day on which the executive adopted the scan.")


class ToldBackForm(KeptForm):
    """When young people heard back, and when they hear more."""

    subject = "told_back"
    looked_at = ()

    told = StringField()
    again = StringField()

    @classmethod
    def of(cls, told: date | None, again: date | None) -> ToldBackForm:
        """Return the form with the days that are kept."""
        days = {"told": told, "again": again}
        return cls(data={name: day.isoformat() if day else "" for name, day in days.items()})

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept: told on a day that has come, more on a later one."""
        if super().sound(words):
            days = self.read()
            if days.told is not None and days.told > today():
                self.told.errors = (words(NOT_TOLD_YET),)
            elif days.told is not None and days.again is not None and days.again <= days.told:
                self.again.errors = (words(NOT_LATER),)
        return not self.wrong

    def read(self) -> ToldBack:
        """Return both days; the form has to be sound."""
        return ToldBack(day_in(self.written("told")), day_in(self.written("again")))


class CorrectionForm(KeptForm):
    """Why a scan is corrected, and which function approved that."""

    subject = "correction"
    looked_at = ("reason", "approver")

    reason = StringField()
    approver = StringField()

    def read(self) -> Why:
        """Return what was sent; it has to be sound."""
        return Why(self.written("reason"), self.written("approver"))


class RectificationForm(KeptForm):
    """The exact text that has to go; it is never looked at for what it may give away."""

    subject = "rectification"
    looked_at = ()

    text = StringField()


class AdoptionForm(KeptForm):
    """Who adopted a scan, on which day, by which decision."""

    subject = "adoption"
    looked_at = ("decision",)

    by = StringField()
    day = StringField()
    decision = StringField()

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; the executive adopts on a day that has come."""
        if super().sound(words) and self.written("by") == "executive":
            day = day_in(self.written("day"))
            if day is None:
                self.day.errors = (words(NO_DAY),)
            elif day > today():
                self.day.errors = (words(NOT_YET),)
        return not self.wrong

    def read(self) -> Adoption | None:
        """Return the decision of the executive, if it was that; the form has to be sound."""
        day = day_in(self.written("day"))
        if self.written("by") != "executive" or day is None:
            return None
        return Adoption(day, self.written("decision"))

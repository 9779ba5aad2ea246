"""The forms of what may still be said of a final scan: why it is corrected, who adopted it."""

from __future__ import annotations

from collections.abc import Mapping

from wtforms import StringField

from toolkit.services.correct import Why
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import day_of
from toolkit.wording import N_, Wording

NO_DAY = N_("Write on which day the executive adopted it, such as 2026-12-31.")
OFFICIALS = N_("adopted by the officials")
EXECUTIVE = N_("adopted by the municipal executive on %(day)s")
BY_DECISION = N_("adopted by the municipal executive on %(day)s, decision %(decision)s")
EMPTY: Mapping[str, str] = {}


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
        """Return whether it can be kept; the executive adopts on a day."""
        super().sound(words)
        if self.written("by") == "executive" and not self.written("day") and not self.day.errors:
            self.day.errors = (words(NO_DAY),)
        return not self.wrong

    def read(self, words: Wording) -> str:
        """Return the status in the words of documents; the form has to be sound."""
        day, decision = day_of(self.written("day")), self.written("decision")
        if self.written("by") != "executive" or day is None:
            return words(OFFICIALS)
        sentence = BY_DECISION if decision else EXECUTIVE
        return words(sentence, day=words.day(day), decision=decision)

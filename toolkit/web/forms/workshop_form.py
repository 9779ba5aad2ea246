"""The forms with which a workshop is begun and changed: whose it is, its day, length and story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from re import ASCII, fullmatch

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.workshop_plan import Plan
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import NO_NAME, Day, Line, Refused, Rule, day_in
from toolkit.wording import N_, Wording

AN_HOUR = 60
LONGEST_NAME = 100
HOURS = r"([0-9]{1,2})(?:[.,]([0-9]{1,2}))?"
NO_HOURS = N_("Write the number of hours, such as 3.5.")
TOO_SHORT = N_("A workshop takes at least %(least)s minutes. Give more hours.")
TOO_LONG = N_("A workshop takes 10 hours at most. Give fewer hours.")


@dataclass(frozen=True, slots=True)
class Hours(Line):
    """A number of hours, with half hours or minutes as decimals."""

    longest: int = 5

    def read(self, sent: str) -> str:
        """Return the number as it was written; raise `Refused`."""
        text = Line.read(self, sent)
        if not fullmatch(HOURS, text, ASCII):
            raise Refused(NO_HOURS)
        return text


class NameForm(KeptForm):
    """The name of a municipality of which there is nothing else."""

    looked_at = ()

    name = StringField()

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return {"name": Line(longest=LONGEST_NAME, empty=NO_NAME)}


class WorkshopForm(KeptForm):
    """The day of a workshop, its length, and the case that it tells."""

    looked_at = ()

    day = StringField()
    hours = StringField()
    scenario = StringField()

    @classmethod
    def of(
        cls,
        plan: Plan,
        version: int,
        day: date | None,
        words: Wording,
        sent: MultiDict[str, str] | None = None,
    ) -> WorkshopForm:
        """Return the form with what is kept, or with what was sent."""
        texts = {
            "day": day.isoformat() if day else "",
            "hours": words.number(round(Decimal(plan.minutes) / AN_HOUR, 2)),
            "scenario": plan.scenario or "",
        }
        return cls.holding(texts, version, sent)

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return {"day": Day(), "hours": Hours(), "scenario": Line()}

    @property
    def chosen_day(self) -> date | None:
        """The day that was chosen; it has to be sound."""
        return day_in(self.written("day"))

    @property
    def minutes(self) -> int:
        """The length in minutes; it has to be sound."""
        return round(Decimal(self.written("hours").replace(",", ".")) * AN_HOUR)

    def asks_anew(self, plan: Plan) -> bool:
        """Return whether it asks another length or story than the plan has."""
        return self.minutes != plan.minutes or self.written("scenario") != (plan.scenario or "")

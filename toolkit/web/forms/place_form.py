"""The form of what a municipality says of itself."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField

from toolkit.storage.looks import About
from toolkit.web.forms.rules import RULES, read
from toolkit.wording import Wording


class PlaceForm(Form):
    """The code, the region and the number of residents."""

    code = StringField()
    region = StringField()
    population = StringField()

    @classmethod
    def of(cls, known: About, sent: MultiDict[str, str] | None = None) -> PlaceForm:
        """Return the form with what is known, or with what was sent."""
        residents = "" if known.population is None else str(known.population)
        return cls(sent, code=known.code, region=known.region, population=residents)

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        return read(self, RULES["about_place"], words)

    def said(self) -> About:
        """Return what it says; it has to be sound."""
        residents = str(self.population.data or "")
        return About(
            str(self.code.data), str(self.region.data), int(residents) if residents else None
        )

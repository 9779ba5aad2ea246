"""The forms of the page with who fills in: whom to ask, by when, and when the outcome is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wtforms import Form, StringField

from toolkit.domain.library import Role
from toolkit.services.invite import Wish
from toolkit.web.forms.rules import NOT_OFFERED, RULES, day_in, read
from toolkit.wording import Wording


class InvitationForm(Form):
    """Whom somebody asks: the name that colleagues use, the function, an address, a day."""

    name = StringField()
    function = StringField()
    email = StringField()
    due = StringField()

    def sound(self, roles: Mapping[str, Role], words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        sound = read(self, RULES["invitation"], words)
        if self.function.data not in roles:
            self.function.errors = (words(NOT_OFFERED),)
        return sound and not self.function.errors

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

    def read(self) -> Wish:
        """Return what was sent; it has to be sound."""
        return Wish(
            name=str(self.name.data),
            function=str(self.function.data),
            email=str(self.email.data),
            due=day_in(str(self.due.data)),
        )


class OutcomeDayForm(Form):
    """The day on which everybody hears the outcome."""

    day = StringField()

    def sound(self, words: Wording) -> bool:
        """Return whether it is a day, or nothing."""
        return read(self, RULES["outcome_day"], words)

    def read(self) -> date | None:
        """Return the day; the form has to be sound."""
        return day_in(str(self.day.data))

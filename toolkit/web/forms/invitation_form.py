"""The forms of the page with who fills in: whom to ask, by when, and when the outcome is there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from wtforms import Form, StringField

from toolkit.domain.library import Role
from toolkit.services.invite import Wish
from toolkit.web.forms.people_forms import NUMBER_NEEDED
from toolkit.web.forms.rules import NOT_OFFERED, RULES, day_in, read
from toolkit.wording import Wording


class InvitationForm(Form):
    """Whom somebody asks: who takes part already, or a name and an address; function and day."""

    person = StringField()
    name = StringField()
    function = StringField()
    email = StringField()
    number = StringField()
    due = StringField()

    def sound(self, roles: Mapping[str, Role], known: Collection[int], words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields.

        ``known`` are the numbers of the people that can be chosen; who is chosen needs no name.
        """
        rules = RULES["invitation"]
        sound = read(self, {"due": rules["due"]} if self.person.data else rules, words)
        if self.person.data and self.person.data not in map(str, known):
            self.person.errors = (words(NOT_OFFERED),)
        if self.function.data not in roles:
            self.function.errors = (words(NOT_OFFERED),)
        return sound and not self.wrong

    def ask_number(self, words: Wording) -> None:
        """Say that the number of the account is needed too."""
        self.number.errors = (words(NUMBER_NEEDED),)

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

    def read(self) -> Wish:
        """Return what was sent; it has to be sound."""
        return Wish(
            name=str(self.name.data or ""),
            function=str(self.function.data),
            email=str(self.email.data or ""),
            due=day_in(str(self.due.data)),
            number=str(self.number.data or ""),
            member=int(self.person.data) if self.person.data else None,
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

"""The forms with which somebody is let in: as a member, as an advisor, another municipality."""

from __future__ import annotations

from datetime import date

from wtforms import Form, StringField

from toolkit.domain.access import Role
from toolkit.services.let_person_in import Whom
from toolkit.services.manage_members import ROLES
from toolkit.web.forms.rules import NOT_OFFERED, RULES, day_in, read
from toolkit.wording import N_, Wording

NUMBER_NEEDED = N_(
    "There is an account with this address already. Ask this person for the number of the account, "
    "on their page “Your account”, and write it here: so you know whom you let in."
)
NOT_THAT_LONG = N_("Choose a day from today, and no more than a year ahead.")
NO_SUCH_PLACE = N_("No other municipality here is called that. Write its name as it stands here.")


class _Told(Form):
    """A form that tells what is wrong with its fields."""

    subject = ""

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        return read(self, RULES[self.subject], words)

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

    def written(self, name: str) -> str:
        """Return what a field holds."""
        return str(self[name].data or "")


class _PersonForm(_Told):
    name = StringField()
    email = StringField()
    number = StringField()

    def whom(self) -> Whom:
        """Return whom it names; it has to be sound."""
        return Whom(self.written("name"), self.written("email"), self.written("number"))

    def ask_number(self, words: Wording) -> None:
        """Say that the number is needed too."""
        self.number.errors = (words(NUMBER_NEEDED),)


class MemberForm(_PersonForm):
    """Somebody who comes to belong to a municipality, and in which role."""

    subject = "member"
    role = StringField()

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept."""
        sound = super().sound(words)
        if self.chosen() is None:
            self.role.errors = (words(NOT_OFFERED),)
        return sound and not self.role.errors

    def chosen(self) -> Role | None:
        """Return the role, if it is one that a member can have."""
        return next((role for role in ROLES if role == self.written("role")), None)


class MemberNameForm(_Told):
    """What colleagues call somebody."""

    subject = "member_name"
    name = StringField()


class ShareForm(_PersonForm):
    """An advisor who is let in until a day."""

    subject = "share"
    until = StringField()

    def day(self) -> date:
        """Return the last day; it has to be sound."""
        return day_in(self.written("until")) or date.min

    def refuse_day(self, words: Wording) -> None:
        """Say that the day is too early or too late."""
        self.until.errors = (words(NOT_THAT_LONG),)


class ReaderForm(_Told):
    """Somebody who reads one scan along by a link, until a day."""

    subject = "reader"
    name = StringField()
    until = StringField()

    def day(self) -> date:
        """Return the last day; it has to be sound."""
        return day_in(self.written("until")) or date.min

    def refuse_day(self, words: Wording) -> None:
        """Say that the day is too early or too late."""
        self.until.errors = (words(NOT_THAT_LONG),)


class SharePlaceForm(_Told):
    """Another municipality that may begin from a scan, until a day."""

    subject = "share_place"
    place = StringField()
    place_until = StringField()

    def day(self) -> date:
        """Return the last day; it has to be sound."""
        return day_in(self.written("place_until")) or date.min

    def refuse_day(self, words: Wording) -> None:
        """Say that the day is too early or too late."""
        self.place_until.errors = (words(NOT_THAT_LONG),)

    def refuse_place(self, words: Wording) -> None:
        """Say that nobody here is called that."""
        self.place.errors = (words(NO_SUCH_PLACE),)


class NewPlaceForm(_PersonForm):
    """A municipality with its first coordinator."""

    subject = "new_place"
    place = StringField()


class PlaceNameForm(_Told):
    """The name of a municipality."""

    subject = "place_name"
    place = StringField()

"""The forms with which people get in: an address, a password, a code."""

from __future__ import annotations

from wtforms import Form, StringField

from toolkit.domain.passwords import LONGEST, SHORTEST, Weak
from toolkit.services.passwords import TooWeak
from toolkit.web.forms.rules import RULES, read
from toolkit.wording import N_, Wording

NOT_LET_IN = N_(
    "This address and this password do not belong together. Check both, also the capitals."
)
WRONG_CODE = N_(
    "This code is not right, or was used before. Wait for the next code in the app, and type that."
)
WRONG_PASSWORD = N_("This is not your password. Check the capitals.")
NOT_THE_SAME = N_("The two passwords are not the same. Type both once more.")
NO_ADDRESS = N_("Write your e-mail address: with it and the password you sign in.")
TAKEN = N_("Somebody else signs in with this address. Write another one.")
WEAK = {
    Weak.SHORT: N_("A password has at least %(shortest)s characters. A short sentence is good."),
    Weak.LONG: N_("A password has at most %(longest)s characters. Make it shorter."),
    Weak.COMMON: N_(
        "This password is too easy to guess. Take a few words that do not belong together, or one"
        " that a password manager makes."
    ),
}


class SignInForm(Form):
    """An address with a password."""

    email = StringField()
    password = StringField()

    @property
    def shown(self) -> tuple[str, str]:
        """The address, as it is kept, and the password, as it was typed."""
        return str(self.email.data or "").strip().lower()[:254], str(self.password.data or "")


class CodeForm(Form):
    """A code of six figures from an app, or one of the ten that were written down."""

    code = StringField()

    @property
    def typed(self) -> str:
        """The code as it was typed; nobody types more than this."""
        return str(self.code.data or "").strip()[:40]


class ProofForm(SignInForm, CodeForm):
    """One's own password, with a code where the account asks one."""


class NewPasswordForm(Form):
    """A new password, twice; the one of now, and an address, where those are asked."""

    email = StringField()
    current = StringField()
    password = StringField()
    again = StringField()

    @property
    def typed(self) -> str:
        """The new password."""
        return str(self.password.data or "")

    def same(self, words: Wording) -> bool:
        """Return whether both are the same."""
        if self.typed != str(self.again.data or ""):
            self.again.errors = (words(NOT_THE_SAME),)
        return not self.again.errors

    def with_address(self, words: Wording) -> bool:
        """Return whether there is an address to sign in with."""
        if read(self, RULES["own_address"], words) and not self.email.data:
            self.email.errors = (words(NO_ADDRESS),)
        return not self.email.errors

    def refuse(self, weak: TooWeak, words: Wording) -> None:
        """Say why this cannot be a password."""
        said = words(WEAK[weak.why], shortest=SHORTEST, longest=LONGEST)
        self.password.errors = (said,)

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

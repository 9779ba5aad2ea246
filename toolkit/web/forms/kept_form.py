"""What every form around the answers does: read by the rules, look at its texts, know its version."""

from __future__ import annotations

from collections.abc import Mapping
from re import ASCII, fullmatch
from typing import ClassVar, Self

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField

from toolkit.domain.library import Library
from toolkit.web import guard
from toolkit.web.forms.rules import RULES, Rule, read
from toolkit.web.guard import Found
from toolkit.wording import N_, Wording

NEVER, DAMAGED = 0, -1
CHANGED = N_("A colleague changed this in the meantime. Nothing was removed; look at it first.")
EMPTY: Mapping[str, str] = {}


def version_in(sent: str) -> int:
    """Return the version that a page sent along; one that was damaged is never the current."""
    return int(sent) if fullmatch("[0-9]{1,9}", sent, ASCII) else DAMAGED


class KeptForm(Form):
    """A form over something that is kept in versions.

    ``over`` replaces what a colleague wrote in that version, ``sure`` keeps a text that was
    pointed at. ``subject`` names its rules, ``looked_at`` the fields in which people write freely,
    ``before`` is what its fields held, ``found`` what has to be looked at before it is kept.
    """

    subject: ClassVar[str]
    looked_at: ClassVar[tuple[str, ...]]
    before = EMPTY
    found: Found | None = None

    version = StringField()
    over = StringField()
    sure = StringField()

    @classmethod
    def holding(
        cls, texts: Mapping[str, str], version: int, sent: MultiDict[str, str] | None
    ) -> Self:
        """Return the form with these texts of this version, or with what was sent."""
        form = cls(sent, data={**texts, "version": str(version)})
        form.before = texts
        return form

    @property
    def seen(self) -> int:
        """The version over which this was written; one that was damaged is never the current."""
        return version_in(str(self.over.data or self.version.data or NEVER))

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return RULES[self.subject]

    def written(self, name: str) -> str:
        """Return what a field holds."""
        return str(self[name].data or "")

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        return read(self, self.rules(), words)

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

    def accepted(self, words: Wording, library: Library) -> bool:
        """Return whether it is sound, and nothing in its new texts has to be looked at first."""
        if not self.sound(words):
            return False
        texts = ((name, self.written(name)) for name in self.looked_at)
        new = tuple((name, text) for name, text in texts if text and text != self.before.get(name))
        found = guard.found_in(new, library)
        self.found = found.unless_kept(self.sure.data) if found is not None else None
        return self.found is None

"""What every form around the answers does: read by the rules, look at its texts, know its version."""

from __future__ import annotations

from collections.abc import Mapping
from re import ASCII, fullmatch
from typing import ClassVar

from structlog import get_logger
from wtforms import Form, StringField

from toolkit.domain.library import Library
from toolkit.web import guard
from toolkit.web.forms.rules import RULES, Refused, Rule
from toolkit.web.guard import Found
from toolkit.wording import Wording

NEVER = 0
log = get_logger()


class KeptForm(Form):
    """A form over something that is kept in versions.

    ``over`` replaces what a colleague wrote in that version, ``sure`` keeps a text that was
    pointed at. ``subject`` names its rules, ``looked_at`` the fields in which people write freely.
    """

    subject: ClassVar[str]
    looked_at: ClassVar[tuple[str, ...]]

    version = StringField()
    over = StringField()
    sure = StringField()

    @property
    def seen(self) -> int:
        """The version over which this was written; one that was damaged is never the current."""
        sent = str(self.over.data or self.version.data or NEVER)
        return int(sent) if fullmatch("[0-9]{1,9}", sent, ASCII) else -1

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return RULES[self.subject]

    def written(self, name: str) -> str:
        """Return what a field holds."""
        return str(self[name].data or "")

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        for name, rule in self.rules().items():
            try:
                self[name].data = rule.read(self.written(name))
            except Refused as refused:
                longest = words.number(rule.longest)
                self[name].errors = (words(str(refused), longest=longest),)
        return not self.wrong

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        return tuple((field.name, str(error)) for field in self for error in field.errors)

    def found(self, before: Mapping[str, str], library: Library) -> Found | None:
        """Return what its new texts may give away, unless somebody keeps them all the same."""
        texts = ((name, self.written(name)) for name in self.looked_at)
        new = tuple((name, text) for name, text in texts if text and text != before.get(name))
        found = guard.found_in(new, library)
        if found is None:
            return None
        sure = self.sure.data == found.seal
        kinds = [piece.kind.value for piece in found.pieces]
        log.info("pointed_at", kinds=kinds, concern=found.concern, kept=sure, form=self.subject)
        return None if sure else found

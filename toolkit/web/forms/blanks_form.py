"""The form of what only the municipality knows: a field for each place in its documents."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.blanks import BLANKS, BlankKind
from toolkit.services.fill_blanks import Filled
from toolkit.web.forms.kept_form import KeptForm


class BlanksForm(KeptForm):
    """Every place, with what is filled in there."""

    subject = "blanks"
    looked_at = tuple(
        name for name, kind in BLANKS.items() if kind is BlankKind.TEXT and name != "case_number"
    )

    @classmethod
    def of(cls, kept: Filled, sent: MultiDict[str, str] | None = None) -> BlanksForm:
        """Return the form with what is kept, or with what was sent."""
        return cls.holding(kept.texts, kept.version, sent)

    def read(self) -> Mapping[str, str]:
        """Return what was sent, by the name of the place; it has to be sound."""
        return {name: self.written(name) for name in BLANKS}


for _name in BLANKS:
    setattr(BlanksForm, _name, StringField())

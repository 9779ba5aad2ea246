"""The texts that are written in the room: the notebook, who saw it otherwise, what is parked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.storage.workshop_room import KeptWords
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import Line, Prose, Rule
from toolkit.wording import N_

NO_QUESTION = N_("Write which question waits for later.")


class TextForm(KeptForm):
    """One text, over the version of it that was seen."""

    subject = "text"
    looked_at = ("text",)

    text = StringField()

    @classmethod
    def of(cls, kept: KeptWords, sent: MultiDict[str, str] | None = None) -> Self:
        """Return the form with what is kept, or with what was sent."""
        return cls.holding({"text": kept.text}, kept.version, sent)

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in its field."""
        return {"text": Prose()}


class ParkForm(TextForm):
    """One question for later, on one line."""

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in its field."""
        return {"text": Line(empty=NO_QUESTION)}

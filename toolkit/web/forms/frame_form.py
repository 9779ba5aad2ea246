"""The form of what a scan begins with: whose it is."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField

from toolkit.services.open_scan import Opened
from toolkit.web.forms.rules import RULES, read
from toolkit.wording import Wording


class FrameForm(Form):
    """The name of the municipality, or of several that do this together."""

    name = StringField()

    @classmethod
    def of(cls, scan: Opened, sent: MultiDict[str, str] | None = None) -> FrameForm:
        """Return the form with what is known, or with what was sent."""
        return cls(sent, name=scan.assessment.municipality_name)

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of the field."""
        return read(self, RULES["frame"], words)

"""The form of what a scan begins with: whose it is."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField

from toolkit.services.open_scan import Opened
from toolkit.web.forms.fields import PlainText
from toolkit.wording import N_, Wording

LONGEST_NAME = 120
FIRST = ("context.population", "context.reception_location")
"""The questions that are answered beside the name, where a questionnaire asks them."""
TOO_LONG = N_("This name is longer than 120 characters. Make it shorter.")
NO_NAME = N_("Write the name of the municipality, or of the municipalities together.")


class FrameForm(Form):
    """The name of the municipality, or of several that do this together."""

    name = StringField()

    @classmethod
    def of(cls, scan: Opened, sent: MultiDict[str, str] | None = None) -> FrameForm:
        """Return the form with what is known, or with what was sent."""
        return cls(sent, name=scan.assessment.municipality_name)

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of the field."""
        limit = PlainText(words(TOO_LONG), longest=LONGEST_NAME, one_line=True)
        sound = self.name.validate(self, (limit,))
        if sound and not self.name.data:
            self.name.errors = (words(NO_NAME),)
        return not self.name.errors

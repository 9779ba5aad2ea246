"""The form of one remark: its text, and the function of its writer."""

from __future__ import annotations

from collections.abc import Mapping

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.scan import Remark
from toolkit.storage.surroundings import KeptRemark
from toolkit.web.forms.kept_form import KeptForm


class RemarkForm(KeptForm):
    """What the municipality itself writes in one place."""

    subject = "remark"
    looked_at = ("text", "function")

    text = StringField()
    function = StringField()

    @classmethod
    def of(cls, kept: KeptRemark, sent: MultiDict[str, str] | None = None) -> RemarkForm:
        """Return the form with what is kept, or with what was sent."""
        return cls.holding(texts_of(kept.remark), kept.version, sent)

    def read(self) -> KeptRemark:
        """Return the remark as it was sent, over the version that was seen; it has to be sound."""
        return KeptRemark(Remark(self.written("text"), self.written("function")), self.seen)


def texts_of(remark: Remark) -> Mapping[str, str]:
    """Return what the fields of a remark hold."""
    return {"text": remark.text, "function": remark.function}

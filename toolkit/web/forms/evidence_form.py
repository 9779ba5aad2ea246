"""The form of one entry of the register of evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.scan import Evidence
from toolkit.storage.register import KeptEvidence
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import KINDS, OneOf, Rule, day_in

NEW = KeptEvidence(Evidence(id="", title="", kind=KINDS[0]))


class EvidenceForm(KeptForm):
    """Which document, of which kind and day, and where to find it."""

    subject = "evidence"
    looked_at = ("title", "citation")

    title = StringField()
    kind = StringField()
    dated = StringField()
    valid_until = StringField()
    link = StringField()
    citation = StringField()
    own_kind = ""

    @classmethod
    def of(cls, kept: KeptEvidence, sent: MultiDict[str, str] | None = None) -> EvidenceForm:
        """Return the form with what is kept, or with what was sent.

        A kind that a scan file brought along in words of its own may stay.
        """
        form = cls.holding(texts_of(kept.entry), kept.version, sent)
        form.own_kind = kept.entry.kind
        return form

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field, with the kind that is there already."""
        return {**super().rules(), "kind": OneOf(words=self.kinds)}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds to choose from."""
        return KINDS if self.own_kind in KINDS else (self.own_kind, *KINDS)

    def read(self, before: KeptEvidence) -> KeptEvidence:
        """Return the entry as it was sent, over the version that was seen; it has to be sound."""
        entry = replace(
            before.entry,
            title=self.written("title"),
            kind=self.written("kind"),
            dated=day_in(self.written("dated")),
            valid_until=day_in(self.written("valid_until")),
            link=self.written("link"),
            citation=self.written("citation"),
        )
        return KeptEvidence(entry, self.seen)


def texts_of(entry: Evidence) -> Mapping[str, str]:
    """Return what the fields of an entry hold."""
    return {name: "" if value is None else str(value) for name, value in asdict(entry).items()}

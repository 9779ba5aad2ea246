"""The form of one action: what, who, when, and how a child will notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.planning import lacking
from toolkit.domain.scan import ActionStatus, PlannedAction
from toolkit.storage.surroundings import KeptAction
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import STATUSES, day_in
from toolkit.wording import N_, Wording

LACKS: Mapping[str, str] = {
    "reason": N_("Write in one sentence why this will not be done."),
    "child_notices": N_("Write how a child notices that this is done."),
}
NEW = KeptAction("", None, 0, PlannedAction(""))


class ActionForm(KeptForm):
    """What will be done, by whom and when, and what a child notices of it."""

    subject = "action"
    looked_at = ("what", "owner", "child_notices", "note", "reason")

    what = StringField()
    owner = StringField()
    due = StringField()
    status = StringField()
    child_notices = StringField()
    note = StringField()
    reason = StringField()

    @classmethod
    def of(cls, kept: KeptAction, sent: MultiDict[str, str] | None = None) -> ActionForm:
        """Return the form with what is kept, or with what was sent."""
        return cls.holding(texts_of(kept.action), kept.version, sent)

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; an action that is over says why, or who notices."""
        fits = super().sound(words)
        lacks = lacking(self.read(NEW).action) if fits else ()
        for name in lacks:
            self[name].errors = (words(LACKS[name]),)
        return fits and not lacks

    def read(self, before: KeptAction) -> KeptAction:
        """Return the action as it was sent, over the version that was seen; it has to be sound."""
        action = replace(
            before.action,
            what=self.written("what"),
            owner=self.written("owner"),
            due=day_in(self.written("due")),
            status=self._status(),
            child_notices=self.written("child_notices"),
            note=self.written("note"),
            reason=self.written("reason"),
        )
        return replace(before, version=self.seen, action=action)

    def _status(self) -> ActionStatus:
        return next(status for status in STATUSES if status == self.written("status"))


def texts_of(action: PlannedAction) -> Mapping[str, str]:
    """Return what the fields of an action hold."""
    return {
        "what": action.what,
        "owner": action.owner,
        "due": action.due.isoformat() if action.due else "",
        "status": action.status,
        "child_notices": action.child_notices,
        "note": action.note,
        "reason": action.reason,
    }

"""The form of one action: what, who, when, and how a child will notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.scan import ActionStatus, PlannedAction
from toolkit.storage.surroundings import KeptAction
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import STATUSES, day_in

NEW = KeptAction("", None, 0, PlannedAction(""))


class ActionForm(KeptForm):
    """What will be done, by whom and when, and what a child notices of it."""

    subject = "action"
    looked_at = ("what", "owner", "child_notices", "note")

    what = StringField()
    owner = StringField()
    due = StringField()
    status = StringField()
    child_notices = StringField()
    note = StringField()

    @classmethod
    def of(cls, kept: KeptAction, sent: MultiDict[str, str] | None = None) -> ActionForm:
        """Return the form with what is kept, or with what was sent."""
        return cls.holding(texts_of(kept.action), kept.version, sent)

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
    }

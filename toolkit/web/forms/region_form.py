"""What is sent about an answer for the region: where it holds, and what a municipality decides."""

from __future__ import annotations

from collections.abc import Iterable
from re import fullmatch
from typing import Self

from werkzeug.datastructures import MultiDict
from wtforms import Form, StringField, TextAreaField

from toolkit.domain.questionnaire import Question
from toolkit.services.decide_offer import Taken
from toolkit.web.forms.answer_form import REQUEST, VERSION
from toolkit.web.forms.fields import RawField
from toolkit.web.forms.kept_form import KeptForm
from toolkit.wording import N_, Wording

NOWHERE = N_("Choose in which municipality it is otherwise, or choose “Yes”.")
EVERYWHERE, NOT_EVERYWHERE = "everywhere", "otherwise"


class PlacesForm(Form):
    """Whether an answer holds for every municipality, or in which ones it is otherwise."""

    holds = StringField()
    places = RawField()

    @classmethod
    def of(cls, question: Question, sent: MultiDict[str, str]) -> Self:
        """Return the form of a question, with what was sent for it."""
        return cls(sent, prefix=f"{question.id}-")

    def chosen(self, known: Iterable[str], words: Wording) -> frozenset[str] | None:
        """Return where it is otherwise, or nothing; what is wrong then stands in ``errors``."""
        if self.holds.data != NOT_EVERYWHERE:
            return frozenset()
        chosen = frozenset(self.places.data) & frozenset(known)
        if not chosen:
            self.places.errors = (words(NOWHERE),)
            return None
        return chosen


class DecisionForm(Form):
    """An offer as the page showed it, and the answer beside it."""

    version = StringField()
    request_id = StringField()
    offer = StringField()

    @classmethod
    def of(cls, item: str, sent: MultiDict[str, str]) -> Self:
        """Return the form of a question, with what was sent for it."""
        return cls(sent, prefix=f"{item}-")

    def taken(self, item: str) -> Taken | None:
        """Return the offer that was seen, unless what was sent is damaged."""
        version, request = self.version.data or "", self.request_id.data or ""
        if not (fullmatch(VERSION, version) and fullmatch(REQUEST, request)):
            return None
        return Taken(item, self.offer.data or "", int(version), request)


class AdaptForm(KeptForm):
    """Why a municipality answers otherwise than was offered."""

    subject = "adaptation"
    looked_at = ("why",)

    why = TextAreaField()
    offer = StringField()

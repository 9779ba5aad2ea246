"""The forms of the plan of a workshop: its agenda, one phase, the card “wie belt wie”."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from werkzeug.datastructures import MultiDict
from wtforms import StringField

from toolkit.domain.fields import Text
from toolkit.domain.library import Library
from toolkit.domain.privacy import PersonalData
from toolkit.domain.workshop_plan import CallLine, Plan, PlannedPhase, PlannedPoint
from toolkit.web import guard
from toolkit.web.forms import plan_rules
from toolkit.web.forms.fields import RawField
from toolkit.web.forms.kept_form import KeptForm
from toolkit.web.forms.rules import Refused, Rule
from toolkit.wording import N_, Wording

MOST_CARDS = 3
SENTENCE = re.compile(r"(?<=[.?!])\s+|\n")
TOO_MANY_CARDS = N_("At most three questions go by cards in a phase. Leave some out.")
TOTAL = "total"
NEW = "new"
"""Stands for a phase that is not there yet."""


class AgendaForm(KeptForm):
    """The minutes of every point, and a point of one's own; what is pressed stands in ``do``."""

    subject = "plan_point"
    looked_at = ("new_title",)

    do = StringField()
    new_title = StringField()
    new_minutes = StringField()

    plan: Plan
    typed: Mapping[str, str]
    faults: Mapping[str, str]

    @classmethod
    def of(cls, plan: Plan, version: int, sent: MultiDict[str, str] | None = None) -> AgendaForm:
        """Return the form with the minutes of a plan, or with what was sent."""
        form = cls.holding({}, version, sent)
        known = {point.id: str(point.minutes) for point in plan.agenda}
        known[TOTAL] = str(plan.minutes)
        form.plan, form.faults = plan, {}
        form.typed = {
            name: minutes if sent is None else sent.get(field_of(name), minutes)
            for name, minutes in known.items()
        }
        return form

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in the fields of a new point; nothing has to when none is added."""
        return plan_rules.POINT if self.written("do") == "add" else {}

    def sound(self, words: Wording) -> bool:
        """Return whether it can be tried; what is wrong stands by its point."""
        faults = {}
        for name, text in self.typed.items():
            try:
                plan_rules.Minutes().read(text)
            except Refused as refused:
                faults[name] = words(str(refused))
        self.faults = faults
        return super().sound(words) and not faults

    @property
    def wrong(self) -> tuple[tuple[str, str], ...]:
        """Every field that is wrong, with why."""
        faults = ((field_of(name), why) for name, why in self.faults.items())
        return (*faults, *super().wrong)

    @property
    def minutes(self) -> Mapping[str, int]:
        """The minutes of each point; it has to be sound."""
        return {name: int(text) for name, text in self.typed.items() if name != TOTAL}

    @property
    def changed(self) -> Mapping[str, int]:
        """The minutes of each point that has other ones than before."""
        before = {point.id: point.minutes for point in self.plan.agenda}
        return {name: number for name, number in self.minutes.items() if number != before[name]}

    @property
    def total(self) -> int:
        """How long the workshop lasts; it has to be sound."""
        return int(self.typed[TOTAL])

    @property
    def sum(self) -> int:
        """How many minutes the points take together, as far as they are numbers."""
        rows = (text.strip() for name, text in self.typed.items() if name != TOTAL)
        return sum(int(text) for text in rows if text.isascii() and text.isdigit())

    def point(self, name: str, language: str) -> PlannedPoint:
        """Return the point of one's own; it has to be sound."""
        title = Text({language: self.written("new_title")})
        return PlannedPoint(id=name, title=title, minutes=int(self.written("new_minutes")))


def field_of(name: str) -> str:
    """Return what the field with the minutes of a point is called."""
    return f"minutes-{name}"


class PhaseForm(KeptForm):
    """What is told and asked in one phase, which questions go by cards, and how long it lasts."""

    subject = "plan_phase"
    looked_at = ("title", "story", "discuss")

    title = StringField()
    story = StringField()
    discuss = StringField()
    minutes = StringField()
    cards = RawField()

    offered: Collection[str] = ()

    @classmethod
    def of(
        cls,
        phase: PlannedPhase | None,
        version: int,
        words: Wording,
        offered: Collection[str],
        sent: MultiDict[str, str] | None = None,
    ) -> PhaseForm:
        """Return the form with a phase, or with what was sent; ``offered`` may go by cards."""
        form = cls.holding(texts_of(phase, words), version, sent)
        form.offered = offered
        if sent is None and phase is not None:
            form.cards.data = phase.cards
        return form

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return plan_rules.PHASE

    def sound(self, words: Wording) -> bool:
        """Return whether it can be kept; what is wrong stands in the errors of its fields."""
        fits = super().sound(words)
        if len(self.chosen) > MOST_CARDS:
            self.cards.errors = (words(TOO_MANY_CARDS),)
        return fits and not self.cards.errors

    def accepted(self, words: Wording, library: Library) -> bool:
        """Return whether it is sound, and nothing in its new sentences has to be looked at first.

        Our own stories tell of an invented child by name; what stood there already is not new.
        """
        if not self.sound(words):
            return False
        texts = ((name, self._new_in(name)) for name in self.looked_at)
        found = guard.found_in(tuple(one for one in texts if one[1]), library)
        self.found = found.unless_kept(self.sure.data) if found is not None else None
        return self.found is None

    def _new_in(self, name: str) -> str:
        before = frozenset(SENTENCE.split(self.before.get(name, "")))
        return " ".join(one for one in SENTENCE.split(self.written(name)) if one not in before)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The questions that were chosen to go by cards, in the order in which they are offered."""
        return tuple(item for item in self.offered if item in self.cards.data)

    def read(self, name: str, before: PlannedPhase | None, words: Wording) -> PlannedPhase:
        """Return the phase as it was sent; a text that stayed the same keeps its languages."""
        known = {words.text(text): text for text in _texts(before)}

        def text(said: str) -> Text:
            return known.get(said) or Text({words.language: said})

        return PlannedPhase(
            id=name,
            title=text(self.written("title")),
            story=text(self.written("story")),
            discuss=tuple(map(text, self.written("discuss").splitlines())),
            cards=self.chosen,
            minutes=int(self.written("minutes")),
        )


def texts_of(phase: PlannedPhase | None, words: Wording) -> Mapping[str, str]:
    """Return what the fields of a phase hold."""
    if phase is None:
        return {"minutes": "20"}
    return {
        "title": words.text(phase.title),
        "story": words.text(phase.story),
        "discuss": "\n".join(map(words.text, phase.discuss)),
        "minutes": str(phase.minutes),
    }


def _texts(phase: PlannedPhase | None) -> tuple[Text, ...]:
    return (phase.title, phase.story, *phase.discuss) if phase else ()


class RouteForm(KeptForm):
    """The open places of the card “wie belt wie”; a telephone number belongs there."""

    subject = "plan_route"
    looked_at = tuple(plan_rules.ROUTE)

    line_1 = StringField()
    line_2 = StringField()
    line_3 = StringField()
    line_4 = StringField()
    line_5 = StringField()
    line_6 = StringField()
    line_7 = StringField()
    line_8 = StringField()
    line_9 = StringField()

    @classmethod
    def of(cls, plan: Plan, version: int, sent: MultiDict[str, str] | None = None) -> RouteForm:
        """Return the form with what is filled in, or with what was sent."""
        return cls.holding({f"line_{line.line}": line.words for line in plan.route}, version, sent)

    def rules(self) -> Mapping[str, Rule]:
        """Return what may stand in each field."""
        return plan_rules.ROUTE

    def accepted(self, words: Wording, library: Library) -> bool:
        """Return whether it is sound, and nothing but a number or mailbox was pointed at."""
        fits = super().accepted(words, library)
        if self.found is not None and self.found.concern is None:
            usual = (PersonalData.PHONE, PersonalData.EMAIL)
            if all(piece.kind in usual for piece in self.found.pieces):
                self.found = None
                return True
        return fits

    def read(self, open_lines: Collection[int]) -> tuple[CallLine, ...]:
        """Return what was filled in on the lines with an open place; it has to be sound."""
        return tuple(
            CallLine(line=number, words=self.written(f"line_{number}"))
            for number in sorted(open_lines)
            if self.written(f"line_{number}")
        )

"""What a workshop is made of: the scenarios, with the texts they share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from toolkit.domain.dated import Certainty, Dated
from toolkit.domain.fields import Flag, ItemId, Kebab, Model, Name, Prose, Text, Whole

PhaseName = Literal["signal", "weighing", "report", "protection", "justice", "recovery"]


class Phase(Model):
    """One part of the story, and what to talk about there."""

    id: PhaseName
    title: Text
    story: Text
    discuss: tuple[Text, ...] = Field(min_length=1)


class Scenario(Model):
    """An invented case to walk through, phase by phase; ``items`` are the questions it tests."""

    id: Kebab
    title: Text
    form: Text
    age: Prose
    minutes: Whole
    crc: tuple[Whole, ...]
    items: tuple[ItemId, ...]
    roles: tuple[Text, ...]
    summary: Text
    phases: tuple[Phase, ...] = Field(min_length=6, max_length=6)
    good_response: tuple[Text, ...]
    pitfalls: tuple[Text, ...]


class AgendaPoint(Model):
    """One point of an agenda: its usual length, the least it can do with, how it shares in more."""

    id: Name
    minutes: Whole
    least: Whole
    grows: Whole = 0
    title: Text


class Seat(Model):
    """A chair at the table; who is ``always`` there sits at every workshop.

    ``roles`` and ``actors`` are the functions and partners who can take it, ``plays`` the roles in
    scenarios that it fills, as their first language writes them.
    """

    id: Name
    label: Text
    always: Flag = False
    roles: tuple[Name, ...] = ()
    actors: tuple[Name, ...] = ()
    plays: tuple[Prose, ...] = ()


class CardQuestions(Model):
    """In which phase a question of the scan is answered with cards, by item or group."""

    phase: PhaseName
    parts: tuple[ItemId, ...] = Field(min_length=1)


class FiveQuestions(Model):
    """Questions that help a child when there may be coercion."""

    title: Text
    purpose: Text
    before: Text
    questions: tuple[Text, ...]
    items: tuple[ItemId, ...] = ()
    scenarios: tuple[Kebab, ...] = ()


class ScenarioChoice(Model):
    """The scenario to propose when one of these items scores lowest."""

    items: tuple[ItemId, ...] = Field(min_length=1)
    scenario: Kebab


class LegalNote(Model):
    """What a facilitator should know of the law in some scenarios."""

    scenarios: tuple[Kebab, ...] = Field(min_length=1)
    text: Text
    certainty: Certainty
    certainty_note: Prose | None = None


class SecondRound(Model):
    """What the expert by experience has at hand to lead the round through the eyes of the child."""

    intro: Text
    questions: tuple[Text, ...]
    stop: tuple[Text, ...]
    may_skip: Text


class WorkshopTexts(Dated):
    """The texts that every workshop shares; dated, because the law in them changes."""

    ground_rules: Text
    cards: tuple[Text, ...]
    half_day: tuple[AgendaPoint, ...]
    whole_day: Text
    whole_day_points: tuple[AgendaPoint, ...]
    opening: AgendaPoint
    facilitator: Text
    at_the_table: Text
    seats: tuple[Seat, ...]
    played: tuple[Prose, ...]
    card_questions: tuple[CardQuestions, ...]
    role_prompts: tuple[Text, ...]
    second_round: SecondRound
    room: tuple[Text, ...]
    real_case: tuple[Text, ...]
    aftercare: tuple[Text, ...]
    action_sheet: tuple[Text, ...]
    five_questions: FiveQuestions
    choice: tuple[ScenarioChoice, ...]
    otherwise: Kebab
    legal_notice: Text
    legal_notes: tuple[LegalNote, ...]

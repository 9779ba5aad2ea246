"""Offers answers for the region to a municipality, after a look at who will read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, Role
from toolkit.domain.advice import first_step
from toolkit.domain.answers import Answer, State
from toolkit.domain.happening import About, Happening
from toolkit.domain.items import Advice
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import (
    NOTHING_SAID,
    Offer,
    Offers,
    OfferState,
    OwnAnswers,
    missing_everywhere,
    to_offer,
)
from toolkit.services.answer_for_region import Region, own_answers
from toolkit.services.open_scan import Frame, open_frame
from toolkit.storage import audit, invitations, regional


@dataclass(frozen=True)
class OfferedTo:
    """One municipality: what it asks, what was offered to it, and who reads that there.

    ``ready`` are the answers that can be offered now, by item.
    """

    frame: Frame
    asked: tuple[Question, ...]
    own: OwnAnswers
    offers: Offers
    ready: Mapping[str, Answer]
    readers: tuple[tuple[Role, str], ...]

    @property
    def otherwise(self) -> tuple[Question, ...]:
        """The questions of which the answer is another one here."""
        place = self.frame.assessment.municipality
        return tuple(
            one for one in self.asked if place in self.own.get(one.id, NOTHING_SAID).otherwise
        )

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that have no answer for this municipality yet."""
        place = self.frame.assessment.municipality
        return tuple(
            one
            for one in self.asked
            if self.own.get(one.id, NOTHING_SAID).answer_in(place).state is State.OPEN
        )

    @property
    def may_offer(self) -> bool:
        """Whether the scan still takes answers."""
        return self.frame.may(Action.OFFER)

    def count(self, state: str) -> int:
        """Return how many offers are in this state."""
        return sum(offer.state == state for offer in self.offers.values())

    @property
    def adapted(self) -> tuple[tuple[Question, Offer], ...]:
        """What the municipality answered otherwise, with its reason."""
        questions = self.frame.questionnaire.questions
        return tuple(
            (questions[item], offer)
            for item, offer in self.offers.items()
            if offer.state is OfferState.ADAPTED
        )

    @property
    def can_be_withdrawn(self) -> int:
        """How many offers of this person nobody decided about."""
        account = self.frame.actor.account
        return sum(one.waits and one.account == account for one in self.offers.values())


@dataclass(frozen=True)
class LookedOver:
    """Every municipality of a region, with what was and can be offered to it."""

    region: Region
    own: OwnAnswers
    rows: tuple[OfferedTo, ...]

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that this person has not answered yet."""
        every = self.region.questions
        return tuple(
            one for one in every if self.own.get(one.id, NOTHING_SAID).answer.state is State.OPEN
        )

    @property
    def taking_part(self) -> tuple[OfferedTo, ...]:
        """The municipalities to which something was offered, by name."""
        return tuple(row for row in self.rows if row.offers)

    @property
    def missing(self) -> tuple[Question, ...]:
        """The questions of the minimum line that are missing in all of those."""
        offers = (row.offers for row in self.taking_part)
        return missing_everywhere(self.region.questionnaire, offers)

    @property
    def first_steps(self) -> tuple[tuple[Question, Advice | None], ...]:
        """What is missing in all of those, each with the step to begin with."""
        questionnaire = self.region.questionnaire
        return tuple((one, first_step(questionnaire, one.id)) for one in self.missing)


def look_over(connection: Connection, region: Region, *, on: date) -> LookedOver:
    """Return what was and can be offered to each municipality of a region, and who may read it."""
    own = own_answers(connection, region)
    rows = tuple(_row(connection, frame, region.questions, own, on) for frame in region.frames)
    return LookedOver(region, own, rows)


def offer(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> int:
    """Offer a scan the answers that it was not offered yet; return how many.

    They count for nothing until somebody who leads there accepts them. Raises `NotFound`,
    `NotAllowed`, `NotNow`.
    """
    frame = open_frame(actor, connection, shelf, assessment_id)
    frame.require(Action.OFFER)
    place, questionnaire = frame.assessment.municipality, frame.questionnaire
    own = regional.own_of(connection, actor.account, questionnaire, (place,))
    offers = regional.offers_to(connection, assessment_id, questionnaire)
    asked = _asked(frame, questionnaire.questions.values())
    ready = to_offer(asked, own, place, offers, actor.account)
    invitation = invitations.to(connection, assessment_id, actor.account)
    function = invitation.function if invitation is not None else actor.function
    for item, answer in ready.items():
        made = Offer(answer, function, at, actor.account)
        regional.put_offer(connection, assessment_id, item, made)
    if ready:
        _note(frame, connection, Happening.OFFERED, at)
    return len(ready)


def withdraw(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> int:
    """Take back what this person offered and nobody decided about; raise what `offer` raises."""
    frame = open_frame(actor, connection, shelf, assessment_id)
    frame.require(Action.OFFER)
    count = regional.withdraw(connection, assessment_id, actor.account)
    if count:
        _note(frame, connection, Happening.OFFER_WITHDRAWN, at)
    return count


def _note(frame: Frame, connection: Connection, what: Happening, at: datetime) -> None:
    about = About.scan(frame.assessment.id, frame.assessment.municipality)
    audit.note(connection, frame.actor.account, what, about, at=at)


def _asked(frame: Frame, questions: Iterable[Question]) -> tuple[Question, ...]:
    return tuple(one for one in questions if frame.asks(one.id))


def _row(
    connection: Connection,
    frame: Frame,
    questions: Iterable[Question],
    own: OwnAnswers,
    on: date,
) -> OfferedTo:
    scan, account = frame.assessment, frame.actor.account
    asked = _asked(frame, questions)
    offers = regional.offers_to(connection, scan.id, frame.questionnaire)
    ready = to_offer(asked, own, scan.municipality, offers, account)
    readers = regional.readers(connection, scan.municipality, scan.id, account, on=on)
    return OfferedTo(frame, asked, own, offers, ready, readers)

"""Decides in a municipality about answers that were offered for the region."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, require
from toolkit.domain.answers import Answer, State
from toolkit.domain.happening import About, Happening
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import Offer, Offers, OfferState
from toolkit.services.open_scan import Frame, Opened, open_frame, open_scan
from toolkit.services.save_answer import Conflict, Given, save_in
from toolkit.storage import audit, regional

NO_OFFERS: Offers = {}


@dataclass(frozen=True, slots=True)
class Taken:
    """An offer as somebody saw it, and the version of the answer beside which they saw it."""

    item: str
    stamp: str
    seen: int
    request: str


class OfferChanged(Exception):
    """It was withdrawn, offered anew or decided about since it was seen; nothing was written."""


@dataclass(frozen=True)
class Offered:
    """A scan with what was offered to it."""

    scan: Opened
    offers: Offers

    def rows(self, group: str) -> tuple[tuple[Question, Offer], ...]:
        """Return the offers of a theme that can still be accepted."""
        return tuple(
            (self.scan.questionnaire.questions[item], offer)
            for item, offer in self.offers.items()
            if offer.may_be_taken and group in self.scan.questionnaire.questions[item].groups
        )

    def at_once(self, group: str) -> tuple[tuple[Question, Offer], ...]:
        """Return the waiting offers of a theme to questions that nobody here has answered."""
        return tuple(
            (question, offer)
            for question, offer in self.rows(group)
            if offer.waits and not is_own(self.scan.answer(question.id).answer)
        )

    @property
    def decided(self) -> tuple[tuple[Question, Offer], ...]:
        """Return the offers that were accepted or adapted."""
        return tuple(
            (self.scan.questionnaire.questions[item], offer)
            for item, offer in self.offers.items()
            if not offer.may_be_taken
        )


def offers_beside(connection: Connection, frame: Frame) -> Offers:
    """Return the offers that wait for whoever opened this scan; none for who may not decide."""
    if not frame.may(Action.DECIDE_OFFER):
        return NO_OFFERS
    every = regional.offers_to(connection, frame.assessment.id, frame.questionnaire)
    return {item: offer for item, offer in every.items() if offer.waits}


def see_offers(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Offered:
    """Return a scan with all that was offered to it; raise `NotFound`, `NotAllowed`."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    require(actor, Action.DECIDE_OFFER, scan.assessment.municipality)
    offers = regional.offers_to(connection, assessment_id, scan.questionnaire)
    return Offered(scan, offers)


def is_own(answer: Answer) -> bool:
    """Return whether a municipality wrote something itself, so that both have to be shown."""
    return answer.state is not State.OPEN or bool(answer.note or answer.evidence)


def accept(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    taken: Iterable[Taken],
    *,
    at: datetime,
) -> tuple[str, ...]:
    """Make offers the answers of a scan, each with its history; return those that were not taken.

    Those are offers that are no longer as they were seen, and questions that a colleague answered
    since; they keep no other from being taken. Raises what `save_answer` raises, but for
    `Conflict`.
    """
    frame, wanted = _frame(actor, connection, shelf, assessment_id), tuple(taken)
    refused = []
    for one in wanted:
        try:
            _accept(connection, frame, one, at)
        except (Conflict, OfferChanged):
            refused.append(one.item)
    if len(refused) < len(wanted):
        _note(connection, frame, at)
    return tuple(refused)


def leave(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    item: str,
    stamp: str,
    *,
    at: datetime,
) -> None:
    """Leave an offer for what it is; raise what `accept` raises, and `OfferChanged`."""
    frame = _frame(actor, connection, shelf, assessment_id)
    if not _seen(connection, frame, item, stamp).may_be_taken:
        raise OfferChanged
    _decide(connection, frame, item, OfferState.LEFT, at)
    _note(connection, frame, at)


def note_adapted(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    adapted: tuple[str, str, str],
    *,
    at: datetime,
) -> None:
    """Keep that a municipality answered otherwise (``adapted``: item, stamp, why).

    Raises what `leave` raises; the answer itself is saved as every other.
    """
    item, stamp, why = adapted
    frame = _frame(actor, connection, shelf, assessment_id)
    _seen(connection, frame, item, stamp)
    _decide(connection, frame, item, OfferState.ADAPTED, at, why)
    _note(connection, frame, at)


def _frame(actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str) -> Frame:
    frame = open_frame(actor, connection, shelf, assessment_id)
    frame.require(Action.DECIDE_OFFER)
    return frame


def _accept(connection: Connection, frame: Frame, taken: Taken, at: datetime) -> None:
    """Save an offer as an answer; one that was accepted already is left as it is."""
    offer = _seen(connection, frame, taken.item, taken.stamp)
    if offer.state is OfferState.ACCEPTED:
        return
    if not offer.may_be_taken:
        raise OfferChanged
    answer = replace(offer.answer, regional=True)
    save_in(frame, connection, Given(taken.item, answer, taken.seen, taken.request), at=at)
    _decide(connection, frame, taken.item, OfferState.ACCEPTED, at)


def _seen(connection: Connection, frame: Frame, item: str, stamp: str) -> Offer:
    offer = regional.offers_to(connection, frame.assessment.id, frame.questionnaire).get(item)
    if offer is None or offer.stamp != stamp:
        raise OfferChanged
    return offer


def _decide(
    connection: Connection,
    frame: Frame,
    item: str,
    state: OfferState,
    at: datetime,
    why: str = "",
) -> None:
    scan, account = frame.assessment, frame.actor.account
    regional.decide(connection, scan.id, item, state, account, at=at, note=why)


def _note(connection: Connection, frame: Frame, at: datetime) -> None:
    about = About.scan(frame.assessment.id, frame.assessment.municipality)
    audit.note(connection, frame.actor.account, Happening.OFFER_DECIDED, about, at=at)

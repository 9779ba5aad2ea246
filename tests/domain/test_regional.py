"""What can be offered to a municipality, and what is missing in all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from toolkit.catalogue.shipped import shipped
from toolkit.domain.answers import OPEN, UNKNOWN, Answer, answered
from toolkit.domain.regional import (
    NOTHING_SAID,
    Offer,
    OfferState,
    OwnAnswer,
    missing_everywhere,
    to_offer,
)

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ITEM, HERE, THERE, ME = "refer.route", "here", "there", "me"
NONE, BEGUN = answered(Decimal(0)), answered(Decimal(2))
QUESTIONNAIRE = shipped().newest("kinderrechten-mensenhandel")
QUESTION = QUESTIONNAIRE.questions[ITEM]


def offered(answer: Answer = NONE, account: str = ME) -> Offer:
    return Offer(answer, "care_coord", NOON, account)


def ready(own: OwnAnswer, before: Offer | None = None) -> dict[str, Answer]:
    """Return what can be offered here."""
    known = {} if before is None else {ITEM: before}
    return dict(to_offer((QUESTION,), {ITEM: own}, HERE, known, ME))


def test_an_answer_holds_everywhere_but_where_it_is_otherwise() -> None:
    own = OwnAnswer(NONE, 1).with_places(NONE, (HERE,)).with_answer_in(HERE, BEGUN)

    assert own.answer_in(HERE) == BEGUN
    assert own.answer_in(THERE) == NONE


def test_an_answer_stays_where_it_is_otherwise_when_the_rest_changes() -> None:
    own = OwnAnswer(NONE, 1, {HERE: BEGUN, THERE: BEGUN})

    changed = own.with_places(UNKNOWN, (HERE,))

    assert (changed.answer_in(HERE), changed.answer_in(THERE)) == (BEGUN, UNKNOWN)


def test_what_is_not_answered_is_not_offered() -> None:
    assert ready(NOTHING_SAID) == {}
    assert ready(OwnAnswer(NONE, 1, {HERE: OPEN})) == {}
    assert ready(OwnAnswer(UNKNOWN, 1)) == {ITEM: UNKNOWN}


@pytest.mark.parametrize("state", OfferState)
def test_the_same_answer_is_never_offered_twice(state: OfferState) -> None:
    assert ready(OwnAnswer(NONE, 1), replace(offered(), state=state)) == {}


@pytest.mark.parametrize("state", OfferState)
def test_another_answer_is_offered_whatever_was_decided(state: OfferState) -> None:
    assert ready(OwnAnswer(BEGUN, 2), replace(offered(), state=state)) == {ITEM: BEGUN}


def test_what_somebody_else_offered_waits_for_a_decision() -> None:
    theirs = offered(account="somebody else")

    assert ready(OwnAnswer(BEGUN, 2), theirs) == {}
    assert ready(OwnAnswer(BEGUN, 2), replace(theirs, state=OfferState.LEFT)) == {ITEM: BEGUN}


@pytest.mark.parametrize(
    ("second", "missing"),
    [
        (offered(), True),
        (replace(offered(), state=OfferState.ACCEPTED), True),
        (replace(offered(), state=OfferState.ADAPTED), False),
        (replace(offered(), state=OfferState.LEFT), False),
        (offered(BEGUN), False),
        (offered(UNKNOWN), False),
    ],
)
def test_only_what_is_missing_in_every_municipality_counts(second: Offer, *, missing: bool) -> None:
    """Counts, never a ranking: an unknown answer is not a missing one."""
    found = missing_everywhere(QUESTIONNAIRE, ({ITEM: offered()}, {ITEM: second}))

    assert [one.id for one in found] == [ITEM] * missing


def test_one_municipality_is_no_region() -> None:
    assert missing_everywhere(QUESTIONNAIRE, ({ITEM: offered()}, {})) == ()

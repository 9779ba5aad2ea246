"""Answers that somebody gives for several municipalities, and what was offered to which scan."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from toolkit.domain.access import Role
from toolkit.domain.answers import Answer
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.regional import Offer, Offers, OfferState, OwnAnswer, OwnAnswers
from toolkit.storage import grants
from toolkit.storage.answer_json import answer_from, kept
from toolkit.storage.dialect import upsert
from toolkit.storage.tables import (
    accounts,
    memberships,
    regional_answers,
    regional_exceptions,
    regional_offers,
)

_OWN, _ELSEWHERE, _OFFERS = regional_answers.c, regional_exceptions.c, regional_offers.c
_OWN_OF = select(regional_answers).where(
    _OWN.account_id == bindparam("account"),
    _OWN.questionnaire == bindparam("questionnaire"),
    _OWN.edition == bindparam("edition"),
)
_ELSEWHERE_OF = select(regional_exceptions).where(
    _ELSEWHERE.account_id == bindparam("account"),
    _ELSEWHERE.questionnaire == bindparam("questionnaire"),
    _ELSEWHERE.edition == bindparam("edition"),
    _ELSEWHERE.municipality_id.in_(bindparam("places", expanding=True)),
)
_OF_SCAN = select(regional_offers).where(_OFFERS.assessment_id == bindparam("scan"))


def own_of(
    connection: Connection, account: str, questionnaire: Questionnaire, places: Iterable[str]
) -> OwnAnswers:
    """Return what somebody answers for these municipalities, by item; of others nothing is read."""
    known = {"account": account, **_edition(questionnaire)}
    otherwise: dict[str, dict[str, Answer]] = {}
    rows = connection.execute(_ELSEWHERE_OF, {**known, "places": list(places)}).mappings()
    for row in rows:
        answer = answer_from(row["answer"], questionnaire.questions[row["item"]])
        otherwise.setdefault(row["item"], {})[row["municipality_id"]] = answer
    return {
        row["item"]: OwnAnswer(
            answer_from(row["answer"], questionnaire.questions[row["item"]]),
            row["version"],
            otherwise.get(row["item"], {}),
        )
        for row in connection.execute(_OWN_OF, known).mappings()
    }


def write(
    connection: Connection,
    account: str,
    questionnaire: Questionnaire,
    item: str,
    own: OwnAnswer,
    places: Iterable[str],
    *,
    at: datetime,
) -> OwnAnswer | None:
    """Write an answer over the version that it has; nothing is written when that is not current.

    Where it is otherwise is written for these municipalities; what holds in others stays.
    """
    key = {"account_id": account, **_edition(questionnaire), "item": item}
    row = {**key, "version": own.version + 1, "answer": kept(own.answer), "changed": at}
    if not upsert(connection, regional_answers, row, tuple(key), seen=own.version):
        return None
    connection.execute(
        delete(regional_exceptions).where(
            *(_ELSEWHERE[name] == value for name, value in key.items()),
            _ELSEWHERE.municipality_id.in_(list(places)),
        )
    )
    for place, answer in own.otherwise.items():
        there = {**key, "municipality_id": place, "answer": kept(answer), "changed": at}
        connection.execute(insert(regional_exceptions).values(**there))
    return OwnAnswer(own.answer, own.version + 1, own.otherwise)


def offers_to(connection: Connection, scan: str, questionnaire: Questionnaire) -> Offers:
    """Return what was offered to a scan, by item, in the order of the questionnaire."""
    found = connection.execute(_OF_SCAN, {"scan": scan}).mappings()
    rows = {row["item"]: row for row in found}
    return {
        name: _offer(rows[name], question)
        for name, question in questionnaire.questions.items()
        if name in rows
    }


def put_offer(connection: Connection, scan: str, item: str, offer: Offer) -> None:
    """Offer an answer to a scan, in the place of what was offered before."""
    key = {"assessment_id": scan, "item": item}
    said = {
        "account_id": offer.account,
        "function": offer.function,
        "answer": kept(offer.answer),
        "offered": offer.offered,
        "state": offer.state.value,
        "note": offer.note,
        "decided": None,
        "decided_by_id": None,
    }
    upsert(connection, regional_offers, {**key, **said}, tuple(key))


def withdraw(connection: Connection, scan: str, account: str) -> int:
    """Take back what this account offered to a scan and nobody decided about; return how much."""
    waiting = _OFFERS.state == OfferState.OFFERED.value
    theirs = (_OFFERS.assessment_id == scan, _OFFERS.account_id == account, waiting)
    return connection.execute(delete(regional_offers).where(*theirs)).rowcount


def decide(
    connection: Connection,
    scan: str,
    item: str,
    state: OfferState,
    account: str,
    *,
    at: datetime,
    note: str = "",
) -> None:
    """Keep what a municipality decided about an offer."""
    which = (_OFFERS.assessment_id == scan, _OFFERS.item == item)
    said = {"state": state.value, "note": note, "decided": at, "decided_by_id": account}
    connection.execute(update(regional_offers).where(*which).values(**said))


def readers(
    connection: Connection, municipality: str, scan: str, account: str, *, on: date
) -> tuple[tuple[Role, str], ...]:
    """Return what they are who may read a scan, but for this account: its members and advisors.

    Each with a function if one is known, never a name.
    """
    query = (
        select(memberships.c.role, accounts.c.function)
        .join(accounts, accounts.c.id == memberships.c.account_id)
        .where(
            memberships.c.municipality_id == municipality,
            memberships.c.account_id != account,
            accounts.c.active,
        )
        .order_by(memberships.c.begun, memberships.c.account_id)
    )
    members = tuple((Role(row.role), row.function) for row in connection.execute(query))
    let_in = any(
        one.to_municipality is None and one.withdrawn is None and one.ends >= on
        for one in grants.of(connection, municipality)
        if one.scan in (None, scan)
    )
    return (*members, (Role.ADVISOR, "")) if let_in else members


def _edition(questionnaire: Questionnaire) -> Mapping[str, str]:
    return {"questionnaire": questionnaire.id, "edition": questionnaire.edition}


def _offer(row: RowMapping, question: Question) -> Offer:
    written = json.dumps([row["answer"], row["function"]], sort_keys=True)
    return Offer(
        answer_from(row["answer"], question),
        row["function"],
        row["offered"],
        row["account_id"],
        OfferState(row["state"]),
        row["note"],
        row["decided"],
        sha256(written.encode()).hexdigest()[:16],
    )

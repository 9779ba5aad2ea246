"""Cases that an advisor wrote: handed in as a file, held to the same rules as ours."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue.own_case import BadCase, read_case
from toolkit.domain.access import Actor
from toolkit.domain.library import Library
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.workshop import Scenario
from toolkit.storage import own_cases

MOST = 20
"""How many cases somebody keeps here."""


class TooManyCases(Exception):
    """Somebody keeps as many cases as there may be."""


def cases_of(
    connection: Connection, account: str, questionnaire: Questionnaire, library: Library
) -> tuple[Scenario, ...]:
    """Return the cases of an account that fit this questionnaire, the oldest first."""
    found = []
    for kept in own_cases.of(connection, account):
        try:
            found.append(read_case(kept.text, questionnaire.questions, library))
        except BadCase:
            continue
    return tuple(found)


def add_case(
    actor: Actor,
    connection: Connection,
    questionnaire: Questionnaire,
    library: Library,
    text: str,
    *,
    at: datetime,
) -> Scenario:
    """Keep a case in the place of one with the same id; raise `BadCase`, `TooManyCases`."""
    case = read_case(text, questionnaire.questions, library)
    for kept in own_cases.of(connection, actor.account):
        if _id(kept.text, questionnaire, library) == case.id:
            own_cases.remove(connection, actor.account, kept.id)
    if own_cases.count(connection, actor.account) >= MOST:
        raise TooManyCases
    own_cases.add(connection, actor.account, text, at=at)
    return case


def _id(text: str, questionnaire: Questionnaire, library: Library) -> str:
    try:
        return read_case(text, questionnaire.questions, library).id
    except BadCase:
        return ""

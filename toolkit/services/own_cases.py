"""Cases that an advisor wrote: handed in as a file, held to the same rules as ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.catalogue.opening import MAIN
from toolkit.catalogue.own_case import BadCase, read_case, sent_case
from toolkit.domain.access import Action, Actor, NotAllowed, may_somewhere
from toolkit.domain.library import Library
from toolkit.domain.problems import Problem
from toolkit.domain.questionnaire import Questionnaire
from toolkit.domain.workshop import Scenario
from toolkit.storage import own_cases
from toolkit.storage.assessments import NotFound

MOST = 20
"""How many cases somebody keeps here."""


class TooManyCases(Exception):
    """Somebody keeps as many cases as there may be."""


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A case that is kept; without a scenario it fits the newest questionnaire no longer."""

    id: str
    scenario: Scenario | None
    problems: tuple[Problem, ...]
    begun: datetime


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


def list_cases(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library
) -> tuple[ListedCase, ...]:
    """Return the cases of this person, the oldest first; raise `NotAllowed`."""
    _may_hold(actor)
    items = shelf.newest(MAIN).questions
    found = []
    for kept in own_cases.of(connection, actor.account):
        try:
            case = read_case(kept.text, items, library)
            found.append(ListedCase(kept.id, case, (), kept.begun))
        except BadCase as bad:
            found.append(ListedCase(kept.id, None, bad.problems, kept.begun))
    return tuple(found)


def add_case(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    content: bytes,
    *,
    at: datetime,
) -> Scenario:
    """Keep the case in a file in the place of one of theirs with the same id.

    Raises `NotAllowed`, `BadCase` and `TooManyCases`.
    """
    _may_hold(actor)
    newest = shelf.newest(MAIN)
    taken = [case.id for case in shelf.scenarios(newest.id, newest.edition)]
    case, text = sent_case(content, newest.questions, library, taken)
    for kept in list_cases(actor, connection, shelf, library):
        if kept.scenario is not None and kept.scenario.id == case.id:
            own_cases.remove(connection, actor.account, kept.id)
    if own_cases.count(connection, actor.account) >= MOST:
        raise TooManyCases
    own_cases.add(connection, actor.account, text, at=at)
    return case


def remove_case(actor: Actor, connection: Connection, name: str) -> None:
    """Take a case away; raise `NotFound`. Workshops in which it is told keep it."""
    if name not in {kept.id for kept in own_cases.of(connection, actor.account)}:
        raise NotFound(name)
    own_cases.remove(connection, actor.account, name)


def _may_hold(actor: Actor) -> None:
    if not may_somewhere(actor, Action.HOLD_WORKSHOP):
        raise NotAllowed(Action.HOLD_WORKSHOP)

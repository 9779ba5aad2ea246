"""Begins a scan from one that another municipality shared: its choices come along, unconfirmed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, may
from toolkit.domain.answers import Answer, State
from toolkit.domain.carrying import carried
from toolkit.domain.days import day_of
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import Opened, open_scan
from toolkit.storage import answers, assessments, audit, grants
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.assessments import Assessment, Draft, NotFound
from toolkit.storage.grants import Offered

REQUEST = "begin_from_shared"


@dataclass(frozen=True, slots=True)
class Beginning:
    """A scan of others to begin from: whose, which, and how many of its answers would come along."""

    grant: str
    of: str
    to: str
    scan: Assessment
    kept: int


def beginnings(
    actor: Actor, connection: Connection, shelf: Shelf, *, at: datetime
) -> tuple[Beginning, ...]:
    """Return the scans from which this person may begin one for their own municipality."""
    found = (
        (one, _opened(actor, connection, shelf, one)) for one in _offered(actor, connection, at)
    )
    return tuple(
        Beginning(one.grant, one.of, one.to, scan.assessment, len(_choices(scan)))
        for one, scan in found
    )


def begin_from_shared(
    actor: Actor, connection: Connection, shelf: Shelf, grant: str, *, at: datetime
) -> str:
    """Return the id of a draft with what the others chose, for people here to confirm.

    Not what they wrote: their words are about themselves, and stay with them. Raises `NotFound`.
    """
    known = (one for one in _offered(actor, connection, at) if one.grant == grant)
    offer = next(known, None)
    if offer is None:
        raise NotFound(grant)
    scan = _opened(actor, connection, shelf, offer)
    frame = scan.assessment
    draft = Draft(
        offer.to, frame.questionnaire, frame.edition, frame.selection, began_from=offer.of
    )
    made = assessments.add(connection, draft, at=at)
    stamp = Stamp(actor.account, at, REQUEST)
    for item, answer in _choices(scan).items():
        question = scan.questionnaire.questions[item]
        answers.write(connection, made, question, answer, over=NONE_YET, stamp=stamp, carried=True)
    about = About.scan(made, offer.to)
    audit.note(connection, actor.account, Happening.BEGUN_FROM_SHARED, about, at=at)
    return made


def _offered(actor: Actor, connection: Connection, at: datetime) -> tuple[Offered, ...]:
    led = [place for place in actor.municipalities if may(actor, Action.START, place)]
    return grants.offered(connection, led, on=day_of(at))


def _opened(actor: Actor, connection: Connection, shelf: Shelf, offer: Offered) -> Opened:
    """Open exactly the scan that was shared, whatever else this person may see."""
    guest = Actor(actor.account, shared=frozenset((offer.scan,)))
    return open_scan(guest, connection, shelf, offer.scan)


def _choices(scan: Opened) -> dict[str, Answer]:
    kept = carried(scan.questionnaire, scan.questionnaire, scan.answers)
    return {
        item: replace(answer, note="", reason="", evidence=())
        for item, answer in kept.items()
        if answer.state is State.ANSWERED
        and answer.value is not None
        and scan.questionnaire.questions[item].scored
    }

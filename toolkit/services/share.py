"""Lets somebody from outside see a scan, or every scan of a municipality, until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.days import day_of
from toolkit.domain.happening import About, Happening
from toolkit.services.led_place import led_place
from toolkit.services.let_person_in import LetIn, Whom, account_for, way_in
from toolkit.services.open_scan import Frame, open_frame
from toolkit.storage import audit, grants, municipalities
from toolkit.storage.assessments import NotFound
from toolkit.storage.grants import Grant, Recipient

USUALLY, AT_MOST = timedelta(days=91), timedelta(days=366)


class NotThatLong(ValueError):
    """The day is before today, or more than a year from it."""


class NoSuchMunicipality(LookupError):
    """No other municipality here is called that."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What is shared: a scan, or with no ``scan`` everything of a municipality, with whom.

    ``wider`` are those who may see every scan, and this one by that.
    """

    municipality: str
    scan: Frame | None
    grants: tuple[Grant, ...]
    wider: tuple[Grant, ...]


def shared(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    place: tuple[str, str | None],
    *,
    at: datetime,
) -> Shared:
    """Return who may see a scan or all of a municipality now (``place``: municipality, scan).

    With a scan its municipality is looked up. Raises `NotFound`, `NotAllowed`.
    """
    municipality, frame = _asked(actor, connection, shelf, place)
    living = tuple(
        one
        for one in grants.of(connection, municipality)
        if one.withdrawn is None and one.ends >= day_of(at)
    )
    wanted = frame.assessment.id if frame is not None else None
    return Shared(
        municipality,
        frame,
        tuple(one for one in living if one.scan == wanted),
        tuple(one for one in living if wanted is not None and one.scan is None),
    )


def share_with_person(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    place: tuple[str, str | None],
    wish: tuple[Whom, date],
    *,
    at: datetime,
) -> LetIn:
    """Let an advisor in until a day (``wish``: whom, day); what they had here before ends.

    Raises what `shared` raises, `NotThatLong` and `NumberNeeded`.
    """
    whom, until = wish
    known = _to_share(actor, connection, shelf, place, until, at)
    account = account_for(actor, connection, known[0], whom, at=at)
    _give(actor, connection, known, Recipient(whom.name, account=account), until, at)
    return LetIn(account, way_in(actor, connection, account, known[0], at=at))


def share_with_municipality(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    scan: str,
    wish: tuple[str, date],
    *,
    at: datetime,
) -> None:
    """Let another municipality begin from a scan (``wish``: its name as it is called here, day).

    Raises what `shared` raises, `NotThatLong` and `NoSuchMunicipality`.
    """
    called, until = wish
    known = _to_share(actor, connection, shelf, ("", scan), until, at)
    other = municipalities.called(connection, called)
    if other is None or other == known[0]:
        raise NoSuchMunicipality
    _give(actor, connection, known, Recipient(called, municipality=other), until, at)


def withdraw(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    place: tuple[str, str | None],
    grant: str,
    *,
    at: datetime,
) -> None:
    """End a grant of exactly this scan or municipality; raise what `shared` raises."""
    known = shared(actor, connection, shelf, place, at=at)
    if grant not in {one.id for one in known.grants}:
        raise NotFound(grant)
    grants.withdraw(connection, grant, at=at)
    _note(actor, connection, Happening.SHARING_ENDED, known.municipality, known.scan, at)


def _to_share(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    place: tuple[str, str | None],
    until: date,
    at: datetime,
) -> tuple[str, Frame | None]:
    known = _asked(actor, connection, shelf, place)
    today = day_of(at)
    if not today <= until <= today + AT_MOST:
        raise NotThatLong
    return known


def _asked(
    actor: Actor, connection: Connection, shelf: Shelf, place: tuple[str, str | None]
) -> tuple[str, Frame | None]:
    municipality, scan = place
    if scan is None:
        return led_place(actor, connection, municipality, Action.SHARE).id, None
    frame = open_frame(actor, connection, shelf, scan)
    frame.require(Action.SHARE)
    return frame.assessment.municipality, frame


def _give(
    actor: Actor,
    connection: Connection,
    known: tuple[str, Frame | None],
    recipient: Recipient,
    until: date,
    at: datetime,
) -> None:
    municipality, frame = known
    scan = frame.assessment.id if frame is not None else None
    for one in grants.to_recipient(connection, (municipality, scan), recipient):
        grants.withdraw(connection, one, at=at)
    grants.give(connection, (municipality, scan), recipient, until, actor.account, at=at)
    _note(actor, connection, Happening.SHARED, municipality, frame, at)


def _note(
    actor: Actor,
    connection: Connection,
    what: Happening,
    municipality: str,
    frame: Frame | None,
    at: datetime,
) -> None:
    whole = About.place(municipality)
    about = whole if frame is None else About.scan(frame.assessment.id, municipality)
    audit.note(connection, actor.account, what, about, at=at)

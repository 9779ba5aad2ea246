"""Lets somebody read one scan along by a link, without an account of their own, until a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.days import day_of
from toolkit.domain.happening import About, Happening
from toolkit.services.open_scan import Frame, open_frame
from toolkit.services.share import AT_MOST, NotThatLong
from toolkit.storage import accounts, assessments, audit, reader_links, sessions
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.reader_links import ReaderLink
from toolkit.storage.sessions import READER


class LinkEnded(LookupError):
    """The link was withdrawn, is past its day, or never existed; which of these is not told."""


@dataclass(frozen=True, slots=True)
class Readers:
    """A scan with the links by which others read it along now."""

    scan: Frame
    links: tuple[ReaderLink, ...]


def readers(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, *, at: datetime
) -> Readers:
    """Return the links to a scan that work now; raise `NotFound`, `NotAllowed`."""
    scan = open_frame(actor, connection, shelf, assessment_id)
    scan.require(Action.SHARE)
    return Readers(scan, reader_links.of(connection, assessment_id, on=day_of(at)))


def give_link(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    wish: tuple[str, date],
    *,
    at: datetime,
) -> str:
    """Return the secret of a new link (``wish``: for whom, until which day), told once.

    Raises what `readers` raises, and `NotThatLong`.
    """
    scan = readers(actor, connection, shelf, assessment_id, at=at).scan
    today = day_of(at)
    if not today <= wish[1] <= today + AT_MOST:
        raise NotThatLong
    account = accounts.add(connection, operator=False, at=at)
    secret = reader_links.give(connection, assessment_id, account, wish, actor.account, at=at)
    _note(actor.account, connection, Happening.READER_LET_IN, scan.assessment, at)
    return secret


def withdraw_link(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    link: str,
    *,
    at: datetime,
) -> None:
    """End a link of exactly this scan, and every session by it; raise what `readers` raises."""
    known = readers(actor, connection, shelf, assessment_id, at=at)
    found = next((one for one in known.links if one.id == link), None)
    if found is None:
        raise NotFound(link)
    reader_links.withdraw(connection, link, at=at)
    sessions.end_all_of(connection, found.account, at=at)
    _note(actor.account, connection, Happening.READER_LET_OUT, known.scan.assessment, at)


def look(connection: Connection, secret: str, *, at: datetime) -> tuple[ReaderLink, Assessment]:
    """Return what a link opens; looking changes nothing (T107). Raises `LinkEnded`."""
    link = reader_links.opened_by(connection, secret, on=day_of(at))
    if link is None:
        raise LinkEnded
    guest = Actor(link.account, shared=frozenset((link.assessment,)))
    return link, assessments.visible_to(guest, connection).get(link.assessment)


def come_to_read(
    connection: Connection, secret: str, cookie: str, *, at: datetime
) -> tuple[str, Assessment]:
    """Begin to read by a link; return the secret for the cookie of a new session, and the scan.

    The session that was in this browser ends. Raises `LinkEnded`.
    """
    link, scan = look(connection, secret, at=at)
    sessions.end(connection, cookie, at=at)
    _note(link.account, connection, Happening.SIGNED_IN, scan, at)
    return sessions.begin(connection, link.account, READER, at=at), scan


def _note(
    account: str, connection: Connection, what: Happening, scan: Assessment, at: datetime
) -> None:
    about = About.scan(scan.id, scan.municipality)
    audit.note(connection, account, what, about, at=at)

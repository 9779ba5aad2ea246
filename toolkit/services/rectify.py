"""Strikes personal data from scans: the one change that may be made in what is final."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection
from structlog import get_logger

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor
from toolkit.domain.days import day_of
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.plain_text import plain
from toolkit.domain.scoring.score import score
from toolkit.domain.striking import can_be_struck
from toolkit.services.open_scan import Opened, open_scan
from toolkit.services.order_document import order_for_final
from toolkit.services.score_json import as_data
from toolkit.storage import assessments, audit, documents, facts, striking
from toolkit.storage.assessments import Assessment
from toolkit.storage.striking import OF_WORKSHOPS, Occurrence, Search

logger = get_logger()


class TooShort(ValueError):
    """The text is so short that it would strike other words too."""


class NothingFound(LookupError):
    """The text stands nowhere."""


class ScoresChanged(Exception):
    """Striking the text would change an outcome; nothing was struck."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Where a text stands: in a scan, in others of the municipality, its workshops, its register.

    ``scans`` are those whose documents are made anew; ``last_copy`` says when everything was
    copied last, and no copy can be changed.
    """

    scan: Opened
    search: Search
    places: tuple[Occurrence, ...]
    scans: tuple[Assessment, ...]
    last_copy: datetime | None


def before_rectifying(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Opened:
    """Return the scan; raise `NotFound`, `NotAllowed`, and `NotNow` when it is not final."""
    scan = open_scan(actor, connection, shelf, assessment_id)
    scan.require(Action.RECTIFY)
    return scan


def seek(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str, text: str
) -> Sought:
    """Return every place where a text stands; nothing changes.

    Raises what `before_rectifying` raises, `TooShort`, `NotPlainText` and `NothingFound`.
    """
    scan = before_rectifying(actor, connection, shelf, assessment_id)
    scans = _scans(actor, connection, scan)
    search = _search(shelf, scan, scans, text)
    places = search.places(connection)
    if not places:
        raise NothingFound
    return Sought(
        scan=scan,
        search=search,
        places=places,
        scans=_touched(scans, places, scan.assessment.id),
        last_copy=facts.last_backup(connection),
    )


def rectify(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    assessment_id: str,
    text: str,
    *,
    at: datetime,
) -> Sought:
    """Strike a text wherever it stands, and have the documents of what is final made anew.

    What stood in the documents before is gone. The log keeps that it happened and where. Raises
    what `seek` raises, and `ScoresChanged`.
    """
    found = seek(actor, connection, shelf, assessment_id, text)
    before = _results(actor, connection, shelf, found.scans)
    found.search.strike(connection, actor.account, at=at)
    if any(place.kind in OF_WORKSHOPS for place in found.places):
        documents.forget_workshops(connection, found.search.municipality)
    if _results(actor, connection, shelf, found.scans) != before:
        raise ScoresChanged
    about = About.scan(assessment_id, found.scan.assessment.municipality)
    audit.note(connection, actor.account, Happening.RECTIFIED, about, at=at)
    for scan in found.scans:
        documents.forget(connection, scan.id)
        own = tuple(
            place for place in found.places if (place.assessment or assessment_id) == scan.id
        )
        if own:
            striking.log(connection, scan.id, own, actor.account, at=at)
            logger.info("rectified", scan=scan.id, places=len(own))
        if scan.state == "final":
            assessments.set_state(connection, scan.id, scan.state, rectified=day_of(at))
            order_for_final(actor, connection, shelf, library, scan.id, at=at)
    return found


def struck_from(connection: Connection, scan: Opened) -> tuple[tuple[date, int], ...]:
    """Return on which days something was struck from a scan, and in how many places each time."""
    logged = striking.logged(connection, scan.assessment.id)
    return tuple((day_of(moment), places) for moment, places in logged)


def _search(shelf: Shelf, scan: Opened, scans: tuple[Assessment, ...], text: str) -> Search:
    wanted = plain(text)
    if not can_be_struck(wanted):
        raise TooShort
    own_words = {
        one.id: frozenset(
            question.id
            for question in shelf.find(one.questionnaire, one.edition).questions.values()
            if question.item.type == "text"
        )
        for one in scans
    }
    return Search(scan.assessment.municipality, wanted, own_words)


def _scans(actor: Actor, connection: Connection, scan: Opened) -> tuple[Assessment, ...]:
    """Return every scan of the municipality, also those that it was carried to."""
    place = scan.assessment.municipality
    every = assessments.visible_to(actor, connection).all()
    return tuple(one for one in every if one.municipality == place)


def _touched(
    scans: tuple[Assessment, ...], places: tuple[Occurrence, ...], asked: str
) -> tuple[Assessment, ...]:
    """Return the scans whose documents hold the text; all but the final ones print the register.

    What is struck from the register is noted with the scan from which that was asked.
    """
    named = {place.assessment or asked for place in places}
    registered = any(
        place.assessment is None and place.kind not in OF_WORKSHOPS for place in places
    )
    return tuple(one for one in scans if one.id in named or (registered and one.state != "final"))


def _results(
    actor: Actor, connection: Connection, shelf: Shelf, scans: tuple[Assessment, ...]
) -> Mapping[str, object]:
    opened = (open_scan(actor, connection, shelf, one.id) for one in scans)
    return {
        one.assessment.id: as_data(
            score(one.questionnaire, one.answers, selection=one.assessment.selection)
        )
        for one in opened
    }

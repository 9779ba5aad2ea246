"""Lets somebody who works for several municipalities answer once for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.domain.access import Action, Actor, may
from toolkit.domain.questionnaire import Question, Questionnaire
from toolkit.domain.regional import FEWEST, NOTHING_SAID, OwnAnswer, OwnAnswers
from toolkit.services.open_scan import Frame
from toolkit.services.save_answer import Conflict, Given, NoSuchQuestion
from toolkit.storage import assessments, regional
from toolkit.storage.answers import KeptAnswer
from toolkit.storage.assessments import Assessment, NotFound


@dataclass(frozen=True)
class Region:
    """The scans of the municipalities for which somebody works, by name; one a municipality."""

    actor: Actor
    questionnaire: Questionnaire
    frames: tuple[Frame, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions for the region that any of the scans asks, in file order."""
        every = self.questionnaire.questions.values()
        return tuple(
            one
            for one in every
            if one.item.scope == "regional" and any(frame.asks(one.id) for frame in self.frames)
        )

    @property
    def names(self) -> Mapping[str, str]:
        """The names of the municipalities by id."""
        frames = (frame.assessment for frame in self.frames)
        return {one.municipality: one.municipality_name for one in frames}

    def asking(self, question: Question) -> Mapping[str, str]:
        """Return the names of the municipalities that ask this; a short round asks less."""
        frames = (frame.assessment for frame in self.frames if frame.asks(question.id))
        return {one.municipality: one.municipality_name for one in frames}

    def question(self, item: str) -> Question:
        """Return a question for the region; raise `NoSuchQuestion`."""
        found = next((one for one in self.questions if one.id == item), None)
        if found is None:
            raise NoSuchQuestion(item)
        return found


def regions(actor: Actor, connection: Connection, shelf: Shelf) -> tuple[Region, ...]:
    """Return for which questionnaires somebody can answer for several municipalities at once.

    Those are the ones of which at least two municipalities have a scan that is not final, one of
    them in draft, and in which this person works. Of two scans of one municipality the draft counts.
    """
    found: dict[tuple[str, str], dict[str, Assessment]] = {}
    every = assessments.visible_to(actor, connection).all()
    for one in sorted(every, key=lambda scan: scan.state != "draft"):
        if one.state != "final" and not one.fictional and _works_there(actor, one):
            places = found.setdefault((one.questionnaire, one.edition), {})
            places.setdefault(one.municipality, one)
    made = (
        Region(actor, shelf.find(*edition), _frames(actor, shelf, places.values()))
        for edition, places in found.items()
        if len(places) >= FEWEST and any(one.state == "draft" for one in places.values())
    )
    return tuple(region for region in made if region.questions)


def open_region(
    actor: Actor, connection: Connection, shelf: Shelf, questionnaire: str, edition: str
) -> Region:
    """Return the region of this person for an edition; raise `NotFound` when there is none."""
    for region in regions(actor, connection, shelf):
        if (region.questionnaire.id, region.questionnaire.edition) == (questionnaire, edition):
            return region
    raise NotFound(questionnaire)


def own_answers(connection: Connection, region: Region) -> OwnAnswers:
    """Return what this person answers for these municipalities."""
    return regional.own_of(connection, region.actor.account, region.questionnaire, region.names)


def answer_for_all(
    connection: Connection,
    region: Region,
    given: Given,
    places: frozenset[str],
    *,
    at: datetime,
) -> OwnAnswer:
    """Keep an answer for the region, but for these municipalities, where it is otherwise.

    What was answered there stays. It belongs to whoever gave it, and counts nowhere until it is
    offered and accepted. Raises `NoSuchQuestion`, and `Conflict` when it was changed since; one
    that comes again gives the same result.
    """
    current = _current(connection, region, given.item)
    chosen = tuple(place for place in region.names if place in places)
    return _keep(connection, region, given, current, current.with_places(given.answer, chosen), at)


def answer_elsewhere(
    connection: Connection, region: Region, given: Given, place: str, *, at: datetime
) -> OwnAnswer:
    """Keep the answer of one municipality where it is otherwise, as `answer_for_all` does."""
    if place not in region.names:
        raise NotFound(place)
    current = _current(connection, region, given.item)
    wanted = current.with_answer_in(place, given.answer)
    return _keep(connection, region, given, current, wanted, at)


def _works_there(actor: Actor, scan: Assessment) -> bool:
    return may(actor, Action.OFFER, scan.municipality, scan=scan.id)


def _frames(actor: Actor, shelf: Shelf, scans: Iterable[Assessment]) -> tuple[Frame, ...]:
    by_name = sorted(scans, key=lambda one: (one.municipality_name.casefold(), one.id))
    return tuple(Frame(actor, one, shelf.find(one.questionnaire, one.edition)) for one in by_name)


def _current(connection: Connection, region: Region, item: str) -> OwnAnswer:
    return own_answers(connection, region).get(region.question(item).id, NOTHING_SAID)


def _keep(
    connection: Connection,
    region: Region,
    given: Given,
    current: OwnAnswer,
    wanted: OwnAnswer,
    at: datetime,
) -> OwnAnswer:
    if wanted.says_the_same(current):
        return current
    if current.version != given.seen:
        raise Conflict(given, KeptAnswer(current.answer, current.version))
    account, questionnaire = region.actor.account, region.questionnaire
    written = regional.write(
        connection, account, questionnaire, given.item, wanted, region.names, at=at
    )
    if written is None:  # Another database may let two writers in at once; the row decides.
        now = _current(connection, region, given.item)
        raise Conflict(given, KeptAnswer(now.answer, now.version))
    return written

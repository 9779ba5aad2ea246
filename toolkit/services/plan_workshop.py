"""Plans a workshop: begins it, proposes it anew by other wishes, and keeps what its advisor changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.catalogue.opening import MAIN
from toolkit.domain.access import Action, Actor, NotAllowed, may_somewhere
from toolkit.domain.happening import About, Happening
from toolkit.domain.library import Library
from toolkit.domain.report import Form, Kind, facts
from toolkit.domain.workshop_plan import Plan
from toolkit.domain.workshop_proposal import Whose, Wishes
from toolkit.services.document_source import source
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import open_frame
from toolkit.services.open_workshop import Held
from toolkit.services.own_cases import cases_of
from toolkit.services.prepare_workshop import Subject, proposed
from toolkit.storage import audit, known_cases, workshops
from toolkit.storage.workshops import Data, KeptWorkshop, NewWorkshop

MOST = 200
"""How many workshops somebody keeps here."""


class PlanChanged(Exception):
    """The plan was changed in another window in the meantime; nothing was written."""


class TooManyWorkshops(Exception):
    """Somebody keeps as many workshops as there may be."""


@dataclass(frozen=True, slots=True)
class FromScan:
    """A workshop about a scan; ``unnamed`` stands for a municipality without a name."""

    assessment: str
    unnamed: str


@dataclass(frozen=True, slots=True)
class FromName:
    """A workshop for a municipality of which there is only a name."""

    name: str


def list_workshops(actor: Actor, connection: Connection) -> tuple[KeptWorkshop, ...]:
    """Return the workshops of this person, the newest first."""
    return workshops.visible_to(actor, connection).all()


def begin_workshop(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    beginning: FromScan | FromName,
    *,
    at: datetime,
) -> str:
    """Propose a workshop and keep it; return its id.

    Raises `NotFound`, `NotAllowed`, `NotAsKept`, `OnePersonOnly`, `NoScenarios` and
    `TooManyWorkshops`.
    """
    if not may_somewhere(actor, Action.HOLD_WORKSHOP):
        raise NotAllowed(Action.HOLD_WORKSHOP)
    if len(list_workshops(actor, connection)) >= MOST:
        raise TooManyWorkshops
    if isinstance(beginning, FromName):
        subject = Subject(Whose(beginning.name), shelf.newest(MAIN))
        return _keep(actor, connection, shelf, library, subject, frozenset(), at=at)
    found = source(actor, connection, shelf, library, beginning.assessment)
    found.opened.require(Action.HOLD_WORKSHOP)
    frame = found.opened.assessment
    result, day = result_of(connection, found.opened), found.day(at)
    said = facts(found.scan, result, found.library, kind=Kind.FULL, form=Form.WORK, day=day)
    whose = Whose(
        frame.municipality_name or beginning.unnamed, frame.fictional, found.scan.respondents
    )
    subject = Subject(whose, found.opened.questionnaire, said)
    known = frozenset(n for n, yes in known_cases.of(connection, frame.id).items() if yes)
    scan = (frame.municipality, frame.id)
    return _keep(actor, connection, shelf, library, subject, known, scan, at=at)


def propose_anew(held: Held, wishes: Wishes, day: date | None, *, seen: int) -> None:
    """Keep the proposal by other wishes in the place of the plan, over the version that was seen.

    Who comes, what is filled in of the card and what the supporting organisation said of the same
    story stay; so do the cases that resemble something known. Raises what `proposed` raises, and
    `PlanChanged`.
    """
    asked = Wishes(wishes.minutes, wishes.scenario, wishes.known | held.wishes.known)
    kept = {**held.kept.wishes, **_asked(wishes), "known": sorted(asked.known)}
    _put(held, _anew(held, asked), kept, day, seen)


def set_day(held: Held, day: date | None, *, seen: int) -> None:
    """Keep on which day it is, or that nobody knows yet; raise `PlanChanged`."""
    _put(held, held.plan, held.kept.wishes, day, seen)


def keep_plan(held: Held, plan: Plan, day: date | None = None, *, seen: int) -> None:
    """Keep a plan over the version that was seen; raise `PlanChanged`.

    A day that is not given stays as it is.
    """
    _put(held, plan, held.kept.wishes, day or held.kept.day, seen)


def say_known(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    said: Mapping[str, bool],
    *,
    at: datetime,
) -> None:
    """Keep of which of our cases somebody said that they resemble something known, or do not.

    Raises `NotFound` and `NotAllowed`.
    """
    scan = open_frame(actor, connection, shelf, assessment_id)
    scan.require(Action.HOLD_WORKSHOP)
    frame = scan.assessment
    ours = {one.id for one in shelf.scenarios(frame.questionnaire, frame.edition)}
    kept = {name: known for name, known in said.items() if name in ours}
    known_cases.put(connection, assessment_id, kept, by=actor.account, at=at)


def known_of(
    actor: Actor, connection: Connection, shelf: Shelf, assessment_id: str
) -> Mapping[str, bool]:
    """Return what was said of the cases of a scan; raises `NotFound` and `NotAllowed`."""
    open_frame(actor, connection, shelf, assessment_id).require(Action.HOLD_WORKSHOP)
    return known_cases.of(connection, assessment_id)


def say_known_here(held: Held, said: Mapping[str, bool], *, seen: int) -> None:
    """Keep the same for a workshop that has no scan; a story that is known gives way to another.

    Raises what `proposed` raises, and `PlanChanged`.
    """
    names = {case.id for case in held.cases}
    known = frozenset(name for name, yes in said.items() if yes and name in names)
    other = sorted(name for name, yes in said.items() if not yes and name in names)
    wishes = {**held.kept.wishes, "known": sorted(known), "not_known": other}
    plan = held.plan
    if plan.scenario in known:
        plan = _anew(held, Wishes(held.wishes.minutes, None, known))
        wishes["scenario"] = None
    _put(held, plan, wishes, held.kept.day, seen)


def remove_workshop(held: Held, *, at: datetime) -> None:
    """Take a workshop away with its notebook and its papers."""
    about = About.workshop(held.id, held.kept.municipality)
    audit.note(held.connection, held.actor.account, Happening.WORKSHOP_REMOVED, about, at=at)
    workshops.remove(held.connection, held.id)


def _anew(held: Held, wishes: Wishes) -> Plan:
    """Return a fresh plan by these wishes, with what of the plan so far is still true."""
    fresh = proposed(held.subject, held.shelf, held.library, wishes, held.own_cases).plan
    before = held.plan
    same = before.story is not None and fresh.story == before.story
    return fresh.changed(
        coming=tuple(seat for seat in before.coming if seat in fresh.seats),
        route=before.route,
        consent=before.consent if same else "not_asked",
    )


def _keep(  # noqa: PLR0913 (what a workshop begins with)
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    library: Library,
    subject: Subject,
    known: frozenset[str],
    scan: tuple[str, str] = ("", ""),
    *,
    at: datetime,
) -> str:
    wishes = Wishes(known=known)
    own = cases_of(connection, actor.account, subject.questionnaire, library)
    plan = proposed(subject, shelf, library, wishes, own).plan
    municipality, assessment = scan
    asked = {**_asked(Wishes()), "known": sorted(known)}
    new = NewWorkshop(actor.account, asked, plan.model_dump(mode="json"), municipality, assessment)
    name = workshops.add(connection, new, at=at)
    about = About.workshop(name, municipality)
    audit.note(connection, actor.account, Happening.WORKSHOP_BEGUN, about, at=at)
    return name


def _asked(wishes: Wishes) -> Data:
    return {"minutes": wishes.minutes, "scenario": wishes.scenario}


def _put(held: Held, plan: Plan, wishes: Data, day: date | None, seen: int) -> None:
    data = plan.model_dump(mode="json")
    if not workshops.put_plan(held.connection, held.id, data, dict(wishes), day, seen=seen):
        raise PlanChanged

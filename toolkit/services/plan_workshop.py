"""Plans a workshop: begins it, proposes it anew by other wishes, and keeps what its advisor changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from toolkit.catalogue import Shelf
from toolkit.catalogue.opening import MAIN
from toolkit.domain.access import Action, Actor, NotAllowed, may_somewhere
from toolkit.domain.library import Library
from toolkit.domain.report import Form, Kind, facts
from toolkit.domain.workshop_plan import Plan
from toolkit.domain.workshop_proposal import Whose, Wishes
from toolkit.services.document_source import source
from toolkit.services.kept_for_good import result_of
from toolkit.services.open_scan import open_frame
from toolkit.services.open_workshop import Held, open_workshop, wishes_of
from toolkit.services.own_cases import cases_of
from toolkit.services.prepare_workshop import Subject, proposed
from toolkit.storage import known_cases, workshops
from toolkit.storage.workshops import KeptWorkshop, NewWorkshop

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
    story stay. Raises what `proposed` raises, and `PlanChanged`.
    """
    known = wishes.known | held.wishes.known
    asked = Wishes(wishes.minutes, wishes.scenario, known)
    fresh = proposed(held.subject, held.shelf, held.library, asked, held.own_cases).plan
    before = held.plan
    same = before.story is not None and fresh.story == before.story
    coming = tuple(seat for seat in before.coming if seat in fresh.seats)
    kept = fresh.changed(
        coming=coming, route=before.route, consent=before.consent if same else "not_asked"
    )
    _put(held, kept, _asked(wishes), day, seen)


def keep_plan(held: Held, plan: Plan, day: date | None = None, *, seen: int) -> None:
    """Keep a plan over the version that was seen; raise `PlanChanged`.

    A day that is not given stays as it is.
    """
    _put(held, plan, dict(held.kept.wishes), day or held.kept.day, seen)


def say_known(
    actor: Actor,
    connection: Connection,
    shelf: Shelf,
    assessment_id: str,
    said: dict[str, bool],
    *,
    at: datetime,
) -> None:
    """Keep of which cases somebody said that they resemble something known, or do not.

    Raises `NotFound` and `NotAllowed`.
    """
    open_frame(actor, connection, shelf, assessment_id).require(Action.HOLD_WORKSHOP)
    known_cases.put(connection, assessment_id, said, by=actor.account, at=at)


def remove_workshop(
    actor: Actor, connection: Connection, shelf: Shelf, library: Library, name: str
) -> None:
    """Take a workshop away with its notebook; raise `NotFound`."""
    held = open_workshop(actor, connection, shelf, library, name)
    workshops.remove(connection, held.id)


def with_known(kept: KeptWorkshop, known: Iterable[str]) -> Wishes:
    """Return what was asked for, with these cases as those that resemble something known."""
    asked = wishes_of(kept)
    return Wishes(asked.minutes, asked.scenario, frozenset(known))


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
    new = NewWorkshop(
        actor.account, _asked(Wishes()), plan.model_dump(mode="json"), municipality, assessment
    )
    return workshops.add(connection, new, at=at)


def _asked(wishes: Wishes) -> dict[str, object]:
    return {
        "minutes": wishes.minutes,
        "scenario": wishes.scenario,
        "known": sorted(wishes.known),
    }


def _put(held: Held, plan: Plan, wishes: dict[str, object], day: date | None, seen: int) -> None:
    data = plan.model_dump(mode="json")
    if not workshops.put_plan(held.connection, held.id, data, wishes, day, seen=seen):
        raise PlanChanged

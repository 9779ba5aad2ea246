"""Scans of municipalities; every search starts from what somebody may see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import Connection, RowMapping, Select, bindparam, delete, insert, select, update

from toolkit.domain.access import Actor
from toolkit.domain.scan import Adoption, ScanState
from toolkit.storage.ids import new_id
from toolkit.storage.tables import assessments, municipalities

_LARGE = ("result", "library", "evidence")
_STATES: tuple[ScanState, ...] = ("draft", "in_review", "final")


class NotFound(LookupError):
    """It is not there, or it is not for this person; which of the two is not told."""


class NotAsKept(Exception):
    """A final scan amounts to something else than the result that it keeps."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """One scan without its answers."""

    id: str
    municipality: str
    municipality_name: str
    municipality_code: str
    questionnaire: str
    edition: str
    selection: str | None
    title: str
    state: ScanState
    fictional: bool
    begun: datetime
    finalised: datetime | None
    dated: date | None
    adoption: Adoption | None
    respondents: tuple[str, ...]
    earlier: str | None
    corrects: str | None
    correction_reason: str
    correction_approver: str
    rectified: date | None
    approver: str
    outcome_on: date | None
    began_from: str
    told_back: date | None
    tell_again: date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What a new scan begins with."""

    municipality: str
    questionnaire: str
    edition: str
    selection: str | None = None
    title: str = ""
    fictional: bool = False
    dated: date | None = None
    respondents: tuple[str, ...] = ()
    earlier: str | None = None
    corrects: str | None = None
    correction_reason: str = ""
    correction_approver: str = ""
    began_from: str = ""


@dataclass(frozen=True, slots=True)
class VisibleScans:
    """The scans that one person may see."""

    actor: Actor
    connection: Connection

    def get(self, assessment_id: str) -> Assessment:
        """Return a scan; raise `NotFound`."""
        known = {**self._theirs, "scan": assessment_id}
        one = _one(shared=bool(self.actor.shared))
        found = self.connection.execute(one, known).mappings().one_or_none()
        if found is None:
            raise NotFound(assessment_id)
        return _assessment(found)

    def all(self) -> tuple[Assessment, ...]:
        """Return every scan, the newest first."""
        seen = _seen(shared=bool(self.actor.shared))
        found = self.connection.execute(seen, self._theirs).mappings()
        return tuple(map(_assessment, found))

    @property
    def _theirs(self) -> dict[str, list[str]]:
        return {
            "municipalities": list(self.actor.municipalities),
            "one_by_one": sorted(self.actor.shared),
        }


def visible_to(actor: Actor, connection: Connection) -> VisibleScans:
    """Return the scans that this person may see."""
    return VisibleScans(actor, connection)


def add(connection: Connection, draft: Draft, *, at: datetime) -> str:
    """Begin a scan; return its id."""
    name = new_id()
    connection.execute(
        insert(assessments).values(
            id=name,
            municipality_id=draft.municipality,
            questionnaire=draft.questionnaire,
            edition=draft.edition,
            selection=draft.selection,
            title=draft.title,
            state="draft",
            fictional=draft.fictional,
            begun=at,
            dated=draft.dated,
            respondents=list(draft.respondents),
            earlier_id=draft.earlier,
            corrects_id=draft.corrects,
            correction_reason=draft.correction_reason,
            correction_approver=draft.correction_approver,
            began_from=draft.began_from,
        )
    )
    return name


def set_state(
    connection: Connection, assessment_id: str, state: ScanState, **values: object
) -> None:
    """Keep the state of a scan, with what belongs to it."""
    which = assessments.c.id == assessment_id
    connection.execute(update(assessments).where(which).values(state=state, **values))


def kept_library(connection: Connection, assessment_id: str) -> str | None:
    """Return the library that a final scan keeps, as JSON text, if it keeps one."""
    which = assessments.c.id == assessment_id
    kept = connection.execute(select(assessments.c.library).where(which)).scalar()
    return None if kept is None else json.dumps(kept)


def kept_result(connection: Connection, assessment_id: str) -> object:
    """Return what a final scan keeps of its result, as plain data, if it keeps any."""
    which = assessments.c.id == assessment_id
    return connection.execute(select(assessments.c.result).where(which)).scalar()


def remove(connection: Connection, assessment_id: str) -> None:
    """Remove a scan with everything that belongs to it."""
    connection.execute(delete(assessments).where(assessments.c.id == assessment_id))


@cache
def _seen(*, shared: bool) -> Select[tuple[object, ...]]:
    columns = assessments.c
    theirs = columns.municipality_id.in_(bindparam("municipalities", expanding=True))
    one_by_one = columns.id.in_(bindparam("one_by_one", expanding=True))
    small = (column for column in columns if column.name not in _LARGE)
    return (
        select(*small, municipalities.c.name.label("of_name"), municipalities.c.code)
        .join(municipalities, municipalities.c.id == columns.municipality_id)
        .where(theirs | one_by_one if shared else theirs)
        .order_by(columns.begun.desc(), columns.id)
    )


@cache
def _one(*, shared: bool) -> Select[tuple[object, ...]]:
    return _seen(shared=shared).where(assessments.c.id == bindparam("scan"))


def _assessment(kept: RowMapping) -> Assessment:
    return Assessment(
        id=kept["id"],
        municipality=kept["municipality_id"],
        municipality_name=kept["of_name"],
        municipality_code=kept["code"],
        questionnaire=kept["questionnaire"],
        edition=kept["edition"],
        selection=kept["selection"],
        title=kept["title"],
        state=_state(kept["state"]),
        fictional=kept["fictional"],
        begun=kept["begun"],
        finalised=kept["finalised"],
        dated=kept["dated"],
        adoption=Adoption(kept["adopted"], kept["decision"]) if kept["adopted"] else None,
        respondents=tuple(kept["respondents"]),
        earlier=kept["earlier_id"],
        corrects=kept["corrects_id"],
        correction_reason=kept["correction_reason"],
        correction_approver=kept["correction_approver"],
        rectified=kept["rectified"],
        approver=kept["approver"],
        outcome_on=kept["outcome_on"],
        began_from=kept["began_from"],
        told_back=kept["told_back"],
        tell_again=kept["tell_again"],
    )


def _state(name: str) -> ScanState:
    return next(state for state in _STATES if state == name)

"""Workshops, each of whoever prepares and holds it; every search starts from that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, delete, insert, select, update

from toolkit.domain.access import Actor
from toolkit.storage.assessments import NotFound
from toolkit.storage.ids import new_id
from toolkit.storage.tables import workshop_counts, workshops

Data = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class KeptWorkshop:
    """A workshop as it is kept; what was asked, the plan and the room as plain values.

    ``municipality`` and ``assessment`` are ids, empty when it began with a name only.
    """

    id: str
    account: str
    municipality: str
    assessment: str
    version: int
    wishes: Data
    plan: Data
    day: date | None
    begun: datetime
    room: Data
    room_version: int
    expert_saw: date | None


@dataclass(frozen=True, slots=True)
class NewWorkshop:
    """What a workshop begins with."""

    account: str
    wishes: Data
    plan: Data
    municipality: str = ""
    assessment: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class VisibleWorkshops:
    """The workshops of one person."""

    actor: Actor
    connection: Connection

    def get(self, name: str) -> KeptWorkshop:
        """Return a workshop; raise `NotFound`."""
        query = select(workshops).where(workshops.c.id == name, self._theirs)
        row = self.connection.execute(query).mappings().one_or_none()
        if row is None:
            raise NotFound(name)
        return _workshop(row)

    def all(self) -> tuple[KeptWorkshop, ...]:
        """Return every workshop, the newest first."""
        order = (workshops.c.begun.desc(), workshops.c.id)
        rows = self.connection.execute(select(workshops).where(self._theirs).order_by(*order))
        return tuple(map(_workshop, rows.mappings()))

    def until(self, day: date, *, without: int) -> tuple[KeptWorkshop, ...]:
        """Return those that were held until a day, and have no counts after so many months."""
        counted = workshop_counts.c
        again = select(counted.workshop_id).where(counted.months == without)
        which = (self._theirs, workshops.c.day <= day, workshops.c.id.not_in(again))
        query = select(workshops).where(*which).order_by(workshops.c.day, workshops.c.id)
        return tuple(map(_workshop, self.connection.execute(query).mappings()))

    @property
    def _theirs(self) -> ColumnElement[bool]:
        return workshops.c.account_id == self.actor.account


def visible_to(actor: Actor, connection: Connection) -> VisibleWorkshops:
    """Return the workshops that this person may see: their own."""
    return VisibleWorkshops(actor, connection)


def by_id(connection: Connection, name: str) -> KeptWorkshop | None:
    """Return a workshop for the program itself, which makes its papers."""
    row = connection.execute(select(workshops).where(workshops.c.id == name)).mappings()
    found = row.one_or_none()
    return None if found is None else _workshop(found)


def add(connection: Connection, new: NewWorkshop, *, at: datetime) -> str:
    """Begin a workshop; return its id."""
    name = new_id()
    connection.execute(
        insert(workshops).values(
            id=name,
            account_id=new.account,
            municipality_id=new.municipality or None,
            assessment_id=new.assessment or None,
            version=1,
            wishes=new.wishes,
            plan=new.plan,
            day=new.day,
            begun=at,
            room={},
            room_version=1,
        )
    )
    return name


def put_plan(
    connection: Connection, name: str, plan: Data, wishes: Data, day: date | None, *, seen: int
) -> bool:
    """Keep a plan over the version that was seen; return whether that was the current one."""
    which = (workshops.c.id == name, workshops.c.version == seen)
    values = {"plan": plan, "wishes": wishes, "day": day, "version": seen + 1}
    return connection.execute(update(workshops).where(*which).values(**values)).rowcount == 1


def put_room(connection: Connection, name: str, room: Data, *, seen: int) -> bool:
    """Keep where the room is over the version that was seen; return whether that was current."""
    which = (workshops.c.id == name, workshops.c.room_version == seen)
    changed = update(workshops).where(*which).values(room=room, room_version=seen + 1)
    return connection.execute(changed).rowcount == 1


def expert_saw(connection: Connection, name: str, day: date | None) -> None:
    """Write down when the organisation saw the words of the second round; nothing: not yet."""
    connection.execute(update(workshops).where(workshops.c.id == name).values(expert_saw=day))


def remove(connection: Connection, name: str) -> None:
    """Take a workshop away with everything in it."""
    connection.execute(delete(workshops).where(workshops.c.id == name))


def _workshop(row: RowMapping) -> KeptWorkshop:
    return KeptWorkshop(
        id=row["id"],
        account=row["account_id"],
        municipality=row["municipality_id"] or "",
        assessment=row["assessment_id"] or "",
        version=row["version"],
        wishes=row["wishes"],
        plan=row["plan"],
        day=row["day"],
        begun=row["begun"],
        room=row["room"],
        room_version=row["room_version"],
        expert_saw=row["expert_saw"],
    )

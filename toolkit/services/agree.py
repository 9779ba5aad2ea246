"""Keeps what a workshop agreed, and makes an action of it once it says how a child notices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from toolkit.domain.access import Action, may, require
from toolkit.domain.scan import ActionStatus, PlannedAction
from toolkit.domain.workshop_outcome import MOST_AGREED
from toolkit.services.open_workshop import Held
from toolkit.storage import surroundings, workshop_room
from toolkit.storage.assessments import Assessment, NotFound
from toolkit.storage.workshop_room import Agreement


class AgreementsChanged(Exception):
    """Lines were changed in another window in the meantime; nothing was written.

    ``theirs`` are those lines as they stand there now.
    """

    def __init__(self, theirs: Sequence[Agreement]) -> None:
        super().__init__(tuple(one.number for one in theirs))
        self.theirs = tuple(theirs)


class NoChildYet(ValueError):
    """An agreement that says nothing, or not how a child notices it, is no action yet."""


class NoScanToAgree(Exception):
    """There is no scan to add an action to: the agreement stays in the report."""


def five_lines(held: Held) -> tuple[Agreement, ...]:
    """Return the five lines, also those in which nothing stands."""
    kept = {one.number: one for one in workshop_room.agreements_of(held.connection, held.id)}
    return tuple(kept.get(n, Agreement(n, "")) for n in range(1, MOST_AGREED + 1))


def keep_agreements(held: Held, said: Sequence[Agreement], *, at: datetime) -> None:
    """Keep the lines, each over the version that was seen; all of them, or `AgreementsChanged`.

    A line that became an action stays with it, whatever is written in it later.
    """
    known = {one.number: one for one in five_lines(held)}
    new = [one for one in said if not _same(one, known[one.number])]
    theirs = [known[one.number] for one in new if one.version != known[one.number].version]
    if theirs:
        raise AgreementsChanged(theirs)
    for one in new:
        workshop_room.put_agreement(held.connection, held.id, one, at=at)


def make_action(held: Held, number: int, note: str, *, at: datetime) -> str:
    """Make an action of an agreement in the scan of its municipality; return its id.

    It is made once: who asks again gets the one that is there. It is decided only when somebody
    who leads the scan makes it with an owner and a day; an advisor decides nothing for a
    municipality, so from them it is proposed. ``note`` says from which workshop it comes. Raises
    `NotFound`, `NoChildYet`, `NoScanToAgree`, `NotAllowed`.
    """
    found = next((one for one in five_lines(held) if one.number == number), None)
    if found is None:
        raise NotFound(str(number))
    scan = held.scan
    if scan is None:
        raise NoScanToAgree
    require(held.actor, Action.AGREE, scan.municipality, scan.state, scan.id)
    if found.action:
        return found.action
    if not found.what or not found.child_notices:
        raise NoChildYet
    action = PlannedAction(
        what=found.what,
        owner=found.who,
        due=found.due,
        status=_status(held, scan, found),
        items=(found.item,) if found.item else (),
        child_notices=found.child_notices,
        note=note,
    )
    by = held.actor.account
    name = surroundings.add_action(held.connection, scan.id, action, by=by, at=at)
    workshop_room.became(held.connection, held.id, number, name)
    return name


def _status(held: Held, scan: Assessment, found: Agreement) -> ActionStatus:
    leads = may(held.actor, Action.PLAN, scan.municipality, scan.state, scan.id)
    return "decided" if leads and found.who and found.due else "proposed"


def _same(one: Agreement, other: Agreement) -> bool:
    return replace(one, version=0, action="") == replace(other, version=0, action="")

"""Keeps the notebook of whoever holds a workshop; nobody else reads it, and no document holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from toolkit.domain.fields import Text
from toolkit.services.open_workshop import Held
from toolkit.storage import workshop_room
from toolkit.storage.workshop_room import NOTHING_YET, KeptWords

GENERAL = "general"
"""Where stands what is of no phase."""


@dataclass(frozen=True, slots=True)
class Note:
    """A place in the notebook with what stands there; ``title`` is missing for what is of no part.

    Of a part that is in the plan no more the text stays until somebody empties it.
    """

    place: str
    title: Text | None
    kept: KeptWords


def notebook(held: Held) -> tuple[Note, ...]:
    """Return the notebook: for the whole, of each phase, and whatever else was written."""
    kept = workshop_room.notes_of(held.connection, held.id)
    phases = {phase.id: phase.title for phase in held.plan.phases}
    points = {point.id: point.title for point in held.plan.agenda}
    written = [place for place, words in kept.items() if words.text]
    places = dict.fromkeys((GENERAL, *phases, *(one for one in points if one in written), *written))
    return tuple(
        Note(place, phases.get(place) or points.get(place), kept.get(place, NOTHING_YET))
        for place in places
    )


def keep_notes(
    held: Held, written: Mapping[str, KeptWords], *, at: datetime
) -> Mapping[str, KeptWords]:
    """Keep what was written over the versions that were seen.

    Returns what stands at each place where another window wrote in the meantime: there nothing was
    kept. A place that the notebook does not have is left out.
    """
    known = {note.place: note.kept for note in notebook(held)}
    changed: dict[str, KeptWords] = {}
    for place, words in written.items():
        if place not in known or known[place].text == words.text:
            continue
        if not workshop_room.put_note(
            held.connection, held.id, place, words.text, seen=words.version, at=at
        ):
            changed[place] = known[place]
    return changed

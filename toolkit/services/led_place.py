"""Finds a municipality that somebody may do something in."""

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, may, require
from toolkit.storage import municipalities
from toolkit.storage.assessments import NotFound
from toolkit.storage.municipalities import MunicipalityRow


def led_place(
    actor: Actor, connection: Connection, municipality: str, action: Action
) -> MunicipalityRow:
    """Return a municipality in which this person may do this; raise `NotFound`, `NotAllowed`."""
    known = (one for one in municipalities.of(connection, actor) if one.id == municipality)
    found = next(known, None)
    if found is None:
        raise NotFound(municipality)
    require(actor, action, municipality)
    return found


def led_places(actor: Actor, connection: Connection) -> tuple[MunicipalityRow, ...]:
    """Return the municipalities whose people this person manages."""
    every = municipalities.of(connection, actor)
    return tuple(one for one in every if may(actor, Action.MANAGE_MEMBERS, one.id))

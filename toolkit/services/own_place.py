"""Says in which municipality somebody begins something of their own."""

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, NotAllowed
from toolkit.storage import municipalities


def own_place(actor: Actor, connection: Connection, action: Action) -> str:
    """Return the first municipality of this person that is not invented.

    Raises `NotAllowed` for this action when there is none.
    """
    places = municipalities.of(connection, actor)
    own = next((place.id for place in places if not place.fictional), None)
    if own is None:
        raise NotAllowed(action)
    return own

"""Says in which municipality somebody begins something of their own."""

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, NotAllowed, may
from toolkit.storage import municipalities


def own_place(actor: Actor, connection: Connection, action: Action) -> str:
    """Return the first municipality that is not invented in which this person may do this.

    Raises `NotAllowed` when there is none.
    """
    places = municipalities.of(connection, actor)
    may_here = (one.id for one in places if not one.fictional and may(actor, action, one.id))
    own = next(may_here, None)
    if own is None:
        raise NotAllowed(action)
    return own

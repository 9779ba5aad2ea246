"""Says in whose look a page stands."""

from __future__ import annotations

from sqlalchemy import Connection

from toolkit.domain.access import Actor
from toolkit.domain.look import Look
from toolkit.storage import looks
from toolkit.storage.assessments import NotFound
from toolkit.storage.looks import Dressed


def dressed(
    actor: Actor,
    connection: Connection,
    *,
    scan: str | None = None,
    municipality: str | None = None,
) -> Dressed | None:
    """Return whose look a page has that is about a scan, a municipality, or neither."""
    return looks.of_page(connection, frozenset(actor.municipalities), scan, municipality)


def look_of(actor: Actor, connection: Connection, municipality: str) -> Look:
    """Return the look of a municipality, for whoever belongs to it; raise `NotFound`."""
    if municipality not in actor.municipalities:
        raise NotFound(municipality)
    return looks.of(connection, municipality)

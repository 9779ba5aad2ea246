"""Reads the log: what happened in one municipality, or to the installation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor, require_operator
from toolkit.domain.happening import Line
from toolkit.services.led_place import led_place
from toolkit.storage import audit, people
from toolkit.storage.municipalities import MunicipalityRow

MOST_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Log:
    """Lines of the log, the newest first; ``functions`` tells the function of an account by number.

    ``operators`` are the numbers of those who run the program.
    """

    lines: tuple[Line, ...]
    functions: Mapping[int, str]
    operators: frozenset[int]
    place: MunicipalityRow | None = None


def log_of(
    actor: Actor, connection: Connection, municipality: str, most: int | None = MOST_SHOWN
) -> Log:
    """Return what happened in a municipality; raise `NotFound`, `NotAllowed`."""
    place = led_place(actor, connection, municipality, Action.SEE_LOG)
    members = people.members(connection, municipality)
    functions = {one.number: one.function for one in members}
    lines = audit.of(connection, municipality, most)
    return Log(lines, functions, people.operators(connection), place)


def log_of_installation(actor: Actor, connection: Connection, most: int | None = MOST_SHOWN) -> Log:
    """Return what happened in no municipality; raise `NotAllowed`."""
    require_operator(actor)
    return Log(audit.of(connection, "", most), {}, people.operators(connection))

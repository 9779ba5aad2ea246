"""Erases a person, or a municipality with everything in it, for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About, Happening
from toolkit.services.led_place import led_place
from toolkit.services.manage_members import LastCoordinator, members
from toolkit.storage import audit, erasing, facts


class OtherName(ValueError):
    """The name that was typed is not that of the municipality."""


def erase_person(
    actor: Actor, connection: Connection, municipality: str, number: int, *, at: datetime
) -> bool:
    """Erase somebody from a municipality; return whether only a number is left of them.

    Raises `NotFound`, `NotAllowed`, and `LastCoordinator` for oneself.
    """
    led_place(actor, connection, municipality, Action.ERASE)
    person = members(actor, connection, municipality).person(number)
    if person.account == actor.account:
        raise LastCoordinator
    audit.note(
        connection, actor.account, Happening.ERASED, About.account(number, municipality), at=at
    )
    return erasing.erase_person(connection, person.account, municipality, at=at)


def erase_municipality(
    actor: Actor, connection: Connection, municipality: str, typed: str, *, at: datetime
) -> None:
    """Erase a municipality; ``typed`` is its name, written out. Raises `NotFound`, `NotAllowed`,
    `OtherName`.
    """
    place = led_place(actor, connection, municipality, Action.ERASE)
    if typed.strip() != place.name.strip():
        raise OtherName
    about = About.place(municipality)
    audit.note(connection, actor.account, Happening.ERASED, about, at=at)
    erasing.erase_municipality(connection, municipality)


def last_copy(connection: Connection) -> datetime | None:
    """Return when the last copy was made, which still holds what is erased."""
    return facts.last_backup(connection)

"""Keeps what a municipality says of itself and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from toolkit.documents.file_check import check_logo
from toolkit.domain.access import Action, Actor
from toolkit.domain.happening import About as Line
from toolkit.domain.happening import Happening
from toolkit.domain.look import Look, Part, fitting
from toolkit.reading.design_tokens import design_tokens
from toolkit.reading.letter_headings import OUR_FILE, headings_in
from toolkit.reading.text_file import as_text
from toolkit.services.led_place import led_place
from toolkit.services.look_of_letters import look_of_letters
from toolkit.storage import audit, looks
from toolkit.storage.looks import About
from toolkit.storage.municipalities import MunicipalityRow


@dataclass(frozen=True, slots=True)
class SetUp:
    """A municipality with what it says of itself and how it looks."""

    place: MunicipalityRow
    about: About
    look: Look


def set_up(actor: Actor, connection: Connection, municipality: str) -> SetUp:
    """Return what can be changed of a municipality; raise `NotFound`, `NotAllowed`."""
    place = led_place(actor, connection, municipality, Action.SET_UP)
    return SetUp(place, looks.about(connection, place.id), look_of_letters(connection, place.id))


def describe(
    actor: Actor, connection: Connection, municipality: str, said: About, *, at: datetime
) -> None:
    """Keep what a municipality says of itself; raise `NotFound`, `NotAllowed`."""
    _led(actor, connection, municipality, at)
    looks.describe(connection, municipality, said)


def put_logo(
    actor: Actor, connection: Connection, municipality: str, logo: bytes, *, at: datetime
) -> None:
    """Keep a logo that was drawn by `drawn_logo`, or none; raise `NotFound`, `NotAllowed`."""
    _led(actor, connection, municipality, at)
    looks.put_logo(connection, municipality, logo)


def put_values(
    actor: Actor,
    connection: Connection,
    municipality: str,
    values: Mapping[Part, str],
    *,
    at: datetime,
) -> None:
    """Keep checked values of a look, or none; raise `NotFound`, `NotAllowed`."""
    _led(actor, connection, municipality, at)
    looks.put_values(connection, municipality, values)


def put_headings(
    actor: Actor, connection: Connection, municipality: str, file: str, *, at: datetime
) -> None:
    """Keep a file that `sound_headings` gave, or none; raise `NotFound`, `NotAllowed`."""
    _led(actor, connection, municipality, at)
    looks.put_headings(connection, municipality, file)


def headings_file(actor: Actor, connection: Connection, municipality: str) -> str:
    """Return the file with headings that letters have now; raise `NotFound`, `NotAllowed`."""
    place = led_place(actor, connection, municipality, Action.SET_UP)
    return looks.headings_file(connection, place.id) or OUR_FILE.read_text("utf-8")


def sound_headings(content: bytes) -> str:
    """Return a file with headings as it is kept; raise `Refused` with every problem in it."""
    headings_in(content, name="")
    return as_text(content, name="")


def drawn_logo(content: bytes) -> bytes:
    """Return a picture as it is kept; raise `BadFile`. This takes long, so nothing waits for it."""
    return check_logo(content)


def from_colour(text: str) -> Mapping[Part, str]:
    """Return the values of one colour; raise `Unfit`."""
    return {Part.ACCENT: fitting(Part.ACCENT, text)}


def from_tokens(content: bytes) -> Mapping[Part, str]:
    """Return the values in a file with design tokens; raise `Refused` with every problem."""
    return design_tokens(content)


def _led(actor: Actor, connection: Connection, municipality: str, at: datetime) -> None:
    led_place(actor, connection, municipality, Action.SET_UP)
    audit.note(connection, actor.account, Happening.SET_UP, Line.place(municipality), at=at)

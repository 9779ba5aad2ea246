"""Gives the look of a municipality with the headings that its letters have."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection

from toolkit.domain.letter_headings import Headings
from toolkit.domain.look import Look
from toolkit.domain.problems import Refused
from toolkit.reading.letter_headings import headings_in
from toolkit.storage import looks


def look_of_letters(connection: Connection, municipality: str) -> Look:
    """Return the whole look of a municipality; without headings of its own those are ours."""
    file = looks.headings_file(connection, municipality)
    return replace(looks.of(connection, municipality), headings=_sound(file))


def _sound(file: str) -> Headings:
    """Return kept headings; of a file that came along from elsewhere only when it is sound."""
    try:
        return headings_in(file.encode(), name="") if file else {}
    except Refused:
        return {}

"""What each municipality chose of its look, as it was checked, and what it says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, bindparam, select, update

from toolkit.domain.look import Look, Part, sound
from toolkit.storage.tables import assessments, municipalities

_table = municipalities.c
_OF_ONE = (
    select(_table.id, _table.name, _table.accent, _table.look, _table.logo_hash)
    .where(_table.id.in_(bindparam("theirs", expanding=True)), ~_table.fictional)
    .limit(2)
)
_OF_NAMED = _OF_ONE.where(_table.id == bindparam("named"))
_OF_SCAN = _OF_ONE.join(assessments, assessments.c.municipality_id == _table.id).where(
    assessments.c.id == bindparam("scan")
)


@dataclass(frozen=True, slots=True)
class About:
    """What a municipality says of itself; nothing where it says nothing."""

    code: str = ""
    region: str = ""
    population: int | None = None


@dataclass(frozen=True, slots=True)
class Dressed:
    """A municipality with its look, without the bytes of its logo."""

    municipality: str
    name: str
    look: Look


def about(connection: Connection, municipality: str) -> About:
    """Return what a municipality says of itself."""
    query = select(_table.code, _table.region, _table.population)
    row = connection.execute(query.where(_table.id == municipality)).one()
    return About(*row)


def describe(connection: Connection, municipality: str, said: About) -> None:
    """Keep what a municipality says of itself."""
    _change(
        connection,
        municipality,
        {"code": said.code, "region": said.region, "population": said.population},
    )


def of_page(
    connection: Connection,
    municipalities_of_reader: frozenset[str],
    scan: str | None,
    named: str | None,
) -> Dressed | None:
    """Return whose look a page has: of the municipality named, or of the scan, or the only one.

    None when that is not one of the reader's, when they have several, and for an invented one.
    """
    known = {"theirs": sorted(municipalities_of_reader), "named": named, "scan": scan}
    query = _OF_NAMED if named is not None else _OF_SCAN if scan is not None else _OF_ONE
    rows = connection.execute(query, known).all()
    if len(rows) != 1:
        return None
    row = rows[0]
    return Dressed(row.id, row.name, _look(row.accent, row.look, b"", row.logo_hash))


def of(connection: Connection, municipality: str) -> Look:
    """Return the look of a municipality; the headings of its letters stand apart."""
    query = select(_table.accent, _table.look, _table.logo, _table.logo_hash)
    row = connection.execute(query.where(_table.id == municipality)).one()
    return _look(row.accent, row.look, bytes(row.logo or b""), row.logo_hash)


def headings_file(connection: Connection, municipality: str) -> str:
    """Return the file with headings as the municipality gave it; the empty text without one."""
    query = select(_table.headings).where(_table.id == municipality)
    return str(connection.execute(query).scalar_one())


def put_values(connection: Connection, municipality: str, values: Mapping[Part, str]) -> None:
    """Keep the values of a look instead of those that were there; none of them takes it away."""
    rest = {part.value: value for part, value in values.items() if part is not Part.ACCENT}
    _change(
        connection,
        municipality,
        {"accent": values.get(Part.ACCENT, ""), "look": rest or None},
    )


def put_logo(connection: Connection, municipality: str, logo: bytes) -> None:
    """Keep a logo instead of the one that was there; no bytes take it away."""
    number = sha256(logo).hexdigest() if logo else ""
    _change(connection, municipality, {"logo": logo or None, "logo_hash": number})


def put_headings(connection: Connection, municipality: str, file: str) -> None:
    """Keep a file with headings instead of the one that was there; an empty one takes it away."""
    _change(connection, municipality, {"headings": file})


def _change(connection: Connection, municipality: str, values: Mapping[str, object]) -> None:
    connection.execute(update(municipalities).where(_table.id == municipality).values(**values))


def _look(accent: str, values: object, logo: bytes, logo_hash: str) -> Look:
    """Return a look; what came along from elsewhere is measured again before it is used."""
    kept = values if isinstance(values, dict) else {}
    return Look(sound({**kept, Part.ACCENT: accent}), logo, logo_hash)

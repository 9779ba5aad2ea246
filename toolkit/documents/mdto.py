"""Writes what an archive wants to know of a dossier and its files: MDTO, as XML.

The elements and their order are those of MDTO-XML 1.0.1 of the Nationaal Archief.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from xml.etree import ElementTree as ET  # nosec B405 (written only, never read)

NAMESPACE = "https://www.nationaalarchief.nl/mdto"
OURS = "Kinderrechtenscan"
FORMATS: Mapping[str, tuple[str, str]] = {
    "pdf": ("Acrobat PDF/A - Portable Document Format 2a", "fmt/476"),
    "docx": ("Microsoft Word for Windows 2007 onwards", "fmt/412"),
    "html": ("Hypertext Markup Language 5", "fmt/471"),
}
"""What each kind of file is called in PRONOM, and its number there."""
APPRAISED: Mapping[str, str] = {"B": "Blijvend te bewaren", "V": "Tijdelijk te bewaren"}
SELECTION_LIST = "Selectielijst gemeenten en intergemeentelijke organen 2020"


@dataclass(frozen=True, slots=True)
class Keeping:
    """What holds for a whole dossier: whose, of which case, for how long.

    ``scan`` tells the dossier from every other that this program made; ``years`` is absent for
    what is kept for good.
    """

    municipality: str
    code: str
    scan: str
    case_number: str
    appraisal: str
    category: str
    selection_list: str
    years: int | None
    language: str
    day: date


@dataclass(frozen=True, slots=True)
class Piece:
    """One document, in one or more files: ``name`` as people say it, ``id`` in this dossier."""

    id: str
    name: str
    files: Mapping[str, bytes]


def dossier(keeping: Keeping, name: str, pieces: Iterable[Piece]) -> bytes:
    """Return what is known of the dossier as a whole."""
    root, whole = _root("informatieobject")
    _named(whole, keeping.scan, name)
    _add(whole, "identificatie", _number(keeping.case_number, "Zaaksysteem"), at=1)
    _record(whole, "Dossier", keeping)
    parts = [(piece.name, _number(_id(keeping, piece.id))) for piece in pieces]
    _kept(whole, keeping, {"bevatOnderdeel": parts})
    return _bytes(root)


def piece(keeping: Keeping, within: str, one: Piece) -> bytes:
    """Return what is known of one document in the dossier called ``within``."""
    root, record = _root("informatieobject")
    _named(record, _id(keeping, one.id), one.name)
    _record(record, "Archiefstuk", keeping)
    links = {
        "isOnderdeelVan": [(within, _number(keeping.scan))],
        "heeftRepresentatie": [(file, _number(_id(keeping, file))) for file in one.files],
    }
    _kept(record, keeping, links)
    return _bytes(root)


def file(keeping: Keeping, of: Piece, name: str) -> bytes:
    """Return what is known of one file of a document."""
    content = of.files[name]
    root, record = _root("bestand")
    _named(record, _id(keeping, name), name)
    _text(record, "omvang", str(len(content)))
    label, code = FORMATS[name.rpartition(".")[2]]
    _concept(record, "bestandsformaat", label, "PRONOM-register", code)
    check = ET.SubElement(record, "checksum")
    _concept(check, "checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO")
    _text(check, "checksumWaarde", sha256(content).hexdigest())
    _text(check, "checksumDatum", f"{keeping.day.isoformat()}T00:00:00")
    _link(record, "isRepresentatieVan", of.name, _number(_id(keeping, of.id)))
    return _bytes(root)


def _record(record: ET.Element, level: str, keeping: Keeping) -> None:
    _concept(record, "aggregatieniveau", level, "Begrippenlijst Aggregatieniveaus MDTO")
    _text(record, "taal", keeping.language)
    event = ET.SubElement(record, "event")
    _concept(event, "eventType", "Creatie", "Begrippenlijst EventTypeLijst MDTO")
    _text(event, "eventTijd", keeping.day.isoformat())


def _kept(
    record: ET.Element,
    keeping: Keeping,
    links: Mapping[str, Iterable[tuple[str, ET.Element]]],
) -> None:
    """Add for how long it is kept and why, what belongs to it, whose it is, who may see it."""
    code = keeping.appraisal
    _concept(record, "waardering", APPRAISED[code], "Begrippenlijst Waarderingen MDTO", code)
    if keeping.years is not None:
        term = ET.SubElement(record, "bewaartermijn")
        _text(term, "termijnStartdatumLooptijd", keeping.day.isoformat())
        _text(term, "termijnLooptijd", f"P{keeping.years}Y")
    category = keeping.category
    _concept(record, "informatiecategorie", category, keeping.selection_list, category)
    for name, others in links.items():
        for called, number in others:
            _link(record, name, called, number)
    own = _number(keeping.code, "CBS") if keeping.code else None
    _link(record, "archiefvormer", f"Gemeente {keeping.municipality}", own)
    limits = ET.SubElement(record, "beperkingGebruik")
    _concept(limits, "beperkingGebruikType", "Openbaar", "Openbaarheid volgens de gemeente")


def _root(kind: str) -> tuple[ET.Element, ET.Element]:
    root = ET.Element("MDTO", {"xmlns": NAMESPACE})
    return root, ET.SubElement(root, kind)


def _named(record: ET.Element, number: str, name: str) -> None:
    _add(record, "identificatie", _number(number))
    _text(record, "naam", name)


def _id(keeping: Keeping, name: str) -> str:
    return f"{keeping.scan}/{name}"


def _number(number: str, source: str = OURS) -> ET.Element:
    """Return a number with where it comes from; `_add` says what it is the number of."""
    found = ET.Element("identificatie")
    _text(found, "identificatieKenmerk", number)
    _text(found, "identificatieBron", source)
    return found


def _add(parent: ET.Element, name: str, element: ET.Element, *, at: int | None = None) -> None:
    element.tag = name
    parent.insert(len(parent) if at is None else at, element)


def _link(parent: ET.Element, name: str, called: str, number: ET.Element | None) -> None:
    link = ET.SubElement(parent, name)
    _text(link, "verwijzingNaam", called)
    if number is not None:
        _add(link, "verwijzingIdentificatie", number)


def _concept(parent: ET.Element, name: str, label: str, of: str, code: str = "") -> None:
    concept = ET.SubElement(parent, name)
    _text(concept, "begripLabel", label)
    if code:
        _text(concept, "begripCode", code)
    _link(concept, "begripBegrippenlijst", of, None)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written

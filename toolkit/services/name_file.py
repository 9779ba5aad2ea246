"""Gives a file of a scan its name: what, whose, of when, and last whether it may be published."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.domain.plain_text import slug
from toolkit.domain.report import Form, Kind
from toolkit.storage.documents import DOSSIER, What

ENDS: Mapping[str, str] = {Form.WORK: "werkversie", Form.PUBLICATION: "publicatie"}
NAMES: Mapping[str, str] = {
    Kind.FULL: "adviesrapport",
    Kind.COUNCIL: "samenvatting",
    Kind.CHILDREN: "terug-naar-jongeren",
    Kind.PROGRESS: "voortgang",
    Kind.PROPOSAL: "collegevoorstel",
    Kind.LETTER: "raadsinformatiebrief",
    Kind.DECISION: "besluitblad",
    DOSSIER: "dossier",
}


def file_name(what: What, municipality: str) -> str:
    """Return the name of a file of a municipality's scan, in plain letters."""
    whose = slug(municipality)[:60].strip("-")
    named = (NAMES[what.kind], whose, what.day.isoformat(), what.language, ENDS[what.form])
    return "-".join(filter(None, named)) + f".{what.format}"

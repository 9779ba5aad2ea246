"""Says in whose look a page stands: its own style sheet and logo, by addresses that never age."""

from __future__ import annotations

from dataclasses import dataclass

from flask import g, request, url_for

from toolkit.services.wear_look import dressed
from toolkit.web import visit
from toolkit.web.look_sheet import logo_mark, sheet_mark


@dataclass(frozen=True, slots=True)
class Dress:
    """The addresses of a style sheet and a logo; the empty text where there is none."""

    sheet: str = ""
    logo: str = ""


OURS = Dress()


def worn() -> Dress:
    """Return in what the page of this request stands, which is ours for whoever is not signed in."""
    if "dress" not in g:
        g.dress = _found()
    found: Dress = g.dress
    return found


def _found() -> Dress:
    visitor, named = visit.visitor(), request.view_args or {}
    if visitor is None or not visitor.municipalities:
        return OURS
    place = named.get("municipality_id")
    found = dressed(visitor, visit.reading(), scan=named.get("scan_id"), municipality=place)
    if found is None:
        return OURS
    place, look = found.municipality, found.look
    sheet, logo = sheet_mark(look), logo_mark(look)
    return Dress(
        url_for("place.sheet", municipality_id=place, sheet_mark=sheet) if sheet else "",
        url_for("place.logo", municipality_id=place, logo_mark=logo) if logo else "",
    )

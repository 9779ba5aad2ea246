"""Every page about a municipality, its people and the installation, in every state."""

from __future__ import annotations

from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import SHORT_ROUND, a_site
from tests.web.test_people import SAM, place_of

ADA = {"name": "Ada", "email": "ada@ngo.example", "until": "2027-02-20"}
WRONG = {"name": "", "email": "geen adres", "until": "straks", "place": ""}
ELSEWHERE = {"place": "Elders", "name": "Kim", "email": "kim@elders.example"}


def place_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever leads a municipality and runs the program."""
    gallery = Gallery(a_site(folder), language)
    scan = gallery.send("begin", "/scans/", SHORT_ROUND).split("/")[2]
    _people(gallery, f"/municipalities/{place_of(gallery.site)}")
    _sharing(gallery, f"/municipalities/{place_of(gallery.site)}", f"/scans/{scan}")
    _installation(gallery)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _people(gallery: Gallery, place: str) -> None:
    gallery.send("nobody to add", f"{place}/people", WRONG)
    gallery.send("somebody added", f"{place}/people", SAM)
    gallery.look("people", f"{place}/people")
    gallery.look("one member", f"{place}/people/2")
    gallery.look("log", f"{place}/log")
    gallery.look("own data", f"{place}/data")
    gallery.look("somebody to erase", f"{place}/data/people/2")
    gallery.send("another name", f"{place}/data/erase", {"name": "Elders"})


def _sharing(gallery: Gallery, place: str, scan: str) -> None:
    gallery.send("nobody to share with", f"{scan}/sharing", WRONG)
    gallery.send("no such municipality", f"{scan}/sharing/municipality", WRONG)
    gallery.send("shared", f"{place}/sharing", ADA)
    gallery.look("shared all", f"{place}/sharing")
    gallery.look("shared too", f"{scan}/sharing")


def _installation(gallery: Gallery) -> None:
    gallery.send("no municipality", "/operator", WRONG)
    gallery.send("municipality added", "/operator", ELSEWHERE)
    gallery.look("installation", "/operator")
    gallery.look("one account", "/operator/accounts/2")
    place = place_of(gallery.site)
    gallery.send("no name", f"/operator/municipalities/{place}", WRONG)
    gallery.look("municipality", f"/operator/municipalities/{place}")

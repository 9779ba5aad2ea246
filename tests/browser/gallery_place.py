"""Every page about a municipality, its people and the installation, in every state."""

from __future__ import annotations

from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.documents.uploads import picture
from tests.web.builders import SHORT_ROUND, a_site
from tests.web.test_people import SAM, place_of
from toolkit.storage import looks

ADA = {"name": "Ada", "email": "ada@ngo.example", "until": "2027-02-20"}
WRONG = {"name": "", "email": "geen adres", "until": "straks", "place": ""}
ELSEWHERE = {"place": "Elders", "name": "Kim", "email": "kim@elders.example"}


def place_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever leads a municipality and runs the program."""
    gallery = Gallery(a_site(folder), language)
    scan = gallery.send("begin", "/scans/", SHORT_ROUND).split("/")[2]
    _looks(gallery, f"/municipalities/{place_of(gallery.site)}")
    _people(gallery, f"/municipalities/{place_of(gallery.site)}")
    _sharing(gallery, f"/municipalities/{place_of(gallery.site)}", f"/scans/{scan}")
    _installation(gallery)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _looks(gallery: Gallery, place: str) -> None:
    gallery.look("municipality to set up", place)
    gallery.send("nothing fits", place, {"code": "344", "population": "veel"})
    gallery.send("a faint colour", f"{place}/colour", {"colour": "#f0a000"})
    gallery.send("no tokens", f"{place}/tokens", {})
    gallery.send("no logo", f"{place}/logo", {})
    gallery.send("a colour", f"{place}/colour", {"colour": "#a4343a"})
    with gallery.site.parts.database.writing() as connection:
        looks.put_logo(connection, place.rpartition("/")[2], picture("PNG", (320, 80)))
    gallery.look("municipality set up", place)


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

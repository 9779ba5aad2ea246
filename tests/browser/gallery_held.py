"""The pages of what comes after a workshop: its outcome, its agreements, the cards again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import a_site
from tests.web.held import Holder, of_a_name, of_a_scan
from toolkit.domain.access import Role

PHONE = "Bel 06 12345678."


def held_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of somebody who held a workshop of a scan, and one of a name only."""
    gallery = Gallery(a_site(folder), language)
    bare = of_a_name(gallery.site, day=date(2026, 8, 20))
    gallery.look("nothing brought yet", f"{bare.address}/outcome")
    gallery.look("agreements without a scan", f"{bare.address}/agreements")
    gallery.look("whom to call", "/")
    held = of_a_scan(gallery.site)
    held.counted(held.cards()[0])
    held.parks("Wie betaalt de tolk?")
    _words(gallery, f"{held.address}/outcome")
    _lines(gallery, f"{held.address}/agreements")
    _again(gallery, held)
    held.is_now(Role.ADVISOR)
    gallery.look("an advisor asks the coordinator", f"{held.address}/outcome")
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _words(gallery: Gallery, address: str) -> None:
    said = {"expert-text": "Vraag het kind eerst.", "expert-version": "0"}
    gallery.send("words", address, said)
    gallery.look("words that nobody has seen", address)
    gallery.send("words of another window", address, {**said, "expert-text": "Anders."})
    gallery.send("words with a number", address, {"learned-text": PHONE, "learned-version": "0"})
    gallery.send("words too long", address, {"learned-text": "a" * 10_001, "learned-version": "0"})
    gallery.send("seen", address.replace("outcome", "expert-saw"), {"version": "1"})
    wanted = {"language": gallery.language, "format": "pdf"}
    gallery.send("a report", address.replace("outcome", "report"), wanted)
    gallery.look("what a workshop brought", address)


def _lines(gallery: Gallery, address: str) -> None:
    line = {"1-what": "Eén nummer", "1-child_notices": "Iemand neemt op.", "1-version": "0"}
    gallery.send("lines that do not fit", address, {**line, "1-due": "ooit"})
    gallery.send("lines", address, line)
    gallery.send("lines of another window", address, {**line, "1-what": "Twee nummers"})
    gallery.look("a line that can become an action", address)
    gallery.send("an action", f"{address}/1/action", {})
    gallery.look("a line that is an action", address)


def _again(gallery: Gallery, held: Holder) -> None:
    address, item = f"{held.address}/later/3", held.cards()[0]
    gallery.look("the cards again", address)
    gallery.send("cards that are no numbers", address, {f"{item}-0": "veel"})
    gallery.send("cards", address, {f"{item}-1": "4"})
    gallery.look("what moved", address)

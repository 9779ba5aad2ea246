"""The pages in the room: the private view and the projector at each kind of step."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import a_site
from tests.web.held import Holder, of_a_name, of_a_scan

VERSION = re.compile(r'name="room_version" value="([0-9]+)"')
ITEM = "signal.schools"
PHONE = "Bel 06 12345678."
CHILD = "Een meisje van 15 wordt nu door haar vriend gedwongen."
PLACES = (
    *("welcome", "outcome.minimum", "outcome.views", "outcome.unknown"),
    *("signal.story", "signal.discuss.1", "break", "second_round", "actions", "closing"),
)
SIX = {f"{ITEM}-{place}": number for place, number in enumerate("134203")}


def room_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return what the leader of a workshop and the room see, about a scan and from a name only."""
    gallery = Gallery(a_site(folder), language)
    bare, held = of_a_name(gallery.site), of_a_scan(gallery.site)
    gallery.look("a room before it begins", f"{held.address}/room")
    for place in PLACES:
        _goes(gallery, held, place=place)
        _both(gallery, held, place)
    _cards(gallery, held)
    _texts(gallery, held)
    _goes(gallery, bare, place="opening.cards.gov.policy_adopted")
    _both(gallery, bare, "a core question")
    gallery.look("cards of a name", f"{bare.address}/counts")
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _both(gallery: Gallery, held: Holder, name: str) -> None:
    gallery.look(f"private {name}", f"{held.address}/room")
    gallery.look(f"projector {name}", f"{held.address}/projector")


def _goes(gallery: Gallery, held: Holder, **fields: str) -> None:
    page = gallery.browser.client.get(f"{held.address}/room").text
    found = VERSION.search(page)
    assert found is not None
    gallery.send("a move", f"{held.address}/room", {"room_version": found[1], **fields})


def _cards(gallery: Gallery, held: Holder) -> None:
    """A question by cards: before and after the counts, shown, revealed, left for an agreement."""
    address = f"{held.address}/room/counts/{ITEM}"
    _goes(gallery, held, place=f"signal.cards.{ITEM}")
    _both(gallery, held, "a question")
    gallery.send("cards in words", address, {**SIX, f"{ITEM}-0": "drie"})
    gallery.send("cards of sixty-one", address, {**SIX, f"{ITEM}-0": "61"})
    gallery.send("cards counted", address, SIX)
    _both(gallery, held, "counted")
    ways: Mapping[str, str] = {"show": "shown", "reveal": "revealed", "agree": "agreeing"}
    for way, name in ways.items():
        _goes(gallery, held, way=way)
        _both(gallery, held, name)
    _goes(gallery, held, way="return")
    gallery.look("cards of every question", f"{held.address}/counts")
    gallery.send("a wrong row", f"{held.address}/counts", {**SIX, f"{ITEM}-5": "?"})


def _texts(gallery: Gallery, held: Holder) -> None:
    """What is written in the room, and what is refused of it."""
    room = f"{held.address}/room"
    note = {"note": "Rustig.", "note_place": "signal", "note_version": "0"}
    gallery.send("a note", f"{room}/notes", note)
    gallery.send("a note of another window", f"{room}/notes", {**note, "note": "Anders."})
    gallery.send("a note with a number", f"{room}/notes", {**note, "note": PHONE})
    dissent = {"text": "De leerplicht ziet thuiszitters.", "version": "0"}
    gallery.send("words", f"{room}/dissent/{ITEM}", dissent)
    gallery.send("words of another window", f"{room}/dissent/{ITEM}", {**dissent, "text": "Nee."})
    gallery.send("words of a child", f"{room}/dissent/{ITEM}", {**dissent, "text": CHILD})
    gallery.send("a question for later", f"{room}/parked", {"text": "Wie betaalt de tolk?"})
    gallery.send("no question for later", f"{room}/parked", {"text": ""})
    gallery.look("a room with notes", room)
    stale = {"room_version": "1", "way": "on"}
    gallery.send("a move of another window", room, stale)
    gallery.look("a room that moved", room)

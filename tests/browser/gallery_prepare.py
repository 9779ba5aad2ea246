"""The pages on which a workshop is prepared: begun, proposed, packed, with its notebook."""

from __future__ import annotations

from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import NOON, a_site
from tests.web.held import Holder, of_a_name, of_a_scan
from toolkit.storage import jobs

KNOWN = "case-s8-de-sleutel"


def prepare_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of somebody who prepares a workshop of a scan, and one of a name only."""
    gallery = Gallery(a_site(folder), language)
    gallery.send("no name for a workshop", "/workshops", {"name": ""})
    bare = of_a_name(gallery.site, day=None)
    gallery.look("a workshop of a name", bare.address)
    held = of_a_scan(gallery.site)
    gallery.look("workshops", "/workshops")
    gallery.send("no scan chosen", "/workshops", {"scan": ""})
    _proposal(gallery, held)
    _packs(gallery, held)
    _notes(gallery, f"{held.address}/notebook")
    _known(gallery, held)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _proposal(gallery: Gallery, held: Holder) -> None:
    address, version = held.address, str(held.held().kept.version)
    gallery.look("a proposal", address)
    wrong = {"version": version, "hours": "lang", "day": "ooit", "scenario": "x"}
    gallery.send("a proposal that does not fit", address, wrong)
    gallery.send("agreed", f"{address}/consent", {"version": version, "consent": "agreed"})
    stale = {"version": version, "hours": "5", "day": "2027-02-03", "scenario": ""}
    gallery.send("a proposal of another window", address, stale)


def _packs(gallery: Gallery, held: Holder) -> None:
    """One is ready, one failed; before that one waits."""
    address, database = f"{held.address}/pack", gallery.site.parts.database
    gallery.look("no pack yet", address)
    gallery.send("a pack", address, {"language": "nl"})
    gallery.look("a pack that waits", address)
    with database.writing() as connection:
        job = jobs.claim(connection, at=NOON)
        assert job is not None
        jobs.finish(connection, job, b"PK", at=NOON)
    gallery.send("another pack", address, {"language": "en"})
    with database.writing() as connection:
        job = jobs.claim(connection, at=NOON)
        assert job is not None
        jobs.fail(connection, job, "changed", at=NOON, again=False)
    gallery.look("a pack that is ready and one that failed", address)


def _notes(gallery: Gallery, address: str) -> None:
    note = {"text-general": "Denk aan de tolk.", "version-general": "0"}
    gallery.look("an empty notebook", address)
    gallery.send("a note", address, note)
    gallery.send("a note of another window", address, {**note, "text-general": "Anders."})
    gallery.send("a note with a number", address, {**note, "text-general": "Bel 06-12345678."})
    gallery.send("a note too long", address, {**note, "text-general": "a" * 10_001})


def _known(gallery: Gallery, held: Holder) -> None:
    address, told = f"/scans/{held.scan}/known-cases", held.held().plan.story
    assert told is not None
    gallery.look("cases that may be known", address)
    gallery.send("known", address, {f"case-{told.scenario}": "yes", KNOWN: "no"})
    gallery.look("cases that are known", address)
    gallery.look("a story that is known", held.address)
    gallery.look("no pack of what is known", f"{held.address}/pack")

"""The pages of what lives on after the answers: actions, reading along, telling young people."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import NOON, SHORT_ROUND, a_site

ACTION = {"what": "Eén route maken", "due": "2026-11-10", "status": "decided", "version": "0"}
WISH = {"name": "Wethouder", "until": "2026-12-31"}
DAYS = {"told": "2026-11-20", "again": "2026-12-01"}
NO_DAYS = {"told": "straks", "again": "ooit"}


def after_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever leads, and of who reads along."""
    moment = [NOON]
    gallery = Gallery(a_site(folder, lambda: moment[0]), language)
    scan = f"/scans/{gallery.send('begin', '/scans/', SHORT_ROUND).split('/')[2]}"
    _actions(gallery, scan)
    gallery.send("review", f"{scan}/review", {})
    gallery.send("finalise", f"{scan}/finalise", {})
    _reading(gallery, scan)
    _later(gallery, scan, moment)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _actions(gallery: Gallery, scan: str) -> None:
    gallery.send("no action", f"{scan}/actions/add", {**ACTION, "what": "", "due": "ooit"})
    gallery.send("an action", f"{scan}/actions/add", ACTION)
    gallery.send("another action", f"{scan}/actions/add", {**ACTION, "what": "Twee", "due": ""})
    links = gallery.look("actions in own order", f"{scan}/actions?order=own")
    gallery.look("actions that are late", f"{scan}/actions?late=yes")
    first = next(one for one in links if re.search(r"/actions/[0-9a-f]{32}$", one))
    gallery.send("dropped without why", first, {**ACTION, "status": "dropped", "version": "1"})
    gallery.send("busy", first, {**ACTION, "status": "busy", "version": "1"})
    gallery.send("a colleague changed it", first, {**ACTION, "what": "Mijn", "version": "1"})
    gallery.send("asked", f"{first}/reminder", {})
    gallery.look("an action with its history", first)


def _reading(gallery: Gallery, scan: str) -> None:
    gallery.send("nobody to read along", f"{scan}/readers", {"name": "", "until": "straks"})
    gallery.send("a link to read along", f"{scan}/readers", WISH)
    gallery.look("who reads along", f"{scan}/readers")
    found = re.search(r"/read/[\w-]+", gallery.views["a link to read along"].html)
    assert found is not None
    reader = gallery.site.visitor()
    gallery.look("reading along", found[0], reader)
    gallery.look("reading along while somebody is in", found[0])
    reader.post(found[0])
    links = gallery.look("actions of who reads along", f"{scan}/actions", reader)
    first = next(one for one in links if re.search(r"/actions/[0-9a-f]{32}$", one))
    gallery.look("an action of who reads along", first, reader)
    gallery.look("a link that ended", "/read/ended", gallery.site.visitor())


def _later(gallery: Gallery, scan: str, moment: list[datetime]) -> None:
    gallery.look("start with what is due", "/")
    gallery.send("no such days", f"{scan}/told-back", NO_DAYS)
    moment[0] = NOON + timedelta(days=92)
    gallery.browser = gallery.site.signed_in()
    gallery.look("young people heard nothing", "/")
    gallery.send("told back", f"{scan}/told-back", DAYS)
    gallery.look("young people hear again", "/")
    gallery.look("told back once", f"{scan}/told-back")
    gallery.look("life after telling", f"{scan}/life")
    gallery.send("a round", f"{scan}/round", {"edition": "2026.1", "selection": "core"})
    gallery.look("actions of the round before", f"{scan}/actions")

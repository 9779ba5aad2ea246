"""The pages on which an advisor changes a workshop, and those with cases of one's own."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import NOON, a_site
from tests.web.held import Holder, of_a_name, seen
from tests.web.planning import sent_phase, typed
from toolkit.catalogue.case_template import case_template
from toolkit.storage import own_cases
from toolkit.wording import wording

PHONE = "Bel 06 12345678."


def plan_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of somebody who changes a workshop, as it goes and as it is refused."""
    gallery = Gallery(a_site(folder), language)
    holder = of_a_name(gallery.site)
    _agenda(gallery, holder)
    _phase(gallery, holder)
    _route(gallery, holder)
    _own_cases(gallery, holder)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _agenda(gallery: Gallery, holder: Holder) -> None:
    address, old = f"{holder.address}/agenda", typed(holder, welcome=12)
    own = {"do": "add", "new_title": PHONE, "new_minutes": "10"}
    gallery.look("agenda", address)
    gallery.send("minutes too many", address, typed(holder, welcome=99))
    gallery.send("no minutes", address, typed(holder, welcome="veel", total=""))
    gallery.send("a point with a number", address, {**typed(holder), **own})
    gallery.send("a point without anything", address, {**typed(holder), "do": "add"})
    gallery.send("a point gone", address, {**typed(holder), "do": "remove:break"})
    gallery.look("a point to put back", address)
    gallery.send("an agenda of another window", address, old)


def _phase(gallery: Gallery, holder: Holder) -> None:
    address, phase = f"{holder.address}/phases", f"{holder.address}/phases/signal"
    gallery.look("a phase", phase)
    gallery.look("a new phase", f"{address}/new")
    gallery.send("a phase without anything", address, seen(holder))
    gallery.send("a phase with a number", phase, sent_phase(holder, story=PHONE))
    gallery.send("a phase too long", phase, sent_phase(holder, minutes="500"))
    gallery.send("a phase of another window", phase, {**sent_phase(holder), "version": "1"})
    gallery.send("consent", f"{holder.address}/consent", {**seen(holder), "consent": "agreed"})
    gallery.look("a phase that was agreed to", phase)


def _route(gallery: Gallery, holder: Holder) -> None:
    address = f"{holder.address}/route"
    gallery.look("who calls whom", address)
    gallery.send("a line too long", address, {**seen(holder), "line_3": "a" * 400})
    gallery.send("a card of another window", address, {"version": "1", "line_3": "wijkteam"})
    gallery.send("a card", address, {**seen(holder), "line_3": "020", "line_4": "030"})
    gallery.look("a card that is filled in", address)


def _own_cases(gallery: Gallery, holder: Holder) -> None:
    address, case = "/own-cases", case_template(wording(gallery.language))
    gallery.look("no cases of one's own", address)
    gallery.send("no case", address, {})
    broken = case.replace("minutes: 105", "minutes: lang").replace("pitfalls:", "pits:")
    gallery.send("a broken case", address, {"case": (BytesIO(broken.encode()), "case.yaml")})
    gallery.send("a case", address, {"case": (BytesIO(case.encode()), "case.yaml")})
    with gallery.site.parts.database.writing() as connection:
        own_cases.add(connection, holder.actor.account, "id: oud", at=NOON)
    gallery.look("cases of one's own", address)

"""Every page of people who fill in together, in every state."""

from __future__ import annotations

from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.builders import a_site
from tests.web.team import FIRST, FUNCTION, NOT_THEIRS, SECOND, Handed, Team, a_team, answer

ADDRESS = "fatima@gemeente.nl"


def team_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever asks, and of who is asked."""
    site = a_site(folder, smtp_host="127.0.0.1", smtp_port=1, smtp_from="scan@gemeente.nl")
    gallery = Gallery(site, language)
    team = a_team(gallery.site)
    handed = _asking(gallery, team)
    _asked(gallery, team, handed)
    _too_late(gallery, team)
    gallery.site.parts.database.close()
    return tuple(gallery.views.values())


def _asking(gallery: Gallery, team: Team) -> Handed:
    new = f"{team.scan}/team/new"
    gallery.send("nobody to ask", new, {"name": "", "email": "geen adres"})
    handed = team.invites("Fatima", due="2026-12-11", email=ADDRESS)
    gallery.send("handed over", f"{team.asked()}/link", {})
    gallery.send("not mailed", f"{team.asked()}/link", {"by": "mail"})
    gallery.send("handed out", f"{team.asked()}/questions", {"item": NOT_THEIRS})
    gallery.look("one asked", team.asked())
    without = team.invites("Ahmed", "privacy")
    gallery.look("joining as nobody asked", without.link, gallery.site.visitor())
    return handed


def _asked(gallery: Gallery, team: Team, ended: Handed) -> None:
    stranger, fatima = gallery.site.visitor(), gallery.site.visitor()
    gallery.look("ended link", ended.link, stranger)
    gallery.keep("asked again", stranger.post(f"{ended.link}/again"))
    gallery.look("code", "/code", stranger)
    gallery.send("no such code", "/code", {"code": "AAAAA-AAAAA"})
    handed = team.invites("Jeugd", FUNCTION, due="2026-12-11")
    gallery.look("arriving", handed.link, stranger)
    fatima.post(handed.link, {"go_on": "yes"})
    first, second = (f"{team.scan}/mine/questions/{item}" for item in (FIRST, SECOND))
    for name, address in (("mine", f"{team.scan}/mine"), ("mine first", first), ("own", "/")):
        gallery.look(f"team {name}", address, fatima)
    gallery.look("joining", team.invites("Anders").link, fatima)
    answer(fatima, first, value="2")
    answer(fatima, second, value="!unknown")
    gallery.look("thanks", f"{team.scan}/mine/thanks", fatima)
    gallery.look("mine done", f"{team.scan}/mine", fatima)
    gallery.keep("declined", stranger.post(team.invites("Nee").link, {"decline": "yes"}))
    gallery.look("team of members", f"{team.scan}/team", fatima)
    gallery.look("team", f"{team.scan}/team")


def _too_late(gallery: Gallery, team: Team) -> None:
    late = team.invites("Laat")
    gallery.send("review", f"{team.scan}/review", {})
    gallery.look("mine in review", f"{team.scan}/mine")
    gallery.send("finalise", f"{team.scan}/finalise", {})
    gallery.look("too late", late.link, gallery.site.visitor())
    gallery.look("team final", f"{team.scan}/team")

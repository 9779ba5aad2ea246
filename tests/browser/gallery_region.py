"""Every page about answers for a region, in every state."""

from __future__ import annotations

from pathlib import Path

from tests.browser.gallery import Gallery, View
from tests.web.region import REGION, Region, a_region, answer, send

FIRST, SECOND, THIRD = "sight.register_minors", "refer.route", "refer.coordinator"


def region_pages(folder: Path, language: str) -> tuple[View, ...]:
    """Return the pages of whoever answers for five municipalities, and of who decides in one."""
    region = a_region(folder)
    gallery = Gallery(region.site, language)
    _answering(gallery, region)
    _deciding(gallery, region)
    region.site.parts.database.close()
    return tuple(gallery.views.values())


def _answering(gallery: Gallery, region: Region) -> None:
    gallery.browser = region.care_coordinator()
    questions, there = region.questionnaire.questions, region.towns[1].id
    first = f"{REGION}/items/{FIRST}"
    gallery.look("region first question", first)
    gallery.look("region nothing missing", f"{REGION}/sheet")
    stamp = {f"{FIRST}-version": "0", f"{FIRST}-request_id": "first-request"}
    note = {**stamp, f"{FIRST}-value": "0", f"{FIRST}-note": "Bel 06-12345678."}
    gallery.send("region personal data", first, note)
    gallery.send("region nowhere", first, {**stamp, f"{FIRST}-holds": "otherwise"})
    otherwise = {f"{FIRST}-holds": "otherwise", f"{FIRST}-places": there}
    answer(gallery.browser, questions[FIRST], "0", otherwise)
    gallery.send("region another window", first, {**stamp, f"{FIRST}-value": "1"})
    gallery.look("region elsewhere", f"{first}?only={there}")
    for item in (SECOND, THIRD):
        answer(gallery.browser, questions[item], "0" if item == SECOND else "!unknown")
    gallery.look("region before offering", f"{REGION}/")
    for town in region.towns[:3]:
        gallery.browser.post(f"/scans/{town.scan}/region/offer")
    gallery.look("region start", "/")
    gallery.look("region offered", f"{REGION}/")
    gallery.look("region sheet", f"{REGION}/sheet")


def _deciding(gallery: Gallery, region: Region) -> None:
    gallery.browser = region.lead_of(0)
    scan = f"/scans/{region.towns[0].scan}/"
    offers, item = f"{scan}offers/", f"{scan}items/{FIRST}"
    for name, address in (("scan", scan), ("beside", item), ("offers", offers)):
        gallery.look(f"region {name}", address)
    gallery.look("region adapt", f"{offers}{FIRST}")
    gallery.send("region no reason", f"{offers}{FIRST}", {"why": ""})
    old = {f"{THIRD}-version": "0", f"{THIRD}-request_id": "one-request", f"{THIRD}-offer": "old"}
    gallery.send("region offer changed", offers, {**old, "accept": THIRD})
    send(gallery.browser, item, {f"{FIRST}-value": "3"})
    send(gallery.browser, offers, {"accept": SECOND})
    gallery.look("region own answer", offers)
    gallery.look("region accepted", f"{scan}items/{SECOND}")
    gallery.send("review", f"{scan}review", {})
    gallery.look("region in review", offers)

"""The care coordinator of a region on her telephone, and a municipality that takes it over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.gallery_region import region_pages
from tests.browser.serving import serving
from tests.browser.wall import hung
from tests.web import builders
from tests.web.region import Region, a_region
from toolkit.domain.answers import State

TELEPHONE = ViewportSize(width=360, height=760)


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    made = a_region(tmp_path)
    yield made
    made.site.parts.database.close()


@pytest.fixture
def url(region: Region) -> Iterator[str]:
    with serving(region.site.app) as address:
        yield address


def telephone(chromium: Browser, region: Region, url: str, who: builders.Browser) -> Page:
    """Return a small screen on which this person is signed in; scripts are off."""
    context = chromium.new_context(
        base_url=url, locale="nl-NL", viewport=TELEPHONE, java_script_enabled=False
    )
    cookie = who.client.get_cookie(region.site.app.config["SESSION_COOKIE_NAME"])
    assert cookie is not None
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": url}])
    return context.new_page()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def test_once_for_five_and_otherwise_in_one(region: Region, url: str, chromium: Browser) -> None:
    """Moment 1: from the start page to an accepted answer, on 360 pixels without scripts."""
    page = telephone(chromium, region, url, region.care_coordinator())
    page.goto("/")
    expect(page.get_by_role("heading", name="12 vragen, vijf gemeenten, één keer")).to_be_visible()

    page.get_by_role("link", name="Eén keer antwoorden").click()
    page.get_by_label("Er wordt niets bijgehouden.").check()
    expect(page.get_by_label("Bergdal")).to_be_hidden()
    page.get_by_label("Nee, anders in …").check()
    page.get_by_label("Bergdal").check()
    press(page, "Bewaren en verder")
    expect(page.get_by_text("Alleen voor Bergdal.")).to_be_visible()
    page.get_by_label("Weet ik niet").check()
    press(page, "Bewaren en verder")
    page.get_by_role("link", name="Nakijken en aanbieden").click()
    page.get_by_role("button", name="Bied 1 antwoord aan").first.click()
    expect(page.get_by_text("1 antwoord aangeboden.")).to_be_visible()

    lead = telephone(chromium, region, url, region.lead_of(0))
    lead.goto(f"/scans/{region.towns[0].scan}/")
    lead.get_by_role("link", name="Bekijk ze").click()
    press(lead, "Overnemen")
    expect(lead.get_by_text("1 antwoord overgenomen.")).to_be_visible()
    accepted = region.opened(0).answers["sight.register_minors"]
    assert (accepted.state, accepted.regional) == (State.ANSWERED, True)
    assert region.offers(1) == {}


def test_the_pages_of_a_region_suit_everybody(chromium: Browser, tmp_path: Path) -> None:
    """WCAG 2.2 AA, in the dark, on a telephone, 400 %."""
    views = region_pages(tmp_path / "pages", "nl")

    with hung(views, chromium, tmp_path / "wall") as wall:
        faults = wall.examine_all(360, "dark")

    assert len(views) > 15
    assert faults == []

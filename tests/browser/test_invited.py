"""From the mail to thanks on a small telephone: with keys alone, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running
from tests.browser.walking import Walker
from tests.web.team import FIRST, Team, a_team

pytestmark = pytest.mark.slow
NARROW = 360


@pytest.fixture
def team(running: Running) -> Team:
    return a_team(running.site)


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def telephone(
    running: Running, chromium: Browser, request: pytest.FixtureRequest
) -> Iterator[Page]:
    """A small screen in front of somebody who was never here before."""
    context = chromium.new_context(
        base_url=running.url,
        locale="nl-NL",
        viewport={"width": NARROW, "height": 740},
        java_script_enabled=bool(request.param),
    )
    yield context.new_page()
    context.close()


def press(page: Page, words: str) -> None:
    """Go to a button or a link with Tab, and press Enter."""
    Walker(page).tab_to(words)
    page.keyboard.press("Enter")


def choose(page: Page, key: str) -> None:
    """Go to the answers with Tab, and choose with the arrows."""
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("Space")
    page.keyboard.press(key)


def test_somebody_answers_from_mail_to_thanks_with_keys_alone(team: Team, telephone: Page) -> None:
    page = telephone
    page.goto(team.invites(due="2026-12-11").link)
    expect(page.get_by_role("heading", level=1)).to_have_text("2 vragen voor u")

    press(page, "Verder")
    page.wait_for_url("**/mine/questions/*")
    choose(page, "ArrowDown")
    press(page, "Bewaren en verder")
    expect(page.get_by_text("Vraag 2 van 2")).to_be_visible()
    choose(page, "ArrowDown")
    press(page, "Bewaren en verder")

    expect(page.get_by_role("heading", level=1)).to_have_text("Klaar. Dank u wel.")
    expect(page.get_by_text("U gaf 2 antwoorden.")).to_be_visible()
    press(page, "Sluiten")
    page.wait_for_url("**/signed-out")


def test_no_page_on_the_way_is_wider_than_the_screen(team: Team, telephone: Page) -> None:
    page, addresses = telephone, ("/mine", f"/mine/questions/{FIRST}", "/mine/thanks", "/team")
    page.goto(team.invites("Fatima van der Heijden-Achternaam").link)
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    page.get_by_role("button", name="Verder").click()
    page.wait_for_url("**/mine/questions/*")

    widths += [width(page, f"{team.scan}{address}") for address in addresses]

    assert max(widths) <= NARROW


def width(page: Page, address: str) -> int:
    page.goto(address)
    return int(page.evaluate("document.documentElement.scrollWidth"))

"""A page tells that a colleague answered, and leaves alone whoever is at that question."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Running
from tests.web.team import FIRST, Team, a_team, answer

pytestmark = pytest.mark.slow
TELLS = "Bijgewerkt door een collega:"
A_WHILE = 16_000


@pytest.fixture
def team(running: Running) -> Team:
    return a_team(running.site)


def theme(page: Page, team: Team) -> Page:
    page.clock.install()
    page.goto(f"{team.scan}/themes/gov")
    return page


def test_what_a_colleague_answers_is_told_at_that_question(team: Team, page: Page) -> None:
    theme(page, team)
    answer(team.lead, f"{team.scan}/items/{FIRST}", value="2")

    page.clock.run_for(A_WHILE)

    expect(page.get_by_text(TELLS)).to_have_count(1)
    page.get_by_role("link", name="toon", exact=True).click()
    expect(page.locator(f'[name="{FIRST}-value"][value="2"]')).to_be_checked()
    expect(page.get_by_text(TELLS)).to_have_count(0)


def test_nothing_moves_or_speaks_where_somebody_is_answering(team: Team, page: Page) -> None:
    theme(page, team)
    page.locator(f'[name="{FIRST}-note"]').evaluate("one => one.closest('details').open = true")
    page.locator(f'[name="{FIRST}-note"]').focus()
    answer(team.lead, f"{team.scan}/items/{FIRST}", value="2")

    with page.expect_response("**/versions"):
        page.clock.run_for(A_WHILE)

    expect(page.get_by_text(TELLS)).to_have_count(0)


def test_what_one_answers_oneself_is_no_news(team: Team, page: Page) -> None:
    theme(page, team)
    page.locator(f'[name="{FIRST}-value"][value="2"]').check()
    expect(page.locator(f'[id="{FIRST}-version"]')).to_have_value("1")
    page.locator("h1").click()

    with page.expect_response("**/versions"):
        page.clock.run_for(A_WHILE)

    expect(page.get_by_text(TELLS)).to_have_count(0)

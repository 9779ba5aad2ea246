"""A session that is about to end, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.web.builders import Site, a_site

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path, idle_minutes=30)


def test_two_minutes_before_the_end_somebody_may_stay(
    arrive: Callable[..., BrowserContext],
) -> None:
    """R24: what was typed stays; a press begins the half hour anew."""
    page = arrive().new_page()
    page.clock.install()
    page.goto("/more")
    warning = page.get_by_role("alert").filter(has_text="Over twee minuten")
    place = page.get_by_role("link", name="Privacy")
    place.focus()

    page.clock.fast_forward("27:50")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("00:20")
    expect(warning).to_be_visible()

    with page.expect_response("**/stay") as answer:
        page.get_by_role("button", name="Aangemeld blijven").click()
    expect(warning).to_be_hidden()

    assert answer.value.status == 204
    expect(place).to_be_focused()

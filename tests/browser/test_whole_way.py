"""Somebody goes the whole way: a link, the questions, the outcome, the report to take along."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.conftest import Running
from tests.browser.walking import Walker, missing_in, scored
from toolkit.bootstrap import background

pytestmark = pytest.mark.slow
FIRST_OF_73 = "Kinderrechten in gemeentelijk mensenhandelbeleid"


@pytest.fixture
def working(running: Running) -> Iterator[Running]:
    """An installation that makes documents too."""
    with background(running.site.parts):
        yield running


@pytest.fixture
def walk(working: Running, chromium: Browser) -> Iterator[Callable[..., Walker]]:
    """Put somebody in front of a browser; what the browser complains about fails the test."""
    complaints: list[str] = []
    with ExitStack() as stack:

        def walk(*, scripts: bool = True, before: BrowserContext | None = None) -> Walker:
            context = stack.enter_context(
                chromium.new_context(
                    base_url=working.url,
                    locale="nl-NL",
                    java_script_enabled=scripts,
                    storage_state=before.storage_state() if before else None,
                )
            )
            page = context.new_page()
            page.on("console", lambda said: complaints.extend([said.text] * (said.type == "error")))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            return Walker(page)

        yield walk
    assert complaints == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_short_scan_from_link_to_report(
    working: Running, walk: Callable[..., Walker], tmp_path: Path, *, scripts: bool
) -> None:
    """What the report says is what the command computes from the same answers."""
    walker = walk(scripts=scripts)
    walker.arrive(working.site.link())
    walker.begin("Korte scan: één bijeenkomst")
    walker.name_the_municipality()

    asked = walker.answer_from(0, themes=10)
    walker.to_outcome()
    walker.make_final()

    assert asked == 23
    report = walker.take_report()
    assert missing_in(report, scored(walker.take_scan(), tmp_path)) == []


def test_the_full_scan_goes_on_where_the_browser_was_closed(
    working: Running, walk: Callable[..., Walker], tmp_path: Path
) -> None:
    """Nothing that was answered is asked again, and all of it is in the report."""
    first = walk()
    first.arrive(working.site.link())
    first.follow("Meer")
    first.begin(FIRST_OF_73)
    first.name_the_municipality()
    begun = first.answer_from(0, themes=5)

    second = walk(before=first.leave())
    second.page.goto("/")
    second.follow(FIRST_OF_73)
    expect(second.page.get_by_text(f"{begun} van 73").first).to_be_visible()
    rest = second.answer_from(5, themes=6)
    second.to_outcome()
    second.make_final()

    assert begun + rest == 73
    report = second.take_report()
    assert missing_in(report, scored(second.take_scan(), tmp_path)) == []


def test_a_theme_is_reached_answered_and_left_with_the_keyboard(
    working: Running, walk: Callable[..., Walker]
) -> None:
    """Tab, space, arrows and Enter are enough, from the start page on."""
    walker = walk()
    walker.arrive(working.site.link())
    walker.begin("Korte scan: één bijeenkomst")
    walker.tab_to("Bestuur en beleid")
    walker.page.keyboard.press("Enter")
    walker.page.wait_for_url("**/themes/gov")

    walker.answer_by_keyboard()

    walker.page.wait_for_url("**/themes/sight")
    walker.page.go_back()
    assert walker.page.locator(".question input:checked").count() == 3

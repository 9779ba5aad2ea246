"""Questions that come and go with an answer, on the page where they stand."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.answers import SAVED, Post, Shown, opened
from tests.browser.conftest import Running
from tests.web.answering import a_led_sheet, a_led_site
from tests.web.builders import Site

pytestmark = pytest.mark.slow


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_led_site(tmp_path)


@pytest.fixture
def scan(running: Running) -> str:
    return a_led_sheet(running.site).scan


def shelter(page: Page, scan: str) -> tuple[Shown, Shown]:
    leading = opened(page, scan, "themes/intake", "begin.opvang")
    return leading, Shown(page, "begin.waar")


def type_in(question: Shown, text: str) -> None:
    field = question.place.locator("textarea").first
    field.fill(text)
    field.blur()


def test_a_question_goes_and_comes_back_in_its_place(page: Page, scan: str) -> None:
    leading, led = shelter(page, scan)

    leading.choose("no")
    expect(led.place).to_have_count(0)
    leading.choose("yes")

    expect(led.place).to_be_visible()
    asked = page.locator(".question").evaluate_all("all => all.map(one => one.id)")
    assert asked == ["begin.opvang", "begin.waar", "begin.slot"]


def test_a_question_that_came_back_is_saved_like_any_other(page: Page, scan: str) -> None:
    leading, led = shelter(page, scan)
    leading.choose("no")
    expect(led.place).to_have_count(0)
    leading.choose("yes")

    type_in(led, "In het dorp")

    expect(led.status).to_have_text(SAVED)


def test_a_question_with_unsent_text_stays(page: Page, scan: str) -> None:
    leading, led = shelter(page, scan)
    led.place.locator("textarea").fill("Nog niet klaar")

    leading.place.locator("input[value='no']").evaluate("one => one.click()")
    expect(leading.status).to_have_text(SAVED)

    expect(led.place.locator("textarea")).to_have_value("Nog niet klaar")


def test_what_shows_is_right_after_an_answer_of_the_server_got_lost(page: Page, scan: str) -> None:
    """T96."""
    leading, led = shelter(page, scan)
    Post(page, "lose")

    leading.choose("no")

    expect(leading.status).to_have_text(SAVED)
    expect(led.place).to_have_count(0)

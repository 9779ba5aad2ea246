"""Answering by keyboard, by ear, without scripts, in a meeting."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.answers import GOV, SAVED, Post, Shown, opened, values
from tests.browser.conftest import Running
from tests.web.answering import PLAN

pytestmark = pytest.mark.slow


def test_a_theme_is_answered_with_the_keyboard_alone(
    running: Running, page: Page, scan: str
) -> None:
    plan = opened(page, scan)
    plan.choice("none").focus()

    page.keyboard.press("ArrowDown")
    expect(plan.status).to_have_text(SAVED)
    page.keyboard.press("Enter")
    page.wait_for_url("**/themes/sight")

    assert values(running, scan) == ["preparing"]


def test_everything_works_without_scripts(
    running: Running, arrive: Callable[..., BrowserContext], scan: str
) -> None:
    page = arrive(scripts=False).new_page()
    page.goto(f"/scans/{scan}/themes/gov")
    Shown(page).choose("own_policy")
    Shown(page, GOV).choose("!unknown")
    Shown(page, GOV).place.locator("select").select_option("care_coord")

    page.get_by_role("button", name="Bewaren en verder").click()

    page.wait_for_url("**/themes/sight")
    assert values(running, scan) == ["own_policy"]
    page.goto(f"/scans/{scan}/items/{GOV}")
    expect(page.get_by_text("Doorgegeven aan: zorgcoördinator")).to_be_visible()


def test_a_question_says_what_it_is(page: Page, scan: str) -> None:
    plan = opened(page, scan)
    plan.unfold()
    group = plan.place.get_by_role(
        "radiogroup", name="Heeft uw gemeente vastgesteld beleid tegen mensenhandel en uitbuiting?"
    )

    spoken = plan.place.aria_snapshot()

    expect(group.get_by_role("radio")).to_have_count(6)
    assert group.get_by_role("radio", name="Weet ik niet").count() == 1
    assert 'textbox "Toelichting (niet verplicht)"' in spoken
    assert spoken.count("status") == 1
    assert "Dank u. Wie zou het wel kunnen weten?" not in spoken


def test_saving_says_one_word_for_a_question(page: Page, scan: str) -> None:
    plan = opened(page, scan)
    page.evaluate(
        "window.spoken = []; const line = document.querySelector('.kept');"
        "new MutationObserver(() => window.spoken.push(line.textContent))"
        ".observe(line, {childList: true, characterData: true, subtree: true})"
    )

    plan.choose("preparing")
    expect(plan.place.locator("[name$='-version']")).to_have_value("1")
    plan.choose("own_policy")
    expect(plan.place.locator("[name$='-version']")).to_have_value("2")

    assert page.evaluate("window.spoken") == [SAVED]


def test_a_single_key_does_nothing_outside_a_meeting(
    running: Running, page: Page, scan: str
) -> None:
    opened(page, scan, f"items/{PLAN}")

    page.keyboard.press("3")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)

    assert page.url.endswith(f"/items/{PLAN}")
    assert values(running, scan) == []


def test_a_meeting_is_answered_with_single_keys(running: Running, page: Page, scan: str) -> None:
    plan = opened(page, scan, f"meeting/{PLAN}")
    expect(page.locator(".keys")).to_be_visible()

    page.keyboard.press("3")
    expect(plan.place.locator("[name$='-version']")).to_have_value("1")
    page.keyboard.press("?")
    expect(plan.place.locator("[name$='-version']")).to_have_value("2")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/meeting/{GOV}")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**/meeting/{PLAN}")

    assert values(running, scan) == [None, "own_policy"]


def test_a_key_is_a_letter_while_somebody_types(running: Running, page: Page, scan: str) -> None:
    plan = opened(page, scan, f"meeting/{PLAN}")
    plan.unfold()
    plan.note.focus()

    page.keyboard.type("3 n ?")
    page.keyboard.press("ArrowLeft")
    plan.note.blur()
    expect(plan.status).to_have_text(SAVED)

    expect(plan.note).to_have_value("3 n ?")
    assert values(running, scan) == [None]


def test_the_next_question_of_a_meeting_waits_for_the_answer(
    running: Running, page: Page, scan: str
) -> None:
    opened(page, scan, f"meeting/{PLAN}")
    post = Post(page, "hold")
    page.keyboard.press("0")
    page.wait_for_timeout(200)
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    waits = page.url

    post.release()
    page.wait_for_url(f"**/meeting/{GOV}")

    assert waits.endswith(PLAN)
    assert values(running, scan) == ["none"]


@pytest.mark.parametrize("place", ["themes/gov", f"items/{PLAN}", f"meeting/{PLAN}"])
def test_a_page_with_questions_has_room_on_a_telephone(page: Page, scan: str, place: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    opened(page, scan, place)

    wide = page.evaluate("document.documentElement.scrollWidth")

    assert wide <= 320


def test_a_large_question_can_be_read_across_a_room(page: Page, scan: str, tmp_path: Path) -> None:
    plan = opened(page, scan, f"meeting/{PLAN}")

    size = plan.place.locator(".choice").first.evaluate("one => getComputedStyle(one).fontSize")

    assert float(size.removesuffix("px")) >= 24
    page.screenshot(path=tmp_path / "meeting.png")

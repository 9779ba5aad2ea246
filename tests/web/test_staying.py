"""A session that is about to end says so, and what was typed is not lost with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.web.builders import Site, a_site
from tests.web.pages import Page, looked_over
from tests.worker.queues import Clock

SENTENCE = "Wij hebben dit besproken met de buurgemeente."


@pytest.fixture
def settings() -> Mapping[str, object]:
    """A session ends after half an hour without use."""
    return {"idle_minutes": 30}


def seconds_left(page: Page) -> list[str]:
    """Return after how many seconds a page says that the session ends."""
    every = (one.attributes.get("data-staying") for one in page.elements)
    return [left for left in every if left]


def test_a_page_says_how_long_nobody_may_use_it(site: Site, clock: Clock) -> None:
    """R24: in words, and for the script in seconds."""
    browser = site.signed_in()
    clock.later(minutes=4)

    page = browser.page("/help-now")

    assert "na 30 minuten afgemeld" in page.text
    assert seconds_left(page) == [str(26 * 60)]


def test_a_press_keeps_the_session_alive(site: Site, clock: Clock) -> None:
    """R24."""
    browser = site.signed_in()
    clock.later(minutes=29)

    answer = browser.post("/stay")
    clock.later(minutes=29)

    assert answer.status_code == 204
    assert browser.client.get("/more").status_code == 200


def test_on_ones_own_computer_and_for_who_is_not_signed_in_nothing_is_said(
    tmp_path: Path, site: Site
) -> None:
    own = a_site(tmp_path / "own")

    pages = (own.signed_in().page("/help-now"), site.visitor().page("/help-now"))

    assert [seconds_left(page) for page in pages] == [[], []]
    own.parts.database.close()


def test_text_that_was_sent_too_late_is_shown_again(site: Site, clock: Clock) -> None:
    """Without scripts a form is sent as a whole, also after the session ended."""
    browser = site.signed_in()
    scan = site.a_scan()
    browser.page("/help-now")
    clock.later(minutes=40)
    sent = {"gov.policy_adopted-note": SENTENCE, "password": "nooit te zien", "x": "<b> fout"}

    answer = browser.post(f"/scans/{scan}/items/gov.policy_adopted", sent)

    page = looked_over(answer.text)
    assert answer.status_code == 401
    assert SENTENCE in page.text
    assert len(page.all("textarea")) == 2
    assert "nooit te zien" not in answer.text

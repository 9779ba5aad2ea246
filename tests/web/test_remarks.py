"""The pages with what the municipality itself writes."""

import pytest

from tests.web.builders import Browser, Site
from tests.web.hostile import HOSTILE
from tests.web.pages import looked_over
from toolkit.domain.plain_text import plain

WORDS = {"text": "Wij zijn trots.\nEn we leren.", "function": "wethouder jeugd", "version": "0"}


@pytest.fixture
def remarks(site: Site) -> str:
    """The address of the remarks of a short round."""
    return f"/scans/{site.a_scan()}/remarks"


@pytest.mark.parametrize("place", ["foreword", "gov", "reply"])
def test_a_remark_is_kept_with_the_function_of_its_writer(
    remarks: str, browser: Browser, place: str
) -> None:
    answer = browser.post(f"{remarks}/{place}", WORDS)

    page = browser.page(remarks)
    assert answer.status_code == 303
    assert "Wij zijn trots. En we leren. wethouder jeugd" in page.text


def test_a_remark_has_no_place_at_a_theme_that_is_not_asked(remarks: str, browser: Browser) -> None:
    assert browser.page(f"{remarks}/nergens", 404).text


def test_a_stale_remark_shows_both_and_the_choice_counts(remarks: str, browser: Browser) -> None:
    """T24."""
    address = f"{remarks}/foreword"
    browser.post(address, {**WORDS, "text": "Van een collega"})

    stale = browser.post(address, WORDS)
    again = browser.post(address, WORDS)
    chosen = browser.post(address, {**WORDS, "over": "1"})

    page = looked_over(stale.text)
    assert (stale.status_code, again.status_code, chosen.status_code) == (409, 409, 303)
    assert "Van een collega" in page.text
    assert "Wij zijn trots." in page.text


def test_a_text_that_is_too_long_comes_back_whole(remarks: str, browser: Browser) -> None:
    """R9, T33."""
    answer = browser.post(f"{remarks}/foreword", {**WORDS, "text": "a" * 10_001})

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "10.000" in page.text
    assert "a" * 10_001 in page.text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_was_typed(remarks: str, browser: Browser, text: str) -> None:
    """T30, T32, T34, T35."""
    browser.post(f"{remarks}/gov", {**WORDS, "text": text, "function": text})

    shown, form = browser.page(remarks), browser.page(f"{remarks}/gov")

    seen = " ".join(plain(text).split())
    assert shown.text.count(seen) == 2
    assert seen in form.text
    assert shown.all("script") == shown.all("img") == []


def test_a_text_about_a_child_is_kept_only_after_the_help(remarks: str, browser: Browser) -> None:
    sent = {**WORDS, "text": "Mijn vriendin van 14 moet van haar vriend met mannen naar bed."}

    asked = browser.post(f"{remarks}/foreword", sent)

    page = looked_over(asked.text)
    assert asked.status_code == 422
    assert any(link.startswith("tel:") for link in page.links())
    assert "Mijn vriendin" not in browser.page(remarks).text


def test_a_final_scan_takes_no_more_remarks(remarks: str, browser: Browser) -> None:
    """R10."""
    scan = remarks.removesuffix("/remarks")
    browser.post(f"{scan}/review")
    browser.post(f"{scan}/finalise")

    answer = browser.post(f"{remarks}/foreword", WORDS)

    assert answer.status_code == 409
    assert f"{remarks}/foreword" not in browser.page(remarks).links()

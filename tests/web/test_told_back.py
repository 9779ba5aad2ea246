"""What a final scan promised comes back: in the next round, and to young people."""

from collections.abc import Mapping

import pytest

from tests.web.builders import Browser, Site
from tests.web.pages import looked_over
from tests.web.test_life import make_final


@pytest.fixture
def final(site: Site) -> str:
    """The address of a final scan."""
    address = f"/scans/{site.a_scan()}"
    make_final(site, address)
    return address


def test_what_was_done_is_asked_after_in_the_next_round(browser: Browser) -> None:
    example = browser.post("/scans/example").location.rpartition("/")[0]
    browser.post(f"{example}/finalise")
    page = browser.page(f"{example}/actions")
    links = (one for one in page.links() if one.startswith(f"{example}/actions/"))
    first = next(one for one in links if not one.endswith("/add"))
    about = next(one for one in browser.page(first).links() if "/items/" in one)
    form = dict.fromkeys(("what", "child_notices"), "x")
    browser.post(first, {**form, "what": "Dit is af", "status": "done", "version": "1"})

    begun = browser.post(f"{example}/round", {"edition": "2026.1"}).location.rstrip("/")
    browser.post(f"{begun}/review")

    assert "Eerder afgesproken, en klaar:" not in browser.page(about).text
    browser.post(f"{begun}/reopen")
    asked = browser.page(f"{begun}/items/{about.rpartition('/')[2]}")
    assert "Eerder afgesproken, en klaar: Dit is af (x) Is dit nu zo?" in asked.text
    browser.post(f"{begun}/review")
    assert "Wat was afgesproken en klaar is Dit is af" in browser.page(f"{begun}/comparison").text


TOLD = {"told": "2026-11-19", "again": "2027-06-01"}


def test_when_young_people_hear_back_is_written_down(final: str, browser: Browser) -> None:
    answer = browser.post(f"{final}/told-back", TOLD)

    assert answer.status_code == 303
    said = browser.page(f"{final}/life").text
    assert "Wij hebben jongeren teruggekoppeld op 19 november 2026." in said
    assert "Het volgende bericht komt op 1 juni 2027." in said


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("told", "2026-11-21"),
        ("told", "gisteren"),
        ("again", "2026-11-19"),
        ("again", "2026-02-30"),
    ],
)
def test_a_day_that_cannot_be_is_said_beside_it(
    final: str, browser: Browser, field: str, sent: str
) -> None:
    """R9, T21."""
    answer = browser.post(f"{final}/told-back", {**TOLD, field: sent})

    assert answer.status_code == 422
    assert f"#{field}" in looked_over(answer.text).links()


def test_the_day_of_the_next_message_is_no_blank_any_more_once_it_is_set(
    final: str, browser: Browser
) -> None:
    """M5: nobody fills in a day that no document says; what stood there stays."""
    fill_in(browser, final, {"write_on": "2027-05-01"})
    browser.post(f"{final}/told-back", TOLD)
    meanwhile = browser.page(f"{final}/blanks")
    fill_in(browser, final, {"case_number": "Z-1"})
    browser.post(f"{final}/told-back", {**TOLD, "again": ""})

    again = browser.page(f"{final}/blanks")

    assert 'name="write_on"' not in meanwhile.html
    assert 'value="2027-05-01"' in again.html
    assert 'value="Z-1"' in again.html


def fill_in(browser: Browser, final: str, texts: Mapping[str, str]) -> None:
    """Fill in places as the page shows them now."""
    fields = [field.attributes for field in browser.page(f"{final}/blanks").all("input")]
    version = next(field["value"] for field in fields if field["name"] == "version")
    browser.post(f"{final}/blanks", {"version": version, **texts})

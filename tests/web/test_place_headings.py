"""A municipality hands in the headings that its letters have, and takes them away again."""

from __future__ import annotations

from tests.web.builders import Browser, Site
from tests.web.pages import looked_over
from tests.web.test_place import place, sent
from toolkit.reading.letter_headings import OUR_FILE
from toolkit.services.look_of_letters import look_of_letters
from toolkit.storage import looks

__all__ = ["place"]


def test_the_headings_of_letters_are_downloaded_changed_and_handed_in(
    site: Site, browser: Browser, place: str
) -> None:
    """What was handed in is what is downloaded next, and what letters have."""
    ours = browser.client.get(f"{place}/headings.yaml")
    own = ours.text.replace("Kanttekeningen", "Risico's")

    kept = sent(browser, f"{place}/headings", "headings", own.encode(), "koppen.yaml")

    assert kept.status_code == 303
    assert (own == ours.text, browser.client.get(f"{place}/headings.yaml").text) == (False, own)
    assert said_in_a_proposal(site, place, "against") == "Risico's"


def test_headings_that_do_not_fit_are_refused_with_the_line(browser: Browser, place: str) -> None:
    file = b"letter:\n  title: {nl: Raadsbrief}\n"

    answer = sent(browser, f"{place}/headings", "headings", file, "koppen.yaml")

    assert answer.status_code == 422
    assert "letter.why: De kop \u2018why\u2019 ontbreekt" in looked_over(answer.text).text


def test_without_a_file_the_page_says_so(browser: Browser, place: str) -> None:
    answer = browser.post(f"{place}/headings")

    assert answer.status_code == 422
    assert "Kies eerst het bestand met koppen." in looked_over(answer.text).text


def test_our_headings_come_back_when_those_of_the_municipality_are_taken_away(
    site: Site, browser: Browser, place: str
) -> None:
    own = OUR_FILE.read_bytes().replace(b"Kanttekeningen", b"Risico")
    sent(browser, f"{place}/headings", "headings", own, "koppen.yaml")

    browser.post(f"{place}/headings/remove")

    assert said_in_a_proposal(site, place, "against") == ""
    assert browser.client.get(f"{place}/headings.yaml").data == OUR_FILE.read_bytes()


def test_headings_that_came_from_elsewhere_are_used_only_when_they_are_sound(
    site: Site, place: str
) -> None:
    """R6: a letter never goes without what it has to say."""
    with site.parts.database.writing() as connection:
        looks.put_headings(connection, place.rpartition("/")[2], "letter: {title: {nl: Kaal}}")

    assert said_in_a_proposal(site, place, "title") == ""


def said_in_a_proposal(site: Site, place: str, name: str) -> str:
    """Return a heading of the municipality's own; the empty text when it has ours."""
    with site.parts.database.reading() as connection:
        headings = look_of_letters(connection, place.rpartition("/")[2]).headings.get(
            "proposal", {}
        )
    return headings[name].within("nl") if name in headings else ""

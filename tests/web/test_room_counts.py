"""Cards of a room as they are typed: one question, and all of them from paper."""

from __future__ import annotations

from tests.web.builders import Site
from tests.web.held import of_a_scan
from tests.web.pages import Page
from tests.web.test_room import (
    ANSWERED,
    DISPUTED,
    TWELVE,
    at_cards,
    counts,
    goes,
    projector,
    six,
)
from toolkit.domain.access import Role


def values(page: Page, item: str) -> list[str]:
    fields = [one.attributes for one in page.all("input")]
    names = [f"{item}-{place}" for place in range(6)]
    return [one["value"] for one in fields if one.get("name") in names]


def test_wrong_counts_stay_as_they_were_typed_with_a_sentence(site: Site) -> None:
    holder = of_a_scan(site)
    goes(holder, place=f"signal.cards.{ANSWERED}")

    answer = counts(holder, ANSWERED, ("drie", "2", "", "", "", ""))
    page = Page(answer.text)

    assert answer.status_code == 422
    assert values(page, ANSWERED) == ["drie", "2", "", "", "", ""]
    assert "Schrijf in elk veld in cijfers" in page.text


def test_more_people_than_a_room_holds_are_refused(site: Site) -> None:
    holder = of_a_scan(site)
    goes(holder, place=f"signal.cards.{ANSWERED}")

    answer = counts(holder, ANSWERED, ("33", "33", "", "", "", ""))

    assert answer.status_code == 422
    assert "Samen is dit meer dan 60 mensen." in Page(answer.text).text


def test_a_question_that_goes_by_no_card_is_not_found(site: Site) -> None:
    holder = of_a_scan(site)

    assert counts(holder, "gov.budget").status_code == 404


def test_what_another_window_counted_is_not_written_over_unseen(site: Site) -> None:
    holder = of_a_scan(site)
    goes(holder, place=f"signal.cards.{ANSWERED}")
    first = {**six(ANSWERED), f"{ANSWERED}-before": ",,,,,"}
    other = {**first, f"{ANSWERED}-0": "5"}
    address = f"{holder.address}/room/counts/{ANSWERED}"
    holder.browser.post(address, first)

    stale = holder.browser.post(address, other)
    again = holder.browser.post(address, {**other, f"{ANSWERED}-before": "1,3,3,2,0,3"})

    assert stale.status_code == 409
    assert "In een ander venster is dit geteld als 0: 1 1: 3" in Page(stale.text).text
    assert values(Page(stale.text), ANSWERED)[0] == "5"
    assert again.status_code == 303
    assert values(holder.browser.page(f"{holder.address}/counts"), ANSWERED)[0] == "5"


def test_the_table_keeps_every_row_or_says_which_is_wrong(site: Site) -> None:
    holder = of_a_scan(site)
    good, bad = six(ANSWERED), six(DISPUTED, ("x", "", "", "", "", ""))

    refused = holder.browser.post(f"{holder.address}/counts", {**good, **bad})
    kept_nothing = values(holder.browser.page(f"{holder.address}/counts"), ANSWERED)
    holder.browser.post(f"{holder.address}/counts", good)

    assert refused.status_code == 422
    assert values(Page(refused.text), ANSWERED) == list(TWELVE)
    assert kept_nothing == [""] * 6
    page = holder.browser.page(f"{holder.address}/counts")
    assert values(page, ANSWERED) == ["1", "3", "3", "2", "0", "3"]


def test_a_row_of_the_table_that_nobody_touched_takes_nothing_away(site: Site) -> None:
    holder = of_a_scan(site)
    untouched = {f"{ANSWERED}-before": ",,,,,", **six(ANSWERED, ("",) * 6)}
    holder.counted(ANSWERED)

    holder.browser.post(f"{holder.address}/counts", {**untouched, **six(DISPUTED)})

    page = holder.browser.page(f"{holder.address}/counts")
    assert values(page, ANSWERED) == ["3", "2", "2", "1", "1", "3"]


def test_the_projector_holds_no_menu_and_no_form(site: Site) -> None:
    holder = of_a_scan(site)

    page = holder.browser.page(f"{holder.address}/projector")

    assert page.all("form") == page.all("nav") == page.all("header") == []


def test_the_pages_speak_english_too(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    goes(holder, way="show")

    page = holder.browser.page(f"{holder.address}/projector", language="en")

    assert "From 0 to 3. Three people do not know." in page.text


def test_an_answer_of_a_scan_that_is_shared_no_longer_is_not_called_missing(site: Site) -> None:
    holder = at_cards(of_a_scan(site), "signal", ANSWERED)
    goes(holder, way="show")
    goes(holder, way="reveal")

    holder.is_now(Role.READER)

    assert "Het antwoord uit de scan kan nu niet worden getoond." in projector(holder)
    assert "geen antwoord" not in projector(holder)

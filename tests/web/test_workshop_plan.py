"""The page on which an advisor changes the agenda of a workshop."""

from __future__ import annotations

import pytest

from tests.web.builders import Browser, Site
from tests.web.held import Holder, of_a_name, of_a_scan
from tests.web.pages import looked_over
from tests.web.planning import fields, lengths, plan_of, typed
from toolkit.domain.workshop_agenda import FIRST, LAST


@pytest.fixture
def holder(site: Site) -> Holder:
    return of_a_name(site)


def test_the_agenda_shows_the_minutes_of_every_point(holder: Holder) -> None:
    page = holder.browser.page(f"{holder.address}/agenda")

    assert "Samen 240 minuten" in page.text
    assert int(fields(page)["minutes-break"]) == lengths(plan_of(holder))["break"]


def test_minutes_that_add_up_are_kept_and_phases_share_theirs(holder: Holder) -> None:
    before = lengths(plan_of(holder))
    first, last = before[FIRST] + 15, before[LAST] - 15

    answer = holder.browser.post(
        f"{holder.address}/agenda", typed(holder, first_phases=first, last_phases=last)
    )

    assert answer.status_code == 303
    assert lengths(plan_of(holder))[FIRST] == first
    assert "over de fasen" in holder.browser.page(f"{holder.address}/agenda").text


def test_minutes_that_do_not_add_up_say_how_many_too_many_and_nothing_is_lost(
    holder: Holder,
) -> None:
    longer = lengths(plan_of(holder))["break"] + 20

    answer = holder.browser.post(f"{holder.address}/agenda", typed(holder, **{"break": longer}))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "De onderdelen duren samen 260 minuten, de workshop 240: 20 te veel." in page.text
    assert fields(page)["minutes-break"] == str(longer)


def test_dividing_again_keeps_what_was_typed(holder: Holder) -> None:
    sent = {**typed(holder, **{"break": 30}), "do": "fit"}

    answer = holder.browser.post(f"{holder.address}/agenda", sent)

    assert answer.status_code == 303
    assert lengths(plan_of(holder))["break"] == 30
    assert sum(lengths(plan_of(holder)).values()) == 240


def test_a_workshop_is_made_longer_on_the_same_page(holder: Holder) -> None:
    sent = {**typed(holder, total=300), "do": "fit"}

    holder.browser.post(f"{holder.address}/agenda", sent)

    assert plan_of(holder).minutes == 300


def test_dividing_again_says_what_the_rest_needs(holder: Holder) -> None:
    sent = {**typed(holder, **{"break": 200}), "do": "fit"}

    answer = holder.browser.post(f"{holder.address}/agenda", sent)

    assert answer.status_code == 422
    assert "en er blijven er 40 over" in looked_over(answer.text).text


@pytest.mark.parametrize("said", ["", "0", "-5", "veel", "601", "9" * 5, "1.5", "²"])
def test_what_is_no_number_of_minutes_is_said_beside_its_point(holder: Holder, said: str) -> None:
    """R9, T21."""
    answer = holder.browser.post(f"{holder.address}/agenda", typed(holder, **{"break": said}))

    assert answer.status_code == 422
    assert "#minutes-break" in looked_over(answer.text).links()


@pytest.mark.parametrize(("do", "place"), [("up:break", 2), ("down:break", 4)])
def test_points_move_up_and_down(holder: Holder, do: str, place: int) -> None:
    answer = holder.browser.post(f"{holder.address}/agenda", {**typed(holder), "do": do})

    assert answer.status_code == 303
    assert plan_of(holder).agenda[place].id == "break"


def test_the_story_stays_in_order(holder: Holder) -> None:
    address = f"{holder.address}/agenda"
    holder.browser.post(address, {**typed(holder), "do": "down:first_phases"})

    answer = holder.browser.post(address, {**typed(holder), "do": "down:first_phases"})

    assert answer.status_code == 422
    assert "Het verhaal gaat op volgorde" in looked_over(answer.text).text


def test_a_point_that_was_removed_can_be_put_back(holder: Holder) -> None:
    address = f"{holder.address}/agenda"

    holder.browser.post(address, {**typed(holder), "do": "remove:break"})
    without = lengths(plan_of(holder))
    holder.browser.post(address, {**typed(holder), "do": "back:break"})

    assert "break" not in without
    assert "break" in lengths(plan_of(holder))
    assert sum(without.values()) == 240


def test_a_story_that_is_told_in_one_part_has_no_break_to_speak_of(holder: Holder) -> None:
    address = f"{holder.address}/agenda"
    before = holder.browser.page(address).text

    holder.browser.post(address, {**typed(holder), "do": "remove:last_phases"})

    assert "De pauze komt na fase 3" in before
    assert "De pauze komt na" not in holder.browser.page(address).text


def test_a_point_of_ones_own_gets_its_minutes_from_the_rest(holder: Holder) -> None:
    own = {"do": "add", "new_title": "Muziek van de jongerenraad", "new_minutes": "10"}

    answer = holder.browser.post(f"{holder.address}/agenda", {**typed(holder), **own})

    added = next(point for point in plan_of(holder).agenda if point.id.startswith("own_"))
    assert answer.status_code == 303
    assert added.title.root == {"nl": "Muziek van de jongerenraad"}
    assert added.minutes == 10


@pytest.mark.parametrize(
    ("field", "said"),
    [("new_title", " "), ("new_title", "a" * 121), ("new_minutes", ""), ("new_minutes", "601")],
)
def test_a_point_of_ones_own_has_a_title_and_minutes(holder: Holder, field: str, said: str) -> None:
    """R9, T33."""
    own = {"do": "add", "new_title": "Muziek", "new_minutes": "10", field: said}

    answer = holder.browser.post(f"{holder.address}/agenda", {**typed(holder), **own})

    assert answer.status_code == 422
    assert f"#{field}" in looked_over(answer.text).links()


def test_a_button_that_is_not_there_does_nothing(holder: Holder) -> None:
    answer = holder.browser.post(f"{holder.address}/agenda", {**typed(holder), "do": "burn"})

    assert answer.status_code == 400


def test_an_agenda_that_changed_in_another_window_shows_what_was_typed(holder: Holder) -> None:
    """T24."""
    address, old = f"{holder.address}/agenda", typed(holder, welcome=10, closing=15)
    holder.browser.post(address, {**typed(holder), "do": "remove:break"})

    stale = holder.browser.post(address, old)

    page = looked_over(stale.text)
    assert stale.status_code == 409
    assert "in een ander venster veranderd" in page.text
    assert (fields(page)["minutes-welcome"], fields(page)["minutes-closing"]) == ("10", "15")
    assert fields(page)["version"] == str(holder.held().kept.version)


def test_a_workshop_about_a_scan_can_be_changed_as_well(site: Site) -> None:
    holder = of_a_scan(site)

    page = holder.browser.page(f"{holder.address}/agenda")

    assert "Voorbeeldstad" in page.text
    assert "minutes-outcome" in fields(page)


def test_the_pages_speak_english(holder: Holder) -> None:
    page = holder.browser.page(f"{holder.address}/agenda", language="en")

    assert "Together 240 minutes" in page.text


def test_the_agenda_of_a_workshop_that_is_not_there_is_not_found(browser: Browser) -> None:
    """R27."""
    page = browser.page("/workshops/00000000000000000000000000000000/agenda", 404)

    assert "240" not in page.text

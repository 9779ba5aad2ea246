"""The page with the open places of the card “wie belt wie”."""

from __future__ import annotations

import pytest

from tests.web.builders import Site
from tests.web.held import Holder, of_a_name, seen
from tests.web.pages import looked_over
from tests.web.planning import fields, plan_of, typed
from toolkit.web.forms import plan_rules


@pytest.fixture
def holder(site: Site) -> Holder:
    return of_a_name(site)


def test_the_card_says_where_it_leads_nowhere_until_it_is_filled_in(holder: Holder) -> None:
    address = f"{holder.address}/route"
    before = holder.browser.page(address).text

    answer = holder.browser.post(
        address, {**seen(holder), "line_3": "wijkteam, 020 123 4567, elke dag", "line_4": "030"}
    )

    assert "3 regels lopen nog dood" in before
    assert answer.status_code == 303
    assert "Elke regel leidt ergens heen" in holder.browser.page(address).text


def test_a_line_of_the_card_without_an_open_place_takes_nothing(holder: Holder) -> None:
    """T5."""
    sent = {**seen(holder), "line_1": "020", "line_3": "wijkteam"}

    holder.browser.post(f"{holder.address}/route", sent)

    assert [said.line for said in plan_of(holder).route] == [3]


@pytest.mark.parametrize("field", sorted(plan_rules.ROUTE))
def test_no_line_of_the_card_takes_more_than_the_table_says(holder: Holder, field: str) -> None:
    """R9, T33."""
    sent = {**seen(holder), field: "a" * 400}

    answer = holder.browser.post(f"{holder.address}/route", sent)

    assert answer.status_code == 422


def test_a_card_that_changed_in_another_window_shows_what_was_typed(holder: Holder) -> None:
    """T24."""
    sent = {**seen(holder), "line_3": "wijkteam, elke dag"}
    holder.browser.post(f"{holder.address}/agenda", {**typed(holder), "do": "up:break"})

    stale = holder.browser.post(f"{holder.address}/route", sent)

    assert stale.status_code == 409
    assert fields(looked_over(stale.text))["line_3"] == "wijkteam, elke dag"

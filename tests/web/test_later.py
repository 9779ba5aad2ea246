"""Three and twelve months after a workshop: the cards again, and whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.web.builders import NOON, Site, a_site
from tests.web.held import Holder, of_a_name, of_a_scan
from tests.web.pages import looked_over
from toolkit.domain.workshop_counts import Counts
from toolkit.storage import workshop_room

CALL = "Deze maand bellen"
NOW = (1, 0, 0, 10, 0, 0)


def cards(item: str, counts: tuple[int, ...]) -> dict[str, str]:
    """Return six fields as the page sends them."""
    return {f"{item}-{place}": str(count) for place, count in enumerate(counts)}


def kept(holder: Holder, months: int) -> Mapping[str, Counts]:
    with holder.site.parts.database.reading() as connection:
        return workshop_room.counts_of(connection, holder.workshop, months)


@pytest.fixture
def holder(site: Site) -> Holder:
    """Somebody with a workshop of a name only, of which one question was counted."""
    held = of_a_name(site)
    held.counted(held.cards()[0], Counts((3, 0, 9, 0, 0, 0)))
    return held


@pytest.mark.parametrize("months", [3, 12])
def test_then_and_now_stand_beside_each_other(holder: Holder, months: int) -> None:
    item = holder.cards()[0]
    address = f"{holder.address}/later/{months}"

    answer = holder.browser.post(address, cards(item, NOW))

    page = holder.browser.page(address)
    assert answer.status_code == 303
    assert kept(holder, months) == {item: Counts(NOW)}
    assert "Toen 3 van de 12 op 0, nu 1 van de 11." in page.text


def test_the_counts_of_the_day_stay_as_they_are(holder: Holder) -> None:
    before = kept(holder, 0)

    holder.browser.post(f"{holder.address}/later/3", cards(holder.cards()[0], NOW))

    assert kept(holder, 0) == before
    assert kept(holder, 12) == {}


def test_one_wrong_field_keeps_what_was_typed_and_saves_nothing(holder: Holder) -> None:
    first, second = holder.cards()[:2]
    sent = {**cards(first, NOW), **cards(second, NOW), f"{second}-0": "x"}

    answer = holder.browser.post(f"{holder.address}/later/3", sent)

    page = looked_over(answer.text)
    values = [one.attributes.get("value") for one in page.all("input")]
    assert answer.status_code == 422
    assert "x" in values
    assert kept(holder, 3) == {}


@pytest.mark.parametrize("months", ["0", "1", "6", "24"])
def test_there_are_two_rounds(holder: Holder, months: str) -> None:
    address = f"{holder.address}/later/{months}"

    assert holder.browser.post(address, {}).status_code == 404
    holder.browser.page(address, 404)


def on(folder: Path, moment: list[datetime], day: date | None) -> Holder:
    """Return a workshop of this day, in an installation whose clock stands at this moment."""
    return of_a_name(a_site(folder, lambda: moment[0]), day=day)


@pytest.mark.parametrize(
    ("day", "listed"),
    [
        (date(2026, 11, 19), ""),
        (date(2026, 9, 21), ""),
        (date(2026, 9, 20), "3 maanden na de workshop van 20 september 2026"),
        (date(2026, 5, 1), "3 maanden na de workshop van 1 mei 2026"),
        (date(2025, 12, 20), "12 maanden na de workshop van 20 december 2025"),
        (date(2024, 1, 1), "12 maanden na de workshop van 1 januari 2024"),
        (None, ""),
    ],
)
def test_the_start_page_says_whom_to_call(tmp_path: Path, day: date | None, listed: str) -> None:
    holder = on(tmp_path, [NOON], day)

    text = holder.browser.page("/").text

    assert (CALL in text) == bool(listed)
    assert listed in text


def test_after_it_is_filled_in_nobody_is_called_until_a_year_later(tmp_path: Path) -> None:
    moment = [NOON]
    holder = on(tmp_path, moment, date(2026, 8, 20))
    before = holder.browser.page("/").text

    holder.counted(holder.cards()[0], months=3)

    after = holder.browser.page("/").text
    moment[0] = NOON + timedelta(days=260)
    again = holder.site.signed_in().page("/").text
    assert "3 maanden na" in before
    assert CALL not in after
    assert "12 maanden na" in again


def test_nobody_is_called_about_an_invented_example(site: Site) -> None:
    held = of_a_scan(site, day=date(2026, 8, 20))

    assert CALL not in held.browser.page("/").text

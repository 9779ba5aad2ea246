"""Five lines of what a workshop agreed, and the actions of the scan that they become."""

from __future__ import annotations

import pytest

from tests.web.builders import Site
from tests.web.held import Holder, of_a_name, of_a_scan
from tests.web.pages import looked_over
from toolkit.domain.access import Role
from toolkit.storage import surroundings, workshop_room
from toolkit.storage.surroundings import KeptAction
from toolkit.storage.workshop_room import Agreement

LINE = {
    "what": "Eén nummer dat ook op vrijdagavond opneemt",
    "who": "beleidsadviseur veiligheid",
    "due": "2026-03-01",
    "item": "refer.signal_reaches",
    "child_notices": "De leerkracht weet wie zij belt.",
}
OF_A_CHILD = "Een meisje uit groep 8 vertelde me gisteren dat haar vriend haar dwingt tot seks."


@pytest.fixture
def holder(site: Site) -> Holder:
    """Somebody with a workshop about the example."""
    return of_a_scan(site)


def a_line(number: int, version: int = 0, **other: str) -> dict[str, str]:
    """Return one line as the page sends it."""
    said = {**LINE, **other, "version": str(version)}
    return {f"{number}-{name}": text for name, text in said.items()}


def kept(holder: Holder) -> tuple[Agreement, ...]:
    with holder.site.parts.database.reading() as connection:
        return workshop_room.agreements_of(connection, holder.workshop)


def actions(holder: Holder) -> tuple[KeptAction, ...]:
    with holder.site.parts.database.reading() as connection:
        return surroundings.actions_of(connection, holder.scan)


def become(holder: Holder, number: int = 1) -> str:
    return holder.browser.post(f"{holder.address}/agreements/{number}/action").text


def test_lines_are_kept_together(holder: Holder) -> None:
    sent = {**a_line(1), **a_line(2, what="Tweede", who="", due="", item="", child_notices="")}

    answer = holder.browser.post(f"{holder.address}/agreements", sent)

    assert answer.status_code == 303
    assert [one.what for one in kept(holder)] == [LINE["what"], "Tweede"]
    assert LINE["child_notices"] in holder.browser.page(f"{holder.address}/agreements").text


def test_a_page_sent_twice_keeps_the_same_lines(holder: Holder) -> None:
    holder.browser.post(f"{holder.address}/agreements", a_line(1))

    answer = holder.browser.post(f"{holder.address}/agreements", a_line(1))

    assert answer.status_code == 303
    assert [one.version for one in kept(holder)] == [1]


def test_a_line_that_changed_in_another_window_shows_both(holder: Holder) -> None:
    """T24."""
    address = f"{holder.address}/agreements"
    holder.browser.post(address, a_line(1, what="Van het andere venster"))

    stale = holder.browser.post(address, a_line(1, what="Van mij"))
    over = {**a_line(1, what="Van mij"), "1-theirs": "1", "over": "yes"}
    chosen = holder.browser.post(address, over)

    page = looked_over(stale.text)
    assert (stale.status_code, chosen.status_code) == (409, 303)
    assert "Van het andere venster" in page.text
    assert "Van mij" in page.text
    assert [one.what for one in kept(holder)] == ["Van mij"]


def test_what_is_wrong_stands_beside_what_was_typed(holder: Holder) -> None:
    answer = holder.browser.post(f"{holder.address}/agreements", a_line(1, due="straks"))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "Schrijf een bestaande datum" in page.text
    assert kept(holder) == ()


def test_a_line_about_a_real_child_is_not_kept_and_says_where_to_turn(holder: Holder) -> None:
    answer = holder.browser.post(f"{holder.address}/agreements", a_line(1, what=OF_A_CHILD))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "Er is niets van bewaard." in page.text
    assert OF_A_CHILD in page.text
    assert kept(holder) == ()


@pytest.mark.parametrize("item", ["no.such.item", "<b>"])
def test_a_question_that_is_not_offered_is_refused(holder: Holder, item: str) -> None:
    answer = holder.browser.post(f"{holder.address}/agreements", a_line(1, item=item))

    assert answer.status_code == 422


def test_a_name_is_pointed_at_before_it_is_kept(holder: Holder) -> None:
    answer = holder.browser.post(f"{holder.address}/agreements", a_line(1, what="Bel 06 12345678"))

    assert answer.status_code == 422
    assert "Afspraak 1, Wat: ‘06 12345678’" in looked_over(answer.text).text
    assert kept(holder) == ()


def test_a_line_becomes_an_action_of_the_scan_once(holder: Holder) -> None:
    before = len(actions(holder))
    holder.browser.post(f"{holder.address}/agreements", a_line(1))

    become(holder)
    become(holder)

    made = actions(holder)[before:]
    assert [one.action.what for one in made] == [LINE["what"]]
    assert made[0].action.items == ("refer.signal_reaches",)
    assert made[0].action.child_notices == LINE["child_notices"]
    assert made[0].action.note == "Afgesproken in de workshop van 14 januari 2026."
    assert kept(holder)[0].action == made[0].id


def test_what_stands_unsaved_in_other_lines_is_kept_along(holder: Holder) -> None:
    holder.browser.post(f"{holder.address}/agreements", a_line(1))
    both = {**a_line(1, version=1), **a_line(2, what="Tweede")}

    holder.browser.post(f"{holder.address}/agreements/1/action", both)

    assert [one.what for one in kept(holder)] == [LINE["what"], "Tweede"]
    assert kept(holder)[0].action


def test_who_leads_decides_with_an_owner_and_a_day(holder: Holder) -> None:
    holder.browser.post(f"{holder.address}/agreements", {**a_line(1), **a_line(2, due="")})

    become(holder, 1)
    become(holder, 2)

    assert [one.action.status for one in actions(holder)[-2:]] == ["decided", "proposed"]


def test_an_advisor_only_proposes(holder: Holder) -> None:
    """R26."""
    holder.browser.post(f"{holder.address}/agreements", a_line(1))
    holder.is_now(Role.ADVISOR)

    become(holder)

    assert actions(holder)[-1].action.status == "proposed"


def test_without_how_a_child_notices_nothing_becomes_an_action(holder: Holder) -> None:
    before = actions(holder)
    holder.browser.post(f"{holder.address}/agreements", a_line(1, child_notices=""))

    become(holder)

    page = holder.browser.page(f"{holder.address}/agreements")
    assert "Vul eerst in hoe een kind dit merkt" in page.text
    assert actions(holder) == before


def test_who_may_hold_no_workshop_any_more_has_no_scan_to_add_to(holder: Holder) -> None:
    """R26."""
    before = actions(holder)
    holder.browser.post(f"{holder.address}/agreements", a_line(1))
    holder.is_now(Role.READER)

    become(holder)

    assert actions(holder) == before


def test_of_a_name_only_agreements_stay_in_the_report(site: Site) -> None:
    bare = of_a_name(site)
    bare.browser.post(f"{bare.address}/agreements", a_line(1, item=""))

    become(bare)

    page = bare.browser.page(f"{bare.address}/agreements")
    assert "de afspraken blijven in het verslag" in page.text
    assert kept(bare)[0].action == ""


@pytest.mark.parametrize("number", ["0", "6", "99"])
def test_there_are_five_lines(holder: Holder, number: str) -> None:
    answer = holder.browser.post(f"{holder.address}/agreements/{number}/action")

    assert answer.status_code == 404


def test_the_report_says_what_was_agreed(holder: Holder) -> None:
    holder.browser.post(f"{holder.address}/agreements", a_line(1))

    page = holder.browser.page(f"{holder.address}/outcome")

    assert "1 regel" in page.text

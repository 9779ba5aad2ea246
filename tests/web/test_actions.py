"""The pages with what will be done."""

import pytest

from tests.web.builders import Browser, Site
from tests.web.hostile import HOSTILE
from tests.web.pages import Page, looked_over
from toolkit.domain.plain_text import plain
from toolkit.web.forms.rules import RULES

ROUTE = {
    "what": "Eén route maken",
    "owner": "aandachtsfunctionaris",
    "due": "2027-03-31",
    "status": "decided",
    "child_notices": "De juf weet wie er kan helpen.",
    "note": "Samen met Veilig Thuis.",
    "version": "0",
}


@pytest.fixture
def actions(site: Site, browser: Browser) -> str:
    """The address of a plan with one action."""
    address = f"/scans/{site.a_scan()}/actions"
    assert browser.post(f"{address}/add", ROUTE).status_code == 303
    return address


def the_action(actions: str, browser: Browser) -> str:
    found = (link for link in browser.page(actions).links() if link.startswith(f"{actions}/"))
    return next(link for link in found if not link.endswith("/add"))


def headings(page: Page) -> list[str]:
    return [one.attributes["id"] for one in page.all("li") if "id" in one.attributes]


def test_an_action_of_ones_own_says_what_who_when_and_what_a_child_notices(
    actions: str, browser: Browser
) -> None:
    page = browser.page(actions)

    assert "Eén route maken besloten aandachtsfunctionaris · 31 maart 2027" in page.text
    assert ROUTE["child_notices"] in page.text


def test_an_advice_that_was_chosen_stands_among_the_actions(browser: Browser) -> None:
    outcome = browser.post("/scans/example").headers["Location"]
    chosen = [one.attributes for one in browser.page(outcome).all("input")]
    advice = next(one["value"] for one in chosen if one.get("name") == "advice")
    actions = outcome.replace("/outcome", "/actions")
    before = headings(browser.page(actions))

    browser.post(actions, {"advice": advice})

    after = headings(browser.page(actions))
    assert after[:-1] == before
    assert "advies" in browser.page(f"{actions}/{after[-1].removeprefix('action-')}").text


def test_an_action_is_changed_over_the_version_that_was_seen(
    actions: str, browser: Browser
) -> None:
    """T24."""
    address = the_action(actions, browser)
    first = browser.post(address, {**ROUTE, "status": "done", "version": "1"})

    stale = browser.post(address, {**ROUTE, "what": "Iets anders", "version": "1"})
    chosen = browser.post(address, {**ROUTE, "what": "Iets anders", "version": "1", "over": "2"})

    assert (first.status_code, stale.status_code, chosen.status_code) == (303, 409, 303)
    assert "klaar" in looked_over(stale.text).text
    assert "Iets anders" in browser.page(actions).text


@pytest.mark.parametrize(
    ("field", "sent"),
    [("what", " "), ("due", "morgen"), ("due", "2027-13-01"), ("status", "rejected")],
)
def test_what_cannot_stand_in_an_action_is_said_beside_it(
    actions: str, browser: Browser, field: str, sent: str
) -> None:
    """R9, T21."""
    answer = browser.post(f"{actions}/add", {**ROUTE, field: sent})

    assert answer.status_code == 422
    assert f"#{field}" in looked_over(answer.text).links()


@pytest.mark.parametrize(("field", "longest"), [(n, r.longest) for n, r in RULES["action"].items()])
def test_no_field_of_an_action_takes_more_than_the_table_says(
    actions: str, browser: Browser, field: str, longest: int
) -> None:
    """R9, T33."""
    answer = browser.post(f"{actions}/add", {**ROUTE, field: "a" * (longest + 1)})

    assert answer.status_code == 422


def test_what_the_form_does_not_ask_stays_as_it_is(actions: str, browser: Browser) -> None:
    """T5, R28."""
    address = the_action(actions, browser)
    more = {"id": "x", "assessment_id": "x", "advice": "x", "place": "9", "items": "gov.route"}

    answer = browser.post(address, {**ROUTE, **more, "what": "Nieuw", "version": "1"})

    assert answer.status_code == 303
    assert the_action(actions, browser) == address
    assert "advies" not in browser.page(address).text


def test_actions_move_up_and_down_without_a_script(actions: str, browser: Browser) -> None:
    browser.post(f"{actions}/add", {**ROUTE, "what": "Tweede"})
    first, second = headings(browser.page(actions))

    moved = browser.post(f"{actions}/{second.removeprefix('action-')}/move", {"way": "up"})

    assert moved.status_code == 303
    assert headings(browser.page(actions)) == [second, first]


def test_an_action_moves_up_or_down_only(actions: str, browser: Browser) -> None:
    """R9."""
    answer = browser.post(f"{the_action(actions, browser)}/move", {"way": "away"})

    assert answer.status_code == 400


def test_an_action_that_was_seen_can_be_removed(actions: str, browser: Browser) -> None:
    """T24."""
    address = the_action(actions, browser)
    browser.post(address, {**ROUTE, "status": "busy", "version": "1"})

    stale = browser.post(f"{address}/remove", {"version": "1"})
    seen = browser.post(f"{address}/remove", {"version": "2"})

    assert (stale.status_code, seen.status_code) == (409, 303)
    assert headings(browser.page(actions)) == []


def test_an_action_of_another_scan_has_no_page_here(
    site: Site, actions: str, browser: Browser
) -> None:
    """T3."""
    name = the_action(actions, browser).rpartition("/")[2]

    assert browser.page(f"/scans/{site.a_scan()}/actions/{name}", 404).text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_action_is_shown_as_it_was_typed(
    actions: str, browser: Browser, text: str
) -> None:
    """T30, T32, T34, T35."""
    fields = dict.fromkeys(("what", "owner", "child_notices", "note"), text)

    browser.post(the_action(actions, browser), {**ROUTE, **fields, "version": "1"})

    page = browser.page(actions)
    assert page.text.count(" ".join(plain(text).split())) >= 4
    assert page.all("script") == page.all("img") == []


def test_personal_data_in_an_action_is_pointed_at(actions: str, browser: Browser) -> None:
    """T29."""
    answer = browser.post(f"{actions}/add", {**ROUTE, "owner": "jan@voorbeeld.nl"})

    assert answer.status_code == 422
    assert "jan@voorbeeld.nl" in looked_over(answer.text).text

"""The pages with what will be done."""

import re

import pytest

from tests.web.builders import NOON, Browser, Site
from tests.web.hostile import HOSTILE
from tests.web.pages import Page, looked_over
from toolkit.domain.access import Role
from toolkit.domain.plain_text import plain
from toolkit.storage import accounts, tokens
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


def a_reader(site: Site) -> Browser:
    """Return the browser of somebody who reads along in the first municipality."""
    with site.parts.database.writing() as connection:
        first = accounts.actor(connection, accounts.first(connection) or "", at=NOON)
        assert first is not None
        account = accounts.add(connection, operator=False, at=NOON)
        accounts.join(connection, account, first.municipalities[0], Role.READER, at=NOON)
        secret = tokens.make(connection, account, tokens.SIGN_IN, at=NOON)
    browser = site.visitor()
    assert browser.post(f"/start/{secret}").status_code == 303
    return browser


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


LATER = {**ROUTE, "what": "Later", "due": "2026-11-01", "owner": "jongerenwerk"}


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("", ["Later", "Eén route maken"]),
        ("order=own", ["Eén route maken", "Later"]),
        ("late=yes", ["Later"]),
        ("owner=jongerenwerk", ["Later"]),
        ("status=done", []),
        ("owner=nobody&status=x&theme=x", ["Later", "Eén route maken"]),
    ],
)
def test_the_list_shows_what_is_asked_and_first_what_is_due_first(
    actions: str, browser: Browser, asked: str, shown: list[str]
) -> None:
    """T21: a plain form; what is not offered narrows nothing."""
    browser.post(f"{actions}/add", LATER)

    page = browser.page(f"{actions}?{asked}")

    assert re.findall(r'<h2 class="written">(.*?)</h2>', page.html) == shown


def test_an_action_past_its_date_is_marked_in_words(actions: str, browser: Browser) -> None:
    browser.post(f"{actions}/add", LATER)

    page = browser.page(actions)

    assert "2 acties: 2 besloten. 1 is over de datum." in page.text
    assert page.text.count("besloten over de datum") == 1


def test_the_list_says_how_many_missing_points_the_actions_touch(browser: Browser) -> None:
    outcome = browser.post("/scans/example").headers["Location"]

    page = browser.page(outcome.replace("/outcome", "/actions"))

    assert re.search(r"Deze acties raken \d+ van de \d+ ontbrekende punten\.", page.text)


@pytest.mark.parametrize(("status", "field"), [("dropped", "reason"), ("done", "child_notices")])
def test_what_is_over_says_why_or_who_notices(
    actions: str, browser: Browser, status: str, field: str
) -> None:
    """R9."""
    sent = {**ROUTE, "child_notices": "", "status": status, "version": "1"}

    answer = browser.post(the_action(actions, browser), sent)

    assert answer.status_code == 422
    assert f"#{field}" in looked_over(answer.text).links()


def test_the_page_of_an_action_tells_what_became_otherwise(actions: str, browser: Browser) -> None:
    address = the_action(actions, browser)

    browser.post(address, {**ROUTE, "status": "busy", "note": "", "version": "1"})

    page = browser.page(address)
    assert "Status: was ‘besloten’, werd ‘bezig’." in page.text
    assert "Toelichting: was ‘Samen met Veilig Thuis.’, is nu leeg." in page.text


def test_who_may_not_plan_reads_the_action_and_its_history(
    site: Site, actions: str, browser: Browser
) -> None:
    """R26."""
    reader = a_reader(site)

    page = reader.page(the_action(actions, browser))

    assert "Eén route maken" in page.text
    assert page.all("textarea") == []


def test_asking_how_far_it_is_is_written_down(actions: str, browser: Browser) -> None:
    address = the_action(actions, browser)

    answer = browser.post(f"{address}/reminder")

    assert answer.status_code == 303
    assert "U vroeg het op 20 november 2026." in browser.page(address).text
    assert "Status: was" not in browser.page(address).text


@pytest.mark.parametrize(
    ("wanted", "ending", "begins"),
    [("xlsx", "xlsx", b"PK"), ("csv", "csv", b"\xef\xbb\xbf"), ("ics", "ics", b"BEGIN:VCALENDAR")],
)
def test_the_actions_go_along_as_a_file(
    actions: str, browser: Browser, wanted: str, ending: str, begins: bytes
) -> None:
    answer = browser.post(f"{actions}/file", {"as": wanted})

    assert answer.status_code == 200
    assert answer.headers["Content-Disposition"] == f"attachment; filename=acties.{ending}"
    assert answer.data.startswith(begins)


def test_who_may_not_export_takes_no_actions_along(site: Site, actions: str) -> None:
    """R26."""
    assert a_reader(site).post(f"{actions}/file", {"as": "csv"}).status_code == 403

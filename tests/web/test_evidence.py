"""The pages of the register of evidence."""

import pytest

from tests.web.builders import Browser, Site
from tests.web.pages import looked_over
from toolkit.web.forms.rules import RULES

PLAN = {
    "title": "Uitvoeringsplan 2025",
    "kind": "plan",
    "dated": "2025-03-18",
    "valid_until": "2026-01-01",
    "link": "https://voorbeeldstad.nl/plan?a=1&b=2",
    "citation": "Besluit van 18 maart 2025",
}
NAME = "uitvoeringsplan-2025"


@pytest.fixture
def register(site: Site, browser: Browser) -> str:
    """The address of a register with one entry."""
    address = f"/scans/{site.a_scan()}/evidence"
    assert browser.post(f"{address}/add", PLAN).status_code == 303
    return address


def test_a_document_that_is_added_stands_in_the_register(register: str, browser: Browser) -> None:
    page = browser.page(register)

    assert PLAN["title"] in page.text
    assert PLAN["link"] in page.links()
    assert "verlopen" in page.text


def test_an_empty_register_says_that_it_may_stay_empty(site: Site, browser: Browser) -> None:
    page = browser.page(f"/scans/{site.a_scan()}/evidence")

    assert page.all("table") == []


def test_a_document_can_be_changed(register: str, browser: Browser) -> None:
    answer = browser.post(
        f"{register}/entries/{NAME}", {**PLAN, "title": "Het plan", "version": "1"}
    )

    assert answer.status_code == 303
    assert "Het plan" in browser.page(register).text


def test_a_day_may_be_written_as_people_write_it(register: str, browser: Browser) -> None:
    browser.post(f"{register}/add", {**PLAN, "title": "Ander stuk", "dated": "18-3-2025"})

    assert "18 maart 2025" in browser.page(register).text


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("title", ""),
        ("title", "\u200b \u202e"),
        ("kind", "gossip"),
        ("dated", "18-13-2025"),
        ("dated", "2025-02-30"),
        ("valid_until", "\u0662\u0660\u0662\u0665-01-01"),
        ("link", "javascript:alert(1)"),
        ("link", "http://voorbeeldstad.nl"),
        ("link", "//voorbeeldstad.nl"),
        ("link", "data:text/html,x"),
    ],
)
def test_what_cannot_stand_in_a_field_is_said_beside_it(
    register: str, browser: Browser, field: str, sent: str
) -> None:
    """R2, R9, T21."""
    answer = browser.post(f"{register}/add", {**PLAN, "title": "Ander stuk", field: sent})

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert f"#{field}" in page.links()
    assert "Ander stuk" not in browser.page(register).text


@pytest.mark.parametrize(
    ("field", "longest"),
    [(name, rule.longest) for name, rule in RULES["evidence"].items() if name != "kind"],
)
def test_no_field_of_a_document_takes_more_than_the_table_says(
    register: str, browser: Browser, field: str, longest: int
) -> None:
    """R9, T33."""
    sent = "https://" + "a" * (longest - 7)

    answer = browser.post(f"{register}/add", {**PLAN, field: sent})

    assert answer.status_code == 422


def test_a_stale_change_shows_both_and_the_choice_counts(register: str, browser: Browser) -> None:
    """T24."""
    address = f"{register}/entries/{NAME}"
    browser.post(address, {**PLAN, "title": "Van een collega", "version": "1"})

    stale = browser.post(address, {**PLAN, "title": "Van mij", "version": "1"})
    chosen = browser.post(address, {**PLAN, "title": "Van mij", "version": "1", "over": "2"})

    assert stale.status_code == 409
    assert "Van een collega" in looked_over(stale.text).text
    assert 'value="Van mij"' in stale.text
    assert chosen.status_code == 303
    assert "Van mij" in browser.page(register).text


def test_a_version_that_was_damaged_never_writes(register: str, browser: Browser) -> None:
    """R28."""
    address = f"{register}/entries/{NAME}"

    answer = browser.post(address, {**PLAN, "title": "Van mij", "version": "1e9"})

    assert answer.status_code == 409


def test_a_document_that_is_named_says_where_and_stays(register: str, browser: Browser) -> None:
    scan = register.removesuffix("/evidence")
    named = {"gov.policy_adopted-evidence": f"{NAME}, p. 3", "gov.policy_adopted-state": "unknown"}
    stamps = {"gov.policy_adopted-version": "0", "gov.policy_adopted-request_id": "a" * 32}
    assert browser.post(f"{scan}/items/gov.policy_adopted", {**named, **stamps}).status_code == 303

    refused = browser.post(f"{register}/entries/{NAME}/remove", {"version": "1"})

    assert refused.status_code == 409
    assert f"{scan}/items/gov.policy_adopted" in looked_over(refused.text).links()


def test_a_document_that_nobody_names_can_go(register: str, browser: Browser) -> None:
    answer = browser.post(f"{register}/entries/{NAME}/remove", {"version": "1"})

    assert answer.status_code == 303
    assert PLAN["title"] not in browser.page(register).text


def test_a_document_that_a_colleague_changed_is_not_removed(
    register: str, browser: Browser
) -> None:
    """T24."""
    browser.post(f"{register}/entries/{NAME}", {**PLAN, "title": "Nieuw", "version": "1"})

    answer = browser.post(f"{register}/entries/{NAME}/remove", {"version": "1"})

    assert answer.status_code == 409
    assert "Nieuw" in browser.page(register).text


@pytest.mark.parametrize("where", ["entries/nergens", "entries/../add/x"])
def test_a_document_that_is_not_there_has_no_page(
    register: str, browser: Browser, where: str
) -> None:
    assert browser.page(f"{register}/{where}", 404).text


def test_a_kind_in_words_of_a_file_may_stay(browser: Browser) -> None:
    """The example names kinds that are not in our list."""
    outcome = browser.post("/scans/example").headers["Location"]
    address = outcome.replace("/outcome", "/evidence/entries/dpia-2024")

    page = browser.page(address)
    kept = browser.post(address, {"version": "1", "kind": "toets", "title": "DPIA"})

    assert "toets" in [option.attributes["value"] for option in page.all("option")]
    assert kept.status_code == 303


def test_personal_data_is_pointed_at_once(register: str, browser: Browser) -> None:
    """T29."""
    sent = {**PLAN, "title": "Brief van jan@voorbeeld.nl"}
    asked = browser.post(f"{register}/add", sent)
    page = looked_over(asked.text)
    seal = next(
        one.attributes["value"]
        for one in page.all("button")
        if one.attributes.get("name") == "sure"
    )

    sure = browser.post(f"{register}/add", {**sent, "sure": seal})

    assert asked.status_code == 422
    assert "jan@voorbeeld.nl" in page.text
    assert sure.status_code == 303

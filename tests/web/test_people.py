"""People come and go; what they may do changes with the next request."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import select

from tests.web.builders import NOON, Browser, Site
from toolkit.domain.access import Role
from toolkit.storage import accounts, municipalities, tokens
from toolkit.storage.tables import memberships

SAM = {"name": "Sam", "email": "sam@gemeente.example", "role": "reader"}


def place_of(site: Site) -> str:
    with site.parts.database.reading() as connection:
        return connection.execute(select(memberships.c.municipality_id)).scalars().first() or ""


def a_member(site: Site, role: Role, email: str | None = None) -> Browser:
    """Return the browser of somebody new in the municipality."""
    place = place_of(site)
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, email=email, at=NOON)
        accounts.join(connection, account, place, role, "Sam", at=NOON)
        secret = tokens.make(connection, account, tokens.SIGN_IN, at=NOON)
    browser = site.visitor()
    browser.post(f"/start/{secret}")
    return browser


@pytest.fixture
def people(site: Site) -> str:
    site.signed_in()
    return f"/municipalities/{place_of(site)}/people"


def test_who_is_added_gets_a_link_that_is_shown_once(browser: Browser, people: str) -> None:
    """R23."""
    added = browser.post(people, SAM)

    link = re.search(r"http://\S+/password/new/\S+", added.text)
    assert added.status_code == 200
    assert link
    assert link[0] not in browser.page(people).html
    assert "sam@gemeente.example" not in browser.page(people).text
    assert "Sam" in browser.page(people).text


def test_an_account_of_others_is_let_in_by_its_number_only(
    site: Site, browser: Browser, people: str
) -> None:
    """R23: who only bears the address gets nothing, and no link into what is of others."""
    with site.parts.database.writing() as connection:
        other = municipalities.add(connection, name="Elders", at=NOON)
        account = accounts.add(connection, operator=False, email=SAM["email"], at=NOON)
        accounts.join(connection, account, other, Role.READER, at=NOON)

    without = browser.post(people, SAM)
    with_number = browser.post(people, {**SAM, "number": "2"})

    assert (without.status_code, with_number.status_code) == (422, 303)
    assert "password/new" not in without.text + browser.page(people).html


def test_a_change_of_role_ends_the_session(site: Site, browser: Browser, people: str) -> None:
    """R25, T17."""
    sam = a_member(site, Role.CONTRIBUTOR)
    sam.page("/")

    changed = browser.post(f"{people}/2/role", {"role": "reader"})

    assert changed.status_code == 303
    sam.page("/", 401)


def test_a_name_is_written_as_colleagues_say_it(site: Site, browser: Browser, people: str) -> None:
    """Whoever began by the link of the first start has none yet; the text of an invitation does."""
    asking = f"/scans/{site.a_scan()}/team/new"
    before = browser.page(asking)

    kept = browser.post(f"{people}/1/name", {"name": "Anna"})

    assert "eigen naam staat er nog niet" in before.text
    assert kept.status_code == 303
    assert "Anna" in browser.page(people).text
    assert "eigen naam staat er nog niet" not in browser.page(asking).text


def test_nobody_is_left_without_a_name(browser: Browser, people: str) -> None:
    refused = browser.post(f"{people}/1/name", {"name": " "})

    assert refused.status_code == 422


def test_who_is_removed_sees_nothing_more(site: Site, browser: Browser, people: str) -> None:
    """R25, T17."""
    sam = a_member(site, Role.DEPUTY)
    sam.page(people)

    browser.post(f"{people}/2/remove")

    sam.page(people, 401)
    assert "Sam" not in browser.page(people).text


@pytest.mark.parametrize(("form", "sent"), [("role", {"role": "reader"}), ("remove", {})])
def test_the_last_coordinator_stays(
    browser: Browser, people: str, form: str, sent: dict[str, str]
) -> None:
    """R26: somebody else has to be one first."""
    browser.post(f"{people}/1/{form}", sent)

    assert "enige coördinator" in browser.page(f"{people}/1").text


def test_a_deputy_makes_nobody_coordinator(site: Site, people: str) -> None:
    """R26."""
    deputy = a_member(site, Role.DEPUTY)

    raised = deputy.post(f"{people}/2/role", {"role": "coordinator"})
    lowered = deputy.post(f"{people}/1/role", {"role": "reader"})

    assert (raised.status_code, lowered.status_code) == (403, 403)


def test_nobody_becomes_advisor_by_membership(browser: Browser, people: str) -> None:
    """T5."""
    assert browser.post(f"{people}/1/role", {"role": "advisor"}).status_code == 400
    assert browser.post(people, {**SAM, "role": "advisor"}).status_code == 422


def test_the_list_to_review_holds_no_formula(browser: Browser, people: str) -> None:
    """R4, T36."""
    browser.post(people, {**SAM, "name": "=cmd|'/c calc'!A0"})

    table = browser.client.get(f"{people}/review.csv")

    assert table.headers["Content-Disposition"] == "attachment; filename=accounts.csv"
    assert "\"'=cmd|'/c calc'!A0\"" in table.text


def test_the_log_tells_numbers_and_functions_only(browser: Browser, people: str) -> None:
    """R37: no name, no address."""
    browser.post(people, SAM)
    log = people.replace("people", "log")

    page, table = browser.page(log), browser.client.get(f"{log}.csv")

    assert "voegde iemand toe" in page.text
    assert "account 1" in page.text
    assert SAM["email"] not in page.html + table.text
    assert "Sam" not in page.html + table.text

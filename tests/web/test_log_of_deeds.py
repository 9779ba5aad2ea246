"""The log tells who came in, went out, was refused; of what is not there, nothing (R37)."""

import pytest
from sqlalchemy import select, update

from tests.web.builders import Browser, Site
from toolkit.domain.access import Role
from toolkit.domain.happening import ABOUT_NOTHING, Line
from toolkit.services.throttle import ADDRESS, FREE
from toolkit.storage import audit
from toolkit.storage.tables import actions, memberships


def lines(site: Site, municipality: str = "") -> tuple[Line, ...]:
    with site.parts.database.reading() as connection:
        return audit.of(connection, municipality)


def place_of(site: Site) -> str:
    with site.parts.database.reading() as connection:
        found: str = connection.execute(select(memberships.c.municipality_id)).scalar_one()
        return found


def test_coming_in_and_going_out_are_told(site: Site) -> None:
    """R37: also a link that was made on the server, and one that no longer works."""
    link = site.link()
    browser = site.visitor()

    browser.post(link)
    browser.post(link)
    browser.post("/sign-out")

    told = [(line.what, line.account, line.result) for line in reversed(lines(site))]
    assert told == [
        ("way_in_made", 0, "done"),
        ("signed_in", 1, "done"),
        ("sign_in_failed", 0, "refused"),
        ("signed_out", 1, "done"),
    ]


def test_a_wrong_code_is_told_until_the_brake_holds(site: Site) -> None:
    """R37, R19, T12: nothing of what was typed, nor who typed it."""
    browser = site.visitor()
    guesses = [f"AAAAA-{number:05}" for number in range(25)]

    statuses = [browser.post("/code", {"code": one}).status_code for one in guesses]

    told = lines(site)
    assert statuses.count(422) == len(told) == FREE[ADDRESS]
    assert {(one.what, one.account, one.about, one.result) for one in told} == {
        ("sign_in_failed", 0, ABOUT_NOTHING, "refused")
    }


@pytest.mark.parametrize("way", ["/in/", "/read/", "/start/", "/password/new/"])
def test_a_link_that_opens_nothing_is_told_and_never_fills_the_log(site: Site, way: str) -> None:
    """R37: looking at one is not told."""
    browser, before = site.visitor(), len(lines(site))
    browser.client.get(f"{way}guess")
    looked = len(lines(site)) - before

    statuses = {browser.post(f"{way}guess-{number}").status_code for number in range(25)}

    told = lines(site)[: -before or None]
    assert (looked, statuses) == (0, {410})
    assert [one.what for one in told] == ["sign_in_failed"] * FREE[ADDRESS]


def test_an_action_that_is_taken_away_is_told(site: Site, browser: Browser) -> None:
    """R37: by its id; what it was is gone."""
    scan = site.a_scan()
    added = {"what": "Kanarie regelen", "request": "a", "version": "0"}
    browser.post(f"/scans/{scan}/actions/add", added)
    with site.parts.database.reading() as connection:
        (action,) = connection.execute(select(actions.c.id)).scalars()

    browser.post(f"/scans/{scan}/actions/{action}/remove", {"version": "1"})

    (told,) = (one for one in lines(site, place_of(site)) if one.what == "removed")
    assert (told.about.kind, told.about.id, told.account) == ("action", action, 1)


def test_a_refusal_is_told_once_with_its_door(site: Site, browser: Browser) -> None:
    """R37."""
    scan = site.a_scan()
    with site.parts.database.writing() as connection:
        connection.execute(update(memberships).values(role=Role.READER.value))

    refused = browser.post(f"/scans/{scan}/removal")

    told = lines(site, place_of(site))
    assert refused.status_code == 403
    assert [(line.about.id, line.account) for line in told if line.what == "access_refused"] == [
        ("life.remove", 1)
    ]


def test_looking_for_what_is_not_there_is_not_told(site: Site, browser: Browser) -> None:
    """R37: only a form that was sent to it is."""
    before = len(lines(site))

    browser.page("/scans/nowhere/", 404)
    browser.post("/scans/nowhere/removal")

    assert [line.about.id for line in lines(site)[: -before or None]] == ["life.remove"]

"""The log tells who came in, went out, was refused; of what is not there, nothing (R37)."""

from sqlalchemy import select, update

from tests.web.builders import Browser, Site
from toolkit.domain.access import Role
from toolkit.domain.happening import Line
from toolkit.storage import audit
from toolkit.storage.tables import memberships


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

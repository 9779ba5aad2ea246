"""Who reads along by a link sees one scan, and nothing any more once the link ends."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.web.builders import NOON, Browser
from tests.web.neighbours import CANARY, Caller, Neighbours, neighbours, sibling
from toolkit.services.read_along import LinkEnded, come_to_read
from toolkit.storage import audit
from toolkit.web.visit import SESSION

WISH = {"name": "Wethouder", "until": "2026-12-31"}


@pytest.fixture
def both(tmp_path: Path) -> Neighbours:
    return neighbours(tmp_path)


def given(both: Neighbours, **wish: str) -> str:
    """Return the address of a new link to our scan."""
    answer = both.site.signed_in().post(readers(both), {**WISH, **wish})
    assert answer.status_code == 200
    found = re.search(r"/read/[\w-]+", answer.text)
    assert found is not None
    return found[0]


def readers(both: Neighbours) -> str:
    return f"/scans/{both.ours.assessment}/readers"


def reading(both: Neighbours, link: str) -> Browser:
    """Return the browser of somebody who pressed on."""
    browser = both.site.visitor()
    assert browser.post(link).status_code == 303
    return browser


def end(both: Neighbours) -> None:
    """End every link to our scan."""
    browser = both.site.signed_in()
    page = browser.page(readers(both))
    forms = [one.attributes["action"] for one in page.all("form") if "action" in one.attributes]
    ended = [browser.post(one).status_code for one in forms if one.endswith("/withdraw")]
    assert set(ended) == {303}


def raw(client: FlaskClient) -> str:
    with client.session_transaction() as kept:
        return str(kept[SESSION])


def test_a_link_opens_one_scan_to_read_and_nothing_around_it(both: Neighbours) -> None:
    """T1, T4: not the register, not the people, not another scan of the same municipality."""
    beside = sibling(both)

    browser = reading(both, given(both))

    scan = f"/scans/{both.ours.assessment}"
    opened = [
        browser.client.get(f"{scan}/{door}").status_code for door in ("", "outcome", "actions")
    ]
    closed = ("evidence", "sharing", "readers", "actions/add", "team/new", "told-back")
    refused = [browser.client.get(f"{scan}/{door}").status_code for door in closed]
    assert opened == [200, 200, 200]
    assert set(refused) <= {403, 409}
    assert browser.client.get(f"/scans/{beside.assessment}/").status_code == 404
    assert browser.client.get(f"/scans/{both.theirs.assessment}/").status_code == 404
    assert CANARY not in browser.page("/").text


def test_looking_at_a_link_begins_nothing(both: Neighbours) -> None:
    """T107."""
    link, stranger = given(both), both.site.visitor()

    page = stranger.page(link)

    assert "U mag meelezen" in page.text
    assert stranger.client.get(f"/scans/{both.ours.assessment}/").status_code == 401


def test_an_ended_link_ends_what_is_open_at_once(both: Neighbours) -> None:
    """T4, T17: every address that answered, with the cookie of before."""
    link = given(both)
    browser = reading(both, link)
    caller = Caller.of(browser)
    knocks = both.private(both.ids(both.ours))

    end(both)

    assert set(caller.statuses(knocks).values()) == {401}
    assert browser.client.get(link).status_code == 410
    assert both.site.visitor().post(link).status_code == 410


def test_a_link_works_through_its_last_day(both: Neighbours) -> None:
    """T12."""
    secret = given(both, until="2026-11-22").removeprefix("/read/")
    last, after = NOON + timedelta(days=2), NOON + timedelta(days=3)

    with both.site.parts.database.writing() as connection:
        come_to_read(connection, secret, "", at=last)
        with pytest.raises(LinkEnded):
            come_to_read(connection, secret, "", at=after)


def test_who_was_signed_in_reads_along_only(both: Neighbours) -> None:
    """T17: another session id, and the old one is dead."""
    link, browser = given(both), both.site.signed_in()
    before = raw(browser.client)

    browser.post(link)

    old = both.site.visitor()
    with old.client.session_transaction() as kept:
        kept[SESSION] = before
    assert raw(browser.client) != before
    assert old.client.get("/").status_code == 401
    assert browser.client.get(readers(both)).status_code == 403


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("name", ""),
        ("until", ""),
        ("until", "2026-11-19"),
        ("until", "2027-11-25"),
        ("until", "ooit"),
    ],
)
def test_a_link_says_for_whom_and_lasts_a_year_at_most(
    both: Neighbours, field: str, sent: str
) -> None:
    """R9, T21."""
    answer = both.site.signed_in().post(readers(both), {**WISH, field: sent})

    assert answer.status_code == 422
    assert f'href="#{field}"' in answer.text


def test_the_secret_is_kept_nowhere_and_the_log_says_what_happened(both: Neighbours) -> None:
    """T74, R31."""
    link = given(both)
    reading(both, link)
    end(both)

    with both.site.parts.database.reading() as connection:
        lines = audit.of(connection, both.ours.municipality)
    file = both.site.parts.database.file
    kept = b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
    said = [line.what for line in lines if line.what != "way_in_made"]
    assert said[:4] == ["reader_let_out", "reader_let_out", "signed_in", "reader_let_in"]
    assert link.removeprefix("/read/").encode() not in kept

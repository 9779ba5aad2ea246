"""What is shared is seen, nothing around it, and nothing any more once the sharing ends (T4)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.web.builders import NOON, Browser
from tests.web.neighbours import CANARY, Caller, Neighbours, neighbours
from toolkit.domain.answers import State
from toolkit.domain.scan import Evidence
from toolkit.services.begin_from_shared import begin_from_shared
from toolkit.services.open_scan import open_scan
from toolkit.storage import accounts, grants, people, register, tokens
from toolkit.storage.grants import Recipient
from toolkit.storage.register import KeptEvidence

UNTIL, AFTER = date(2026, 12, 31), date(2027, 1, 1)
UNNAMED = "Kanarie in het register"


@pytest.fixture
def both(tmp_path: Path) -> Neighbours:
    made = neighbours(tmp_path)
    with made.site.parts.database.writing() as connection:
        entry = KeptEvidence(Evidence("kanarie_ongenoemd", UNNAMED))
        register.put(connection, made.ours.municipality, entry, at=NOON)
    return made


def advisor(both: Neighbours, scan: str | None) -> tuple[Browser, str]:
    """Return the browser of an advisor with access to one scan of ours or to all, and the grant."""
    with both.site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, at=NOON)
        owner = accounts.first(connection) or ""
        where = both.ours.municipality, scan
        grant = grants.give(connection, where, Recipient("Ada", account), UNTIL, owner, at=NOON)
        secret = tokens.make(connection, account, tokens.SIGN_IN, at=NOON)
    browser = both.site.visitor()
    browser.post(f"/start/{secret}")
    return browser, grant


def test_an_advisor_sees_the_scan_and_nothing_around_it(both: Neighbours) -> None:
    """T4: not the register, not the people, not the sharing, not a scan file."""
    browser, _ = advisor(both, both.ours.assessment)
    scan = f"/scans/{both.ours.assessment}"

    browser.page(f"{scan}/outcome")

    for_members = ("evidence", "sharing", "team/new", "rectification")
    statuses = [browser.client.get(f"{scan}/{door}").status_code for door in for_members]
    assert browser.post(f"{scan}/file").status_code == 403
    assert statuses == [403] * len(for_members)
    assert browser.client.get(f"/municipalities/{both.ours.municipality}/people").status_code == 404


def test_nothing_of_the_register_that_no_answer_names_reaches_an_advisor(both: Neighbours) -> None:
    """T2, T4: on no page, and in no document that is made."""
    browser, _ = advisor(both, both.ours.assessment)
    caller = Caller.of(browser)

    pages = [caller.sees(knock).page for knock in both.knocks(both.ids(both.ours), "GET")]

    assert len(pages) > 20
    assert [page for page in pages if UNNAMED in page or CANARY in page] == []


def test_what_was_withdrawn_is_gone_at_the_next_request(both: Neighbours) -> None:
    """T4, T104: every address that opened before, also downloads."""
    browser, grant = advisor(both, both.ours.assessment)
    caller, doors = Caller.of(browser), both.private(both.ids(both.ours), "GET")
    open_before = [knock for knock in doors if caller.sees(knock).status == 200]

    owner = both.site.signed_in()
    ended = owner.post(f"/scans/{both.ours.assessment}/sharing/{grant}/withdraw")

    assert ended.status_code == 303
    assert len(open_before) > 10
    assert {caller.sees(knock).status for knock in open_before} == {404}


def test_a_sharing_ends_by_itself_after_its_last_day(both: Neighbours) -> None:
    """T4, T38."""
    _, grant = advisor(both, None)
    with both.site.parts.database.reading() as connection:
        every = grants.of(connection, both.ours.municipality)
        given = next(one for one in every if one.id == grant)
        account = _account(connection, given.number or 0)
        known = [grants.to(connection, account, on=day) for day in (UNTIL, AFTER)]

    assert [one.municipalities for one in known] == [(both.ours.municipality,), ()]


def test_a_document_that_tells_of_another_scan_is_not_for_an_advisor(both: Neighbours) -> None:
    """T4, T6: only what was made for the scan by itself."""
    browser, _ = advisor(both, both.ours.assessment)
    of_members, form = both.ours.documents[0].id, {"form": "work", "language": "nl", "embed": "no"}

    own = browser.post(f"/scans/{both.ours.assessment}/documents", form).location

    assert browser.client.get(own).status_code == 200
    assert browser.client.get(f"/documents/{of_members}").status_code == 404
    assert browser.client.get(f"/documents/{of_members}/file").status_code == 404


def test_another_municipality_begins_with_choices_and_no_words(both: Neighbours) -> None:
    """T4: what others wrote stays with them, and nothing counts until it is confirmed."""
    parts, scan = both.site.parts, both.ours.assessment
    with parts.database.writing() as connection:
        first = accounts.first(connection) or ""
        to = Recipient(CANARY, municipality=both.theirs.municipality)
        where = both.ours.municipality, scan
        grant = grants.give(connection, where, to, UNTIL, first, at=NOON)
        theirs = accounts.actor(connection, _account(connection, 2), at=NOON)
        assert theirs is not None
        made = begin_from_shared(theirs, connection, parts.shelf, grant, at=NOON)
        opened = open_scan(theirs, connection, parts.shelf, made)

    kept = [one for one in opened.kept.values() if one.answer.state is State.ANSWERED]
    assert len(kept) > 20
    assert all(one.carried for one in kept)
    assert {(one.answer.note, one.answer.reason, one.answer.evidence) for one in kept} == {
        ("", "", ())
    }


@pytest.mark.parametrize("until", ["2026-11-19", "2027-11-25", "", "soon"])
def test_a_sharing_has_a_last_day_within_a_year(both: Neighbours, until: str) -> None:
    """R9."""
    sent = {"name": "Ada", "email": "ada@ngo.example", "until": until}

    answer = both.site.signed_in().post(f"/scans/{both.ours.assessment}/sharing", sent)

    assert answer.status_code == 422


def test_an_advisor_who_is_let_in_gets_a_link(both: Neighbours) -> None:
    """R23."""
    sent = {"name": "Ada", "email": "ada@ngo.example", "until": "2027-02-20"}
    owner, address = both.site.signed_in(), f"/scans/{both.ours.assessment}/sharing"

    answer = owner.post(address, sent)

    assert "/password/new/" in answer.text
    assert "Ada" in owner.page(address).text
    assert "20 februari 2027" in owner.page(address).text


def _account(connection: Connection, number: int) -> str:
    found = people.by_number(connection, number)
    assert found is not None
    return found.account

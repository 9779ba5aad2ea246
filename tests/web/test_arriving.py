"""Somebody who was invited comes in: once, by link or code, and no further than that opens."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from tests.web.builders import NOON, SHORT_ROUND, Site, a_site
from tests.web.neighbours import Caller, Knock, Neighbours, neighbours
from tests.web.team import FIRST, FUNCTION, Handed, Team, a_team, enter
from toolkit.domain.access import Role
from toolkit.storage import accounts, assessments, invitations, municipalities, tokens
from toolkit.storage.assessments import Draft
from toolkit.storage.database import FILE
from toolkit.storage.ids import digest

OLD = "Deze link werkt niet meer"


@pytest.fixture
def team(site: Site) -> Team:
    return a_team(site)


def test_the_first_screen_says_what_is_asked_in_six_lines(team: Team) -> None:
    handed = team.invites(due="2026-12-11")

    page = team.site.visitor().page(handed.link)

    assert "2 vragen voor u" in page.text
    assert "Vóór vrijdag 11 december." in page.text
    assert [one.name for one in page.elements].count("dt") == 6


def test_the_link_leads_to_the_first_question_that_is_theirs(team: Team) -> None:
    browser = team.somebody()

    answer = browser.client.get(f"{team.scan}/mine/begin")

    assert answer.headers["Location"].endswith(f"/mine/questions/{FIRST}")


def test_looking_at_a_link_does_not_use_it(team: Team) -> None:
    """T107: a mail scanner opens it, and so does the person afterwards."""
    handed, browser = team.invites(), team.site.visitor()

    browser.page(handed.link)
    browser.page(handed.link)
    used = browser.post(handed.link, {"go_on": "yes"})

    assert used.status_code == 303


def test_a_link_is_told_to_nobody_else(team: Team) -> None:
    """T107, R17: the page gives no referrer, and is kept nowhere."""
    handed = team.invites()

    headers = team.site.visitor().client.get(handed.link).headers

    assert headers["Referrer-Policy"] == "no-referrer"
    assert "no-store" in headers["Cache-Control"]


def test_a_used_link_says_what_now(team: Team) -> None:
    """T12, R23."""
    handed, browser = team.invites(), team.site.visitor()
    enter(browser, handed.link)

    page = team.site.visitor().page(handed.link, 410)

    assert OLD in page.text
    assert "Stuur mij een nieuwe link" in page.text


def test_who_used_a_link_and_is_still_here_comes_to_their_questions(team: Team) -> None:
    """People go back by the mail; only in the browser that came in by it."""
    handed, browser = team.invites(), team.site.visitor()
    enter(browser, handed.link)

    again = browser.client.get(handed.link)

    assert again.headers["Location"] == f"{team.scan}/mine"


def test_an_old_link_opens_nothing(tmp_path: Path) -> None:
    """T12, R23."""
    moments = [NOON]
    site = a_site(tmp_path, lambda: moments[-1])
    handed = a_team(site).invites()
    moments.append(NOON + timedelta(days=14, seconds=1))

    opened = site.visitor().post(handed.link, {"go_on": "yes"})

    assert opened.status_code == 410
    site.parts.database.close()


def test_a_link_and_its_code_use_each_other_up(team: Team) -> None:
    """T12, R23."""
    handed = team.invites()
    enter(team.site.visitor(), handed.link)

    typed = team.site.visitor().post("/code", {"code": handed.code, "go_on": "yes"})

    assert typed.status_code == 422


@pytest.mark.parametrize("change", [str.lower, lambda code: code.replace("-", " "), str.strip])
def test_a_code_is_understood_however_it_is_typed(team: Team, change: Callable[[str], str]) -> None:
    handed, browser = team.invites(), team.site.visitor()
    code = change(handed.code)

    shown = browser.post("/code", {"code": code})
    opened = browser.post("/code", {"code": code, "go_on": "yes"})

    assert "2 vragen voor u" in shown.text
    assert opened.status_code == 303


def test_guessing_codes_becomes_slow(team: Team) -> None:
    """T12, R19: after a while nobody behind that address gets another try."""
    browser = team.site.visitor()
    guesses = [f"AAAAA-{number:05}" for number in range(25)]

    statuses = [browser.post("/code", {"code": one}).status_code for one in guesses]

    assert statuses[0] == 422
    assert statuses[-1] == 429


def test_of_many_presses_at_once_exactly_one_gets_in(team: Team) -> None:
    """T12."""
    handed, gate = team.invites(), Barrier(16)
    callers = [Caller.of(team.site.visitor()) for _ in range(16)]
    statuses: list[int] = []

    def press(caller: Caller) -> None:
        gate.wait()
        sent = {"csrf_token": caller.token, "go_on": "yes"}
        statuses.append(caller.client.post(handed.link, data=sent).status_code)

    with ThreadPoolExecutor(len(callers)) as together:
        together.map(press, callers)

    assert sorted(statuses) == [303] + [410] * 15


def test_no_secret_lies_in_the_database(team: Team) -> None:
    """R23: only what is made of them."""
    handed = team.invites()
    folder = team.site.parts.settings.data

    kept = b"".join(file.read_bytes() for file in folder.glob(f"{FILE}*"))

    assert handed.link.removeprefix("/in/").encode() not in kept
    assert handed.code.replace("-", "").encode() not in kept


def test_whoever_comes_by_a_link_enters_one_municipality_as_contributor(tmp_path: Path) -> None:
    """T9: also a coordinator of another one, who made the link, gets no further by it."""
    both = neighbours(tmp_path, "draft")
    guest = by_link(both)

    theirs = guest.statuses(both.private(both.ids(both.theirs)))
    led = guest.statuses(forms(both, "team.invite", "life.remove", "outcome.to_outcome"))
    ours = guest.statuses(forms(both, "mine.done"))

    assert set(theirs.values()) == {404}
    assert set(led.values()) == {403}
    assert set(ours.values()) == {303}
    both.site.parts.database.close()


def by_link(both: Neighbours) -> Caller:
    """Return somebody who contributes with us, leads the others, and came by our invitation."""
    site, ours = both.site, both.ours
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=True, at=NOON)
        accounts.join(connection, account, ours.municipality, Role.CONTRIBUTOR, at=NOON)
        accounts.join(connection, account, both.theirs.municipality, Role.COORDINATOR, at=NOON)
        made = invitations.add(
            connection, ours.assessment, account, FUNCTION, None, account, at=NOON
        )
        tokens.invite(connection, account, made, (digest("by-link"),), at=NOON)
    browser = site.visitor()
    enter(browser, "/in/by-link")
    return Caller.of(browser)


def forms(both: Neighbours, *endpoints: str) -> tuple[Knock, ...]:
    every = both.private(both.ids(both.ours), "POST")
    return tuple(one for one in every if one.endpoint in endpoints)


def test_a_second_invitation_comes_beside_the_first(team: Team) -> None:
    """Of one person with two addresses one account stays, after a press that says so."""
    first, second = team.invites("Fatima"), other_town(team)
    browser = team.site.visitor()
    enter(browser, first.link)

    asks = browser.page(second.link)
    enter(browser, second.link, "join")

    assert "Zet ze bij de mijne" in asks.text
    assert len([link for link in browser.page("/").links() if link.endswith("/mine")]) == 2
    assert browser.page(f"{team.scan}/mine").text.count("nog open") == 2


def test_the_first_link_still_leads_back_after_a_second_invitation(team: Team) -> None:
    """Whoever works for several municipalities goes back by any of their mails."""
    first, second = team.invites("Fatima"), other_town(team)
    browser, later = team.site.visitor(), team.site.visitor()
    enter(browser, first.link)
    enter(browser, second.link, "join")

    back = browser.client.get(first.link)
    later.post(f"{first.link}/again")

    assert back.headers["Location"] == f"{team.scan}/mine"
    assert "vraagt om een nieuwe link" in team.lead.page(f"{team.scan}/team").text


def test_somebody_else_on_the_same_computer_begins_anew(team: Team) -> None:
    first, second = team.invites("Fatima"), other_town(team)
    browser = team.site.visitor()
    enter(browser, first.link)

    enter(browser, second.link, "anew")

    assert browser.client.get(f"{team.scan}/mine").status_code == 404


def test_whose_invitation_ended_is_out_at_once(team: Team) -> None:
    """T17, R25: with another invitation of the municipality they stay for that one."""
    fatima = team.somebody()
    second = Team(team.site, team.lead, f"/scans/{team.site.a_scan()}")
    second.lead.post(f"{second.scan}/team/new", {"person": "2", "function": FUNCTION})

    seen = [fatima.client.get(f"{team.scan}/mine").status_code]
    team.lead.post(f"{team.asked()}/withdraw")
    seen.append(fatima.client.get(f"{second.scan}/mine").status_code)
    team.lead.post(f"{second.asked()}/withdraw")
    seen += [fatima.client.get(f"{one.scan}/mine").status_code for one in (team, second)]

    assert seen == [200, 200, 404, 404]


def test_a_second_invitation_never_takes_over_an_account_that_leads(team: Team) -> None:
    """T9: neither account becomes the other when one of them is more than an invitation."""
    first, browser = team.invites("Fatima"), team.site.visitor()
    second = other_town(team, leads=True)
    enter(browser, first.link)

    asks = browser.page(second.link)

    assert "Zet ze bij de mijne" not in asks.text


def other_town(team: Team, *, leads: bool = False) -> Handed:
    """Return what somebody got who was invited by another municipality."""
    site = team.site
    newest = site.parts.shelf.newest(SHORT_ROUND["questionnaire"])
    with site.parts.database.writing() as connection:
        first = accounts.first(connection) or ""
        place = municipalities.add(connection, name="Elders", at=NOON)
        accounts.join(connection, first, place, Role.COORDINATOR, at=NOON)
        draft = Draft(place, newest.id, newest.edition, SHORT_ROUND["selection"])
        scan = assessments.add(connection, draft, at=NOON)
    handed = Team(site, team.lead, f"/scans/{scan}").invites("F. Bakker")
    with site.parts.database.writing() as connection:
        asked = invitations.of(connection, scan)[0].account
        third = municipalities.add(connection, name="Nergens", at=NOON)
        role = Role.COORDINATOR if leads else Role.READER
        accounts.join(connection, asked, third, role, at=NOON)
    return handed

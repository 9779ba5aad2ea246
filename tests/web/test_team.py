"""The page that says who fills in: names for whoever leads, functions for everybody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.web.builders import NOON, Site, a_site
from tests.web.team import FIRST, FUNCTION, Handed, Team, a_team, answer
from toolkit.domain.access import Role
from toolkit.services.welcome import make_welcome
from toolkit.storage import accounts, credentials, municipalities, people

PAYLOADS = ("{{7*7}}", "{x.__class__}", "%s %(name)s", "<b>Fatima</b>")


@pytest.fixture
def team(site: Site) -> Team:
    return a_team(site)


def test_members_see_functions_and_leads_see_names(team: Team) -> None:
    """R26."""
    fatima = team.somebody("Fatima Bakker")

    theirs, ours = fatima.page(f"{team.scan}/team"), team.lead.page(f"{team.scan}/team")

    assert "Fatima Bakker" in ours.text
    assert "Fatima Bakker" not in theirs.text
    assert "uitgenodigd" in theirs.text


def test_how_far_somebody_is_stands_there_and_never_what_they_said(team: Team) -> None:
    fatima = team.somebody()
    answer(fatima, f"{team.scan}/mine/questions/{FIRST}", value="2", note="kanarie")

    page = team.lead.page(f"{team.scan}/team")

    assert "1 van 2 beantwoord" in page.text
    assert "kanarie" not in page.text


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_name_is_written_as_it_was_typed(team: Team, name: str) -> None:
    """T34."""
    handed = team.invites(name)

    assert f"Dag {name}," in handed.page.text


def test_an_address_that_is_none_is_refused_with_what_was_typed(team: Team) -> None:
    """R9."""
    sent = {"name": "Fatima", "function": FUNCTION, "email": "a@b\r\nBcc: c@d.nl"}

    refused = team.lead.post(f"{team.scan}/team/new", sent)

    assert refused.status_code == 422
    assert "Schrijf een e-mailadres" in refused.text


def test_who_was_asked_before_is_not_asked_again(team: Team) -> None:
    team.invites(email="f@gemeente.nl")

    again = team.lead.post(
        f"{team.scan}/team/new",
        {"name": "Fatima", "function": FUNCTION, "email": "F@gemeente.nl"},
    )

    assert again.headers["Location"] == team.asked()


def test_a_new_link_ends_the_one_before(team: Team) -> None:
    """R23."""
    before = team.invites()

    after = Handed.of(team.lead.post(f"{team.asked()}/link").text)

    visitor = team.site.visitor().client
    assert visitor.get(before.link).status_code == 410
    assert visitor.get(after.link).status_code == 200


def test_somebody_is_reminded_twice_and_days_apart(tmp_path: Path) -> None:
    moments = [NOON]
    site = a_site(tmp_path, lambda: moments[-1], idle_minutes=720)
    team = a_team(site)
    team.invites()
    days = (0, 3, 4, 6, 9)

    statuses = [remind(team, moments, day) for day in days]

    assert statuses == [303, 200, 303, 200, 303]
    site.parts.database.close()


def remind(team: Team, moments: list[datetime], day: int) -> int:
    moments.append(NOON + timedelta(days=day))
    lead = team.site.signed_in()
    return lead.post(f"{team.asked()}/remind").status_code


def test_who_asks_for_a_new_link_is_seen(team: Team) -> None:
    handed = team.invites()
    team.site.visitor().post(handed.link, {"go_on": "yes"})

    asked = team.site.visitor().post(f"{handed.link}/again")
    unknown = team.site.visitor().post("/in/never-existed/again")

    assert asked.status_code == unknown.status_code == 200
    assert "vraagt om een nieuwe link" in team.lead.page(f"{team.scan}/team").text


def test_an_invitation_that_ended_opens_nothing_and_leaves_the_answers(team: Team) -> None:
    handed = team.invites()

    team.lead.post(f"{team.asked()}/withdraw")

    team.site.visitor().page(handed.link, 410)
    assert "Fatima" not in team.lead.page(f"{team.scan}/team").text


def test_a_final_scan_says_so_to_who_comes_late(team: Team) -> None:
    handed = team.invites()
    team.lead.post(f"{team.scan}/review")
    team.lead.post(f"{team.scan}/finalise")

    page = team.site.visitor().page(handed.link, 410)

    assert "De antwoorden zijn compleet" in page.text


def test_the_days_of_the_scan_go_into_an_agenda_without_names(team: Team) -> None:
    team.invites("Fatima Bakker", due="2026-12-11")
    team.lead.post(f"{team.scan}/team/outcome-day", {"day": "2026-12-19"})

    kept = team.lead.client.get(f"{team.scan}/team/dates.ics").text

    assert kept.count("BEGIN:VEVENT") == 2
    assert "Fatima" not in kept
    assert "mensenhandel" not in kept.lower()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("page", ["/team", "/team/new", "/mine", "/mine/thanks"])
def test_every_page_of_a_team_holds(team: Team, page: str, language: str) -> None:
    team.somebody()

    shown = team.lead.page(f"{team.scan}{page}", language=language)

    assert len(shown.text) > 200


def test_who_takes_part_already_is_chosen_and_keeps_one_account(team: Team) -> None:
    """A colleague without an address is asked for a second scan."""
    team.invites("Fatima Bakker")
    second = f"/scans/{team.site.a_scan()}"
    offered = team.lead.page(f"{second}/team/new")

    asked = team.lead.post(f"{second}/team/new", {"person": "2", "function": FUNCTION})

    assert "Fatima Bakker" in offered.text
    assert "Dag Fatima Bakker," in Handed.of(asked.text).page.text
    assert people_in(team) == ["", "Fatima Bakker"]
    assert "Fatima Bakker" not in team.lead.page(f"{second}/team/new").text


@pytest.mark.parametrize("person", ["9", "x", "-1", "2.0"])
def test_nobody_else_can_be_chosen(team: Team, person: str) -> None:
    """T3, T5: only who belongs to this municipality."""
    with team.site.parts.database.writing() as connection:
        other = accounts.add(connection, operator=False, at=NOON)
        place = municipalities.add(connection, name="Elders", at=NOON)
        accounts.join(connection, other, place, Role.READER, "Van elders", at=NOON)

    for_others = team.lead.post(f"{team.scan}/team/new", {"person": "2", "function": FUNCTION})
    for_nobody = team.lead.post(f"{team.scan}/team/new", {"person": person, "function": FUNCTION})

    assert (for_others.status_code, for_nobody.status_code) == (422, 422)
    assert "Van elders" not in for_others.text
    assert people_in(team) == [""]


def test_an_account_of_others_with_a_password_is_asked_by_its_number_only(team: Team) -> None:
    """R23: whoever made an account that bears the address of a colleague does not get in with it."""
    with team.site.parts.database.writing() as connection:
        made = accounts.add(connection, operator=False, email="f@gemeente.nl", at=NOON)
        place = municipalities.add(connection, name="Elders", at=NOON)
        accounts.join(connection, made, place, Role.READER, at=NOON)
        credentials.keep_password(connection, made, "hash")
    sent = {"name": "Fatima", "function": FUNCTION, "email": "f@gemeente.nl"}

    without = team.lead.post(f"{team.scan}/team/new", sent)
    before = people_in(team)
    with_number = team.lead.post(f"{team.scan}/team/new", {**sent, "number": "2"})

    assert (without.status_code, before) == (422, [""])
    assert 'name="number"' in without.text
    assert (with_number.status_code, people_in(team)) == (200, ["", "Fatima"])


def test_a_link_to_choose_a_password_that_others_hold_does_not_get_in(team: Team) -> None:
    """R23: it ends as soon as somebody belongs to another municipality too."""
    with team.site.parts.database.writing() as connection:
        made = accounts.add(connection, operator=False, email="f@gemeente.nl", at=NOON)
        place = municipalities.add(connection, name="Elders", at=NOON)
        accounts.join(connection, made, place, Role.READER, at=NOON)
        secret = make_welcome(connection, made, at=NOON)
    before = team.site.visitor().client.get(f"/password/new/{secret}").status_code

    team.invites(email="f@gemeente.nl")

    after = team.site.visitor().client.get(f"/password/new/{secret}").status_code
    assert (before, after) == (200, 410)


def people_in(team: Team) -> list[str]:
    """Return how everybody in the municipality is called."""
    with team.site.parts.database.reading() as connection:
        lead = accounts.first(connection) or ""
        (place,) = people.places(connection, lead)
        return [one.name for one in people.members(connection, place)]

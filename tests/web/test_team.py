"""The page that says who fills in: names for whoever leads, functions for everybody else."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.web.builders import NOON, Site, a_site
from tests.web.team import FIRST, FUNCTION, Handed, Team, a_team, answer

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

"""Somebody's own questions: in their order, one at a time, until they are done."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.web.builders import NOON, Browser, Site, a_site
from tests.web.pages import looked_over
from tests.web.team import FIRST, FUNCTION, NOT_THEIRS, SECOND, Team, a_team, answer
from toolkit.storage import answers


@pytest.fixture
def team(site: Site) -> Team:
    return a_team(site)


@pytest.fixture
def fatima(team: Team) -> Browser:
    return team.somebody()


def own(team: Team, item: str) -> str:
    return f"{team.scan}/mine/questions/{item}"


def test_a_question_says_which_of_how_many_it_is(team: Team, fatima: Browser) -> None:
    page = fatima.page(own(team, SECOND))

    assert "Vraag 2 van 2 · Bestuur en beleid" in page.text
    assert own(team, FIRST) in page.links()


def test_an_answer_leads_to_the_next_question_and_the_last_one_to_thanks(
    team: Team, fatima: Browser
) -> None:
    second = answer(fatima, own(team, FIRST), value="2")
    thanks = answer(fatima, own(team, SECOND), value="!unknown")

    assert second == own(team, SECOND)
    assert thanks == f"{team.scan}/mine/thanks"


def test_thanks_tell_what_was_given_and_when_the_outcome_is_there(
    team: Team, fatima: Browser
) -> None:
    team.lead.post(f"{team.scan}/team/outcome-day", {"day": "2026-12-19"})
    answer(fatima, own(team, FIRST), value="2")
    answer(fatima, own(team, SECOND), value="!unknown")

    page = fatima.page(f"{team.scan}/mine/thanks")

    assert "U gaf 1 antwoord. Eén keer zei u ‘weet ik niet’: ook dat helpt." in page.text
    assert "Bestuur en beleid" in page.text
    assert "Op 19 december 2026 is de uitkomst er." in page.text


def test_what_is_passed_on_goes_to_whoever_has_that_function(team: Team, fatima: Browser) -> None:
    ahmed = team.somebody("Ahmed", "privacy")

    answer(fatima, own(team, FIRST), pass_on="yes", ask="privacy")  # noqa: S106 (no password)

    assert "doorgegeven aan: privacy officer" in fatima.page(f"{team.scan}/mine").text
    assert own(team, FIRST) in ahmed.page(f"{team.scan}/mine").links()
    assert team.lead.page(f"{team.scan}/find-out").text.count("sinds 20 november 2026") == 1


def test_whoever_says_that_it_is_not_for_them_is_free(team: Team, fatima: Browser) -> None:
    fatima.post(f"{team.scan}/mine/not-for-me", {"ask": "focal"})

    assert "geen vragen voor u" in fatima.page(f"{team.scan}/mine").text
    assert "gaf het door" in team.lead.page(f"{team.scan}/team").text


def test_an_invitation_is_passed_on_without_coming_in(team: Team) -> None:
    handed, nobody = team.invites(), team.site.visitor()

    said = nobody.post(handed.link, {"decline": "yes", "ask": "focal"})

    assert said.status_code == 200
    assert "gaf het door" in team.lead.page(f"{team.scan}/team").text
    nobody.page(handed.link, 410)


def test_what_is_handed_out_comes_beside_what_is_theirs(team: Team, fatima: Browser) -> None:
    team.lead.post(f"{team.asked()}/questions", {"item": NOT_THEIRS})

    page = fatima.page(f"{team.scan}/mine")

    assert [link for link in page.links() if "/mine/questions/" in link][-3:] == [
        own(team, NOT_THEIRS),
        own(team, FIRST),
        own(team, SECOND),
    ]


def test_what_others_answer_first_stands_apart(team: Team, fatima: Browser) -> None:
    page = fatima.page(f"{team.scan}/mine")

    assert "Als u hier ook iets van weet (5)" in page.text


def test_a_contributor_sees_no_outcome_while_people_answer(team: Team, fatima: Browser) -> None:
    assert fatima.client.get(f"{team.scan}/outcome").status_code == 409


def test_somebody_who_wants_no_reminders_gets_none(team: Team, fatima: Browser) -> None:
    fatima.post(f"{team.scan}/mine/no-reminders")

    page = team.lead.page(team.asked())

    assert "wil geen herinneringen" in page.text
    assert "Maak een herinnering" not in page.text


def test_a_day_for_the_agenda_names_no_person_and_no_theme(team: Team) -> None:
    browser = team.site.visitor()
    browser.post(team.invites(due="2026-12-11").link, {"go_on": "yes"})

    kept = browser.client.get(f"{team.scan}/mine/due.ics")

    assert kept.mimetype == "text/calendar"
    assert "SUMMARY:2 vragen over jeugd" in kept.text
    assert "DTSTART;VALUE=DATE:20261211" in kept.text
    assert "mensenhandel" not in kept.text.lower()


def test_close_ends_the_session(team: Team, fatima: Browser) -> None:
    """T17."""
    fatima.post("/sign-out")

    assert fatima.client.get(f"{team.scan}/mine").status_code == 401


def test_the_function_stands_on_the_page_in_words(team: Team, fatima: Browser) -> None:
    page = fatima.page(f"{team.scan}/mine")

    assert "beleidsadviseur jeugd" in page.text
    assert FUNCTION not in page.text


def test_people_who_do_not_agree_keep_both_answers(team: Team, fatima: Browser) -> None:
    """T24: each with its function and its reason; nobody writes over anybody."""
    reason = {"value": "3", "note": "Het staat in het plan."}
    answer(team.lead, f"{team.scan}/items/{FIRST}", **reason)
    mine = {"value": "1", "note": "Niemand doet het.", "differ": "1", "request_id": "request-1"}

    answer(fatima, own(team, FIRST), **mine)

    page = team.lead.page(f"{team.scan}/mine/questions/{FIRST}")
    with team.site.parts.database.reading() as connection:
        question = team.question(FIRST)
        views = answers.current(connection, team.scan_id, question).answer.views
    assert [view.function for view in views] == ["een collega", "beleidsadviseur jeugd"]
    assert [view.reason for view in views] == ["Het staat in het plan.", "Niemand doet het."]
    assert "Laat ons verschil van mening staan" in page.text


def test_an_open_page_that_asks_by_itself_keeps_no_session_alive(tmp_path: Path) -> None:
    """R24: nobody was there for half an hour, whatever the page did."""
    moments = [NOON]
    site = a_site(tmp_path, lambda: moments[-1], idle_minutes=30)
    team = a_team(site)
    address = f"{team.scan}/versions"
    moments.append(NOON + timedelta(minutes=20))
    alive = team.lead.client.get(address).status_code
    moments.append(NOON + timedelta(minutes=40))

    late = team.lead.client.get(address).status_code

    assert (alive, late) == (200, 401)
    site.parts.database.close()


def test_what_could_not_be_kept_is_told_first(team: Team, fatima: Browser) -> None:
    """Who hears the page hears it in the title, and begins at what is wrong; scripts or none."""
    sent = {"version": "0", "request_id": "request-0", "value": "2", "note": "Bel 06-12345678."}
    page = looked_over(fatima.post(own(team, FIRST), _of(FIRST, sent)).text)

    assert page.text.startswith("Nog niet bewaard · Vraag 1 van 2")
    assert [one.attributes["id"] for one in page.all("div") if "autofocus" in one.attributes] == [
        "errors"
    ]


def test_passing_on_to_nobody_is_pointed_at(team: Team, fatima: Browser) -> None:
    sent = {"version": "0", "request_id": "request-0", "value": "!unknown", "pass_on": "yes"}
    page = looked_over(fatima.post(own(team, FIRST), _of(FIRST, sent)).text)

    assert page.text.startswith("Fout: Vraag 1 van 2")
    assert f"#{FIRST}-ask" in page.links()


def _of(item: str, sent: dict[str, str]) -> dict[str, str]:
    return {f"{item}-{name}": value for name, value in sent.items()}

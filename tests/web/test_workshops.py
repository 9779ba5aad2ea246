"""Preparing a workshop: three ways to begin, a proposal with its reasons, and what changes it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.web.builders import NOON, Browser, Site
from tests.web.held import Holder, of_a_scan, seen, send, story
from tests.web.people import a_person
from toolkit.domain.access import Role
from toolkit.services import plan_workshop
from toolkit.storage import sessions
from toolkit.storage.tables import audit

NAMED = {"name": "Onbekendeveen"}


@pytest.fixture
def holder(site: Site) -> Holder:
    """A workshop about the example, on a Wednesday."""
    return of_a_scan(site)


def test_the_third_door_leads_to_the_workshops(browser: Browser) -> None:
    page = browser.page("/")

    assert "/workshops" in page.links()


def test_a_link_opens_no_workshop_of_the_same_account(holder: Holder) -> None:
    """T9: whoever comes by an invitation sees nothing of what an account holds."""
    site, account = holder.site, holder.actor.account
    with site.parts.database.writing() as connection:
        places = frozenset(holder.actor.municipalities)
        secret = sessions.begin(connection, account, sessions.LINK, places=places, at=NOON)
    by_link = Browser(site.app.test_client())
    with by_link.client.session_transaction() as cookie:
        cookie["id"] = secret

    seen = [by_link.client.get(path).status_code for path in ("/", "/workshops", holder.address)]

    assert seen == [200, 404, 404]


def test_a_workshop_begins_with_a_scan(holder: Holder) -> None:
    answer = holder.browser.post("/workshops", {"scan": holder.scan})

    page = holder.browser.page(answer.location)
    assert answer.status_code == 303
    assert "Voorstel voor Voorbeeldstad" in page.text
    assert f"/scans/{holder.scan}/" in page.links()


def test_a_workshop_begins_with_a_name(browser: Browser) -> None:
    answer = browser.post("/workshops", NAMED)

    page = browser.page(answer.location)
    assert "Voorstel voor Onbekendeveen" in page.text
    assert "omdat de zaal hierover 3 kernvragen beantwoordt" in page.text


@pytest.mark.parametrize("name", ["", "  ", "a" * 101])
def test_a_name_is_needed_and_not_too_long(browser: Browser, name: str) -> None:
    answer = browser.post("/workshops", {"name": name})

    assert answer.status_code == 422
    assert 'href="#name"' in answer.text


def test_a_scan_has_to_be_chosen(browser: Browser) -> None:
    answer = browser.post("/workshops", {"scan": ""})

    assert answer.status_code == 422
    assert "Kies een scan." in answer.text


def test_a_scan_that_is_not_there_is_not_found(browser: Browser) -> None:
    answer = browser.post("/workshops", {"scan": "0" * 32})

    assert answer.status_code == 404


def test_a_questionnaire_without_cases_gives_a_sentence(site: Site, browser: Browser) -> None:
    begun = browser.post("/scans/", {"questionnaire": "child-rights-scan"}).location
    scan = begun.strip("/").rpartition("/")[2]

    answer = browser.post("/workshops", {"scan": scan})

    assert site.parts.shelf.scenarios("child-rights-scan", "2026.1") == ()
    assert answer.status_code == 422
    assert "horen geen verhalen voor een workshop" in answer.text


def test_nobody_keeps_more_workshops_than_there_may_be(
    holder: Holder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_workshop, "MOST", 1)

    answer = holder.browser.post("/workshops", NAMED)

    assert answer.status_code == 422
    assert "voor meer is geen plaats" in answer.text


def test_the_list_names_whose_day_and_story(holder: Holder) -> None:
    text = holder.browser.page("/workshops").text

    assert "Voorbeeldstad" in text
    assert "14 januari 2026 · Nieuwe schoenen" in text


def test_who_leads_nothing_and_advises_nobody_begins_nothing(site: Site) -> None:
    reader = a_person(site, Role.READER).signed_in()

    page, answer = reader.page("/workshops"), reader.post("/workshops", NAMED)

    assert "U kunt een workshop voorbereiden als" in page.text
    assert answer.status_code == 403


def test_an_advisor_finds_the_door_on_the_start_page(site: Site) -> None:
    advisor = a_person(site, Role.ADVISOR).signed_in()

    page, answer = advisor.page("/"), advisor.post("/workshops", NAMED)

    assert "/workshops" in page.links()
    assert answer.status_code == 303


def test_the_proposal_says_why_who_and_what_is_still_to_do(holder: Holder) -> None:
    """The evening before, as the screen of that moment has it."""
    text = holder.browser.page(holder.address).text

    assert "Voorstel voor woensdag 14 januari" in text
    assert "omdat niemand dit wist: Bij jonge verdachten" in text
    assert "In de zaal: 6 van de 12 stoelen bezet." in text
    assert "Leg het voor aan de begeleidende organisatie." in text
    assert "Maak het pakket" in text


def test_few_missing_chairs_are_named(holder: Holder) -> None:
    seats = holder.held().plan.seats
    some = [seat for seat in seats if seat != "youth_work"]

    send(holder, "/coming", {**seen(holder), "coming": some})

    said = f"{len(some)} van de {len(seats)} stoelen bezet; jongerenwerk ontbreekt."
    assert said in holder.browser.page(holder.address).text


def test_a_chair_that_does_not_exist_is_taken_by_nobody(holder: Holder) -> None:
    send(holder, "/coming", {**seen(holder), "coming": ["throne", "police"]})

    assert holder.held().plan.coming == ("police",)


def test_the_day_can_be_chosen_and_taken_back(holder: Holder) -> None:
    same = {"hours": "4", "scenario": story(holder)}

    send(holder, "", {**same, **seen(holder), "day": "15-1-2027"})
    chosen = holder.held().kept.day
    send(holder, "", {**same, **seen(holder), "day": ""})

    assert str(chosen) == "2027-01-15"
    assert holder.held().kept.day is None
    assert "Voorstel voor Voorbeeldstad" in holder.browser.page(holder.address).text


def test_another_length_gives_an_agenda_that_adds_up(holder: Holder) -> None:
    send(holder, "", {**seen(holder), "hours": "3,5", "day": "", "scenario": story(holder)})

    plan = holder.held().plan
    assert sum(point.minutes for point in plan.agenda) == 210
    assert sum(phase.minutes for phase in plan.phases) > 0


@pytest.mark.parametrize(
    ("hours", "sentence"),
    [
        ("1", "Een workshop duurt ten minste"),
        ("11", "Een workshop duurt ten hoogste 10 uur"),
        ("lang", "Schrijf het aantal uren, zoals 3,5."),
        ("", "Schrijf het aantal uren, zoals 3,5."),
    ],
)
def test_a_length_that_cannot_be_gives_a_sentence_and_stays(
    holder: Holder, hours: str, sentence: str
) -> None:
    sent = {**seen(holder), "hours": hours, "day": "", "scenario": story(holder)}

    answer = send(holder, "", sent)

    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'name="hours" type="text" value="{hours}"' in answer.text


def test_another_story_asks_the_supporting_organisation_anew(holder: Holder) -> None:
    send(holder, "/consent", {**seen(holder), "consent": "agreed"})
    before = holder.held().plan

    send(holder, "", {**seen(holder), "hours": "4", "day": "", "scenario": "s8-de-sleutel"})

    after = holder.held().plan
    assert before.agreed
    assert after.story is not None
    assert after.story.scenario == "s8-de-sleutel"
    assert after.consent == "not_asked"
    assert after.coming == before.coming


def test_a_story_that_is_not_offered_is_refused(holder: Holder) -> None:
    answer = send(holder, "", {**seen(holder), "hours": "4", "scenario": "no-such-case"})

    assert answer.status_code == 422
    assert "Kies een van de woorden in de lijst." in answer.text


def test_only_the_day_leaves_what_the_advisor_changed(holder: Holder) -> None:
    before = holder.held().plan

    send(holder, "", {**seen(holder), "hours": "4", "day": "2027-01-20", "scenario": story(holder)})

    assert holder.held().plan == before


@pytest.mark.parametrize(
    ("form", "sent", "stays"),
    [
        ("", {"day": "2027-02-03", "hours": "5", "scenario": ""}, 'value="2027-02-03"'),
        ("/coming", {"coming": ["privacy", "comms"]}, "12 stoelen bezet"),
        ("/consent", {"consent": "adapt"}, 'value="adapt" checked'),
    ],
)
def test_a_plan_that_changed_in_another_window_is_said_and_nothing_is_lost(
    holder: Holder, form: str, sent: dict[str, object], stays: str
) -> None:
    old = seen(holder)
    send(holder, "/consent", {**old, "consent": "agreed"})

    answer = send(holder, form, {**sent, **old})

    assert answer.status_code == 409
    assert "in een ander venster" in answer.text
    assert stays in answer.text
    assert holder.held().plan.agreed


def test_nobody_else_sees_a_workshop(holder: Holder) -> None:
    other = a_person(holder.site, email="bo@elders.example").signed_in()

    pages = [other.client.get(holder.address + page) for page in ("", "/pack", "/notebook")]

    assert [one.status_code for one in pages] == [404, 404, 404]
    assert other.post(f"{holder.address}/remove", {"sure": "yes"}).status_code == 404


def test_a_workshop_goes_once_somebody_is_sure(holder: Holder) -> None:
    send(holder, "/remove", {})
    stays = holder.browser.client.get(holder.address)

    send(holder, "/remove", {"sure": "yes"})

    assert stays.status_code == 200
    assert holder.browser.client.get(holder.address).status_code == 404


def test_the_log_tells_of_a_workshop_by_its_id_only(holder: Holder) -> None:
    """R37."""
    send(holder, "/pack", {"language": "nl"})
    send(holder, "/remove", {"sure": "yes"})

    with holder.site.parts.database.reading() as connection:
        rows = connection.execute(select(audit).where(audit.c.kind == "workshop")).all()

    assert [row.what for row in rows] == ["workshop_begun", "papers_asked", "workshop_removed"]
    assert {row.object for row in rows} == {holder.workshop}

"""One person answers for five municipalities at once, and offers that to each of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.region import MAIN, NAMES, REGION, Region, a_region, answer, answer_all, send, stamps
from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Question
from toolkit.storage import regional

CANARY = "kanarie uit Amberdam"


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    made = a_region(tmp_path)
    yield made
    made.site.parts.database.close()


def asked(region: Region, town: int = 0) -> tuple[Question, ...]:
    every = region.opened(town)
    return tuple(
        one
        for one in every.questionnaire.questions.values()
        if one.item.scope == "regional" and every.asks(one.id)
    )


def otherwise_in(region: Region, question: Question, town: int) -> dict[str, str]:
    return {f"{question.id}-holds": "otherwise", f"{question.id}-places": region.towns[town].id}


def offer_to(region: Region, town: int) -> int:
    scan = region.towns[town].scan
    return region.care_coordinator().post(f"/scans/{scan}/region/offer").status_code


def test_the_start_page_says_how_much_for_whom_and_that_it_is_once(region: Region) -> None:
    """Moment 1: a line per municipality and one button."""
    page = region.care_coordinator().page("/")

    assert "12 vragen, vijf gemeenten, één keer" in page.text
    assert all(f"{name} nog niets aangeboden" in page.text for name in NAMES)
    assert f"{REGION}/items/{asked(region)[0].id}" in page.links()


def test_who_works_for_one_municipality_has_no_region(region: Region) -> None:
    browser = region.lead_of(0)

    assert "één keer" not in browser.page("/").text
    browser.page(f"{REGION}/", 404)
    browser.page(f"{REGION}/items/{asked(region)[0].id}", 404)


def test_the_full_round_asks_every_regional_question(tmp_path: Path) -> None:
    full = a_region(tmp_path, selection=None)

    page = full.care_coordinator().page("/")

    assert "34 vragen, vijf gemeenten, één keer" in page.text
    full.site.parts.database.close()


def test_an_answer_for_the_region_leads_to_the_next_question_and_is_in_no_scan(
    region: Region,
) -> None:
    first, second = asked(region)[:2]

    answered = answer(region.care_coordinator(), first, "!unknown")

    assert answered.headers["Location"] == f"{REGION}/items/{second.id}"
    assert [region.opened(town).kept for town in range(5)] == [{}] * 5


def test_where_it_is_otherwise_is_asked_next(region: Region) -> None:
    """Users (g) 3: the same for all, except here."""
    question, place = asked(region)[0], region.towns[1].id
    browser = region.care_coordinator()

    answered = answer(browser, question, "!unknown", otherwise_in(region, question, 1))
    there = answered.headers["Location"]

    assert there == f"{REGION}/items/{question.id}?only={place}"
    assert "Alleen voor Bergdal" in browser.page(there).text
    onwards = send(browser, there, {f"{question.id}-value": "2"}).headers["Location"]
    assert onwards == f"{REGION}/items/{asked(region)[1].id}"
    assert "Anders in Bergdal" in browser.page(f"{REGION}/items/{question.id}").text


def test_otherwise_without_a_municipality_is_asked_again(region: Region) -> None:
    question = asked(region)[0]

    refused = answer(
        region.care_coordinator(), question, "!unknown", {f"{question.id}-holds": "otherwise"}
    )

    assert refused.status_code == 422
    assert "Kies in welke gemeente het anders is" in refused.text


def test_another_window_does_not_write_over_what_was_answered_there(region: Region) -> None:
    """R19: the answer that was seen is the one that is replaced."""
    question, browser = asked(region)[0], region.care_coordinator()
    address = f"{REGION}/items/{question.id}"
    old = stamps(browser.page(address))
    answer(browser, question, "1")

    refused = browser.post(address, {**old, f"{question.id}-value": "3"})
    again = browser.post(address, {**old, f"{question.id}-value": "1"})

    assert refused.status_code == 409
    assert "in een ander venster" in refused.text
    assert again.status_code == 303


def test_a_text_that_tells_of_a_child_is_looked_at_first(region: Region) -> None:
    question = asked(region)[0]
    note = {f"{question.id}-note": "Bel haar op 06-12345678."}

    refused = answer(region.care_coordinator(), question, "1", note)

    assert refused.status_code == 422
    assert "Kan iemand hieraan herkend worden" in refused.text


def test_before_offering_she_sees_who_will_read_it(region: Region) -> None:
    """Users (g) 2: functions, no names."""
    answer(region.care_coordinator(), asked(region)[0], "1")

    page = region.care_coordinator().page(f"{REGION}/")

    assert page.text.count("Leest uw voorstel: de coördinator (beleidsadviseur jeugd)") == 5
    assert page.text.count("Bied 1 antwoord aan") == 5


def test_offering_to_one_municipality_shows_nothing_to_another(region: Region) -> None:
    """R28: a canary in the answers of one."""
    question, browser = asked(region)[0], region.care_coordinator()
    there = answer(browser, question, "1", otherwise_in(region, question, 0)).headers["Location"]
    send(browser, there, {f"{question.id}-value": "2", f"{question.id}-note": CANARY})

    offer_to(region, 0)
    offer_to(region, 1)

    mine = region.lead_of(0).page(f"/scans/{region.towns[0].scan}/offers/")
    theirs = region.lead_of(1).page(f"/scans/{region.towns[1].scan}/offers/")
    assert CANARY in mine.text
    assert CANARY not in theirs.text
    assert region.offers(2) == {}
    region.lead_of(1).page(f"/scans/{region.towns[0].scan}/offers/", 404)


def test_nothing_is_offered_where_it_is_otherwise_but_not_answered(region: Region) -> None:
    question = asked(region)[0]
    answer(region.care_coordinator(), question, "1", otherwise_in(region, question, 0))

    offer_to(region, 0)
    offer_to(region, 1)

    assert list(region.offers(0)) == []
    assert list(region.offers(1)) == [question.id]


def test_an_offer_that_nobody_decided_about_can_be_taken_back(region: Region) -> None:
    answer(region.care_coordinator(), asked(region)[0], "1")
    offer_to(region, 0)

    region.care_coordinator().post(f"/scans/{region.towns[0].scan}/region/withdraw")

    assert region.offers(0) == {}


def test_a_foreign_scan_is_offered_nothing(region: Region) -> None:
    """T1: it is not found."""
    answer(region.care_coordinator(), asked(region)[0], "1")

    refused = region.lead_of(0).post(f"/scans/{region.towns[1].scan}/region/offer")

    assert refused.status_code == 404
    assert region.offers(1) == {}


def test_what_is_missing_everywhere_fits_on_a_sheet(region: Region) -> None:
    """Users (g) 5: counts and the line; the names in alphabetical order."""
    browser = region.care_coordinator()
    answer_all(browser, asked(region))
    offered = [offer_to(region, town) for town in range(5)]

    over, sheet = browser.page(f"{REGION}/"), browser.page(f"{REGION}/sheet")

    assert offered == [303] * 5
    assert "Bij alle vijf ontbreekt" in over.text
    assert "Deze 12 punten ontbreken bij alle vijf gemeenten" in sheet.text
    assert "Amberdam, Bergdal, Cederwijk, Duinoord, Eikstad" in sheet.text
    assert "een lijn van deze toolkit, als geheel geen wettelijke eis" in sheet.text


def test_what_nobody_knows_is_never_called_missing(region: Region) -> None:
    browser = region.care_coordinator()
    answer_all(browser, asked(region), nothing=False)
    offered = [offer_to(region, town) for town in range(5)]

    page = browser.page(f"{REGION}/")

    assert offered == [303] * 5
    assert "ontbreekt" not in page.text


def test_a_link_opens_only_the_municipalities_that_it_was_let_into(region: Region) -> None:
    """T107: what was answered for others stays where it is, and unseen."""
    question, browser = asked(region)[0], region.care_coordinator()
    there = answer(browser, question, "1", otherwise_in(region, question, 4)).headers["Location"]
    send(browser, there, {f"{question.id}-value": "2", f"{question.id}-note": CANARY})
    linked = region.by_invitation(0, 1)

    page = linked.page("/")
    answer(linked, question, "3")

    assert "12 vragen, twee gemeenten, één keer" in page.text
    assert "Eikstad" not in page.text + linked.page(f"{REGION}/").text
    assert CANARY not in linked.page(f"{REGION}/items/{question.id}").text
    linked.page(there, 404)
    assert CANARY in browser.page(there).text


def test_one_invitation_alone_makes_no_region(region: Region) -> None:
    answer(region.care_coordinator(), asked(region)[0], "1")

    linked = region.by_invitation(0)

    assert "één keer" not in linked.page("/").text
    linked.page(f"{REGION}/", 404)


def test_her_answers_go_with_her_account_and_the_offers_stay(region: Region) -> None:
    answer(region.care_coordinator(), asked(region)[0], "1")
    offer_to(region, 0)

    with region.site.parts.database.writing() as connection:
        connection.exec_driver_sql(f"DELETE FROM accounts WHERE id = '{region.account}'")  # noqa: S608 (an id of ours)
        own = regional.own_of(connection, region.account, region.questionnaire, ())

    offer = next(iter(region.offers(0).values()))
    assert own == {}
    assert (offer.account, offer.function) == (None, "care_coord")
    assert offer.answer.state is State.ANSWERED
    assert region.questionnaire.id == MAIN


def test_an_invitation_to_one_scan_leads_to_answering_for_all(region: Region) -> None:
    """Moment 1: what she sees first says that it is once."""
    linked = region.by_invitation(0, 1)

    page = linked.page(f"/scans/{region.towns[0].scan}/mine")

    assert "12 vragen, twee gemeenten, één keer" in page.text
    assert f"{REGION}/items/{asked(region)[0].id}" in page.links()

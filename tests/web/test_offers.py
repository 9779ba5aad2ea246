"""Each municipality decides what it does with an answer that was offered for the region."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from tests.web.pages import Page
from tests.web.region import REGION, Region, a_region, answer, send, stamps
from toolkit.documents.scanfile_writer import write
from toolkit.domain.answers import State
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import OfferState
from toolkit.services.open_scan import as_scan
from toolkit.storage import answers

FIRST, SECOND, OUTSIDE = "sight.register_minors", "refer.route", "refer.coordinator"


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    """Two municipalities of five are offered two answers."""
    made = a_region(tmp_path)
    for item in (FIRST, SECOND):
        answer(made.care_coordinator(), question(made, item), "2")
    for town in (0, 1):
        offered_again(made, town)
    yield made
    made.site.parts.database.close()


def question(region: Region, item: str) -> Question:
    return region.questionnaire.questions[item]


def offered_again(region: Region, town: int = 0) -> None:
    offered = region.care_coordinator().post(f"/scans/{region.towns[town].scan}/region/offer")
    assert offered.status_code == 303


def offers_page(region: Region, town: int = 0) -> Page:
    return region.lead_of(town).page(f"/scans/{region.towns[town].scan}/offers/")


def decide(region: Region, **button: str) -> TestResponse:
    """Press a button of the page with offers of the first municipality."""
    return send(region.lead_of(0), f"/scans/{region.towns[0].scan}/offers/", button)


def own_answer(region: Region, value: str) -> None:
    browser, address = region.lead_of(0), f"/scans/{region.towns[0].scan}/items/{FIRST}"
    assert send(browser, address, {f"{FIRST}-value": value}).status_code == 303


def test_the_overview_and_the_question_say_that_the_region_offers_something(
    region: Region,
) -> None:
    scan, browser = region.towns[0].scan, region.lead_of(0)

    overview, beside = browser.page(f"/scans/{scan}/"), browser.page(f"/scans/{scan}/items/{FIRST}")

    assert "De regio biedt 2 antwoorden aan" in overview.text
    assert "De regio biedt een antwoord aan:" in beside.text
    assert f"/scans/{scan}/offers/#{FIRST}" in beside.links()


def test_nothing_counts_before_it_is_accepted(region: Region) -> None:
    assert region.opened(0).kept == {}
    assert {offer.state for offer in region.offers(0).values()} == {OfferState.OFFERED}


def test_an_accepted_offer_is_an_ordinary_answer_whose_history_says_where_it_came_from(
    region: Region,
) -> None:
    """R18: through the same door as every answer."""
    accepted = decide(region, accept=FIRST)

    scan = region.opened(0)
    kept = scan.answers[FIRST]
    with region.site.parts.database.reading() as connection:
        history = answers.history(connection, region.towns[0].scan, question(region, FIRST))
    assert accepted.status_code == 303
    assert (kept.state, kept.value, kept.regional) == (State.ANSWERED, Decimal(2), True)
    assert [step.after.regional for step in history] == [True]
    assert region.offers(0)[FIRST].state is OfferState.ACCEPTED
    assert region.offers(1)[FIRST].state is OfferState.OFFERED


def test_an_accepted_answer_is_called_regional_and_travels_in_the_scan_file(
    region: Region,
) -> None:
    decide(region, accept=FIRST)

    page = region.lead_of(0).page(f"/scans/{region.towns[0].scan}/items/{FIRST}")
    with region.site.parts.database.reading() as connection:
        scan = as_scan(connection, region.opened(0))

    assert "Regionaal antwoord" in page.text
    assert "regional: true" in write(scan, region.questionnaire)


def test_pressing_twice_accepts_once(region: Region) -> None:
    """R20: a request that comes again changes nothing."""
    browser, address = region.lead_of(0), f"/scans/{region.towns[0].scan}/offers/"
    fields = {**stamps(browser.page(address)), "accept": FIRST}

    twice = [browser.post(address, fields).status_code for _ in range(2)]

    assert twice == [303, 303]
    assert region.opened(0).answer(FIRST).version == 1


def test_all_offers_of_a_theme_are_accepted_at_once(region: Region) -> None:
    answer(region.care_coordinator(), question(region, OUTSIDE), "!unknown")
    offered_again(region)

    decide(region, theme="refer")

    assert set(region.opened(0).answers) == {SECOND, OUTSIDE}


def test_an_own_answer_is_shown_beside_the_offer_and_never_replaced_with_the_rest(
    region: Region,
) -> None:
    own_answer(region, "3")

    page = offers_page(region)
    decide(region, theme="sight")

    assert "Uw eigen antwoord nu:" in page.text
    assert "Vervang ons antwoord door dit" in page.text
    assert region.opened(0).answers[FIRST].value == Decimal(3)


def test_a_colleague_who_answered_in_the_meantime_is_not_written_over(region: Region) -> None:
    """R19: the page with both comes back."""
    browser, address = region.lead_of(0), f"/scans/{region.towns[0].scan}/offers/"
    fields = {**stamps(browser.page(address)), "accept": FIRST}
    own_answer(region, "3")

    refused = browser.post(address, fields)

    assert refused.status_code == 409
    assert "Uw eigen antwoord nu:" in refused.text
    assert region.opened(0).answers[FIRST].value == Decimal(3)
    assert region.offers(0)[FIRST].state is OfferState.OFFERED


def test_an_offer_that_changed_in_the_meantime_is_not_accepted_unseen(region: Region) -> None:
    browser, address = region.lead_of(0), f"/scans/{region.towns[0].scan}/offers/"
    fields = {**stamps(browser.page(address)), "accept": FIRST}
    answer(region.care_coordinator(), question(region, FIRST), "0")
    offered_again(region)

    refused = browser.post(address, fields)

    assert refused.status_code == 409
    assert region.opened(0).kept == {}


def test_an_offer_that_was_left_can_be_accepted_after_all(region: Region) -> None:
    decide(region, leave=FIRST)
    left = region.offers(0)[FIRST].state

    decide(region, accept=FIRST)

    assert left is OfferState.LEFT
    assert region.opened(0).answers[FIRST].regional


def test_an_adapted_answer_is_our_own_and_the_region_reads_why(region: Region) -> None:
    address = f"/scans/{region.towns[0].scan}/offers/{FIRST}"
    page = region.lead_of(0).page(address)
    wrote = {f"{FIRST}-value": "1", "why": "Wij tellen zelf."}

    adapted = send(region.lead_of(0), address, wrote)

    kept = region.opened(0).answers[FIRST]
    over = region.care_coordinator().page(f"{REGION}/")
    assert "De regio antwoordt:" in page.text
    assert adapted.status_code == 303
    assert (kept.value, kept.regional) == (Decimal(1), False)
    assert region.offers(0)[FIRST].state is OfferState.ADAPTED
    assert "Wij tellen zelf." in over.text


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("", "wat er in uw gemeente anders is"),
        ("Bel 06-12345678.", "Kan iemand hieraan herkend worden"),
    ],
)
def test_why_it_is_otherwise_is_asked_and_looked_at(region: Region, why: str, said: str) -> None:
    address = f"/scans/{region.towns[0].scan}/offers/{FIRST}"

    refused = send(region.lead_of(0), address, {f"{FIRST}-value": "1", "why": why})

    assert refused.status_code == 422
    assert said in refused.text
    assert region.opened(0).kept == {}


def test_a_new_answer_of_the_region_is_told_and_changes_nothing(region: Region) -> None:
    """What was accepted stays until somebody here decides."""
    decide(region, accept=FIRST)

    answer(region.care_coordinator(), question(region, FIRST), "0")
    offered_again(region)

    page = region.lead_of(0).page(f"/scans/{region.towns[0].scan}/items/{FIRST}")
    assert "Er is een nieuw antwoord uit de regio:" in page.text
    assert region.opened(0).answers[FIRST].value == Decimal(2)


def test_the_same_answer_is_not_offered_again(region: Region) -> None:
    decide(region, leave=FIRST)

    offered_again(region)

    assert region.offers(0)[FIRST].state is OfferState.LEFT


def test_who_contributes_does_not_decide(region: Region) -> None:
    """R26: the care coordinator offers, who leads decides."""
    address = f"/scans/{region.towns[0].scan}/offers/"

    refused = region.care_coordinator().post(address, {"accept": FIRST})

    assert refused.status_code == 403
    region.care_coordinator().page(address, 403)


def test_an_answer_that_is_changed_by_hand_is_no_regional_answer_any_more(region: Region) -> None:
    decide(region, accept=FIRST)

    own_answer(region, "4")

    assert not region.opened(0).answers[FIRST].regional

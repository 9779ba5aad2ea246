"""Somebody whom several municipalities invited: what is asked once, and what each asks alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.builders import NOON, Browser
from tests.web.region import REGION, Region, a_region, answer, answer_all, send
from toolkit.domain.questionnaire import Question
from toolkit.storage import invitations


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    made = a_region(tmp_path)
    yield made
    made.site.parts.database.close()


def asked(region: Region) -> tuple[Question, ...]:
    every = region.opened(0)
    return tuple(
        one
        for one in every.questionnaire.questions.values()
        if one.item.scope == "regional" and every.asks(one.id)
    )


def test_what_is_asked_for_the_region_is_not_asked_again_of_one_municipality(
    region: Region,
) -> None:
    """Users (g) 1: the list of each holds what is asked there alone."""
    her = invited(region, 0, 1)
    mine = f"/scans/{region.towns[0].scan}/mine"

    begun = her.client.get(f"{mine}/begin").headers["Location"]
    page = her.page(mine)

    assert begun == mine
    assert "Alleen voor Amberdam 0 van 1" in page.text
    assert [link for link in page.links() if "/mine/questions/" in link] == [
        f"{mine}/questions/signal.disclosure"
    ] * 2
    once = {f"/scans/{region.towns[0].scan}/items/{one.id}" for one in asked(region)}
    assert once.isdisjoint(page.links())
    assert her.page("/").text.count("1 vraag nog open") == 2
    over = her.page(f"{REGION}/")
    assert "Alleen voor Amberdam staat nog 1 vraag open" in over.text
    assert mine in over.links()


def test_she_is_done_with_one_municipality_once_that_was_offered_all(region: Region) -> None:
    her, scan = invited(region, 0, 1), f"/scans/{region.towns[0].scan}"
    local = f"{scan}/mine/questions/signal.disclosure"

    early = send(her, local, {"signal.disclosure-value": "1"}).headers["Location"]
    answer_all(her, asked(region))
    her.post(f"{scan}/region/offer")
    done = send(her, local, {"signal.disclosure-value": "2"}).headers["Location"]

    assert early == f"{scan}/mine"
    assert done == f"{scan}/mine/thanks"


def test_a_link_of_one_municipality_says_that_another_asked_too(region: Region) -> None:
    """The next day: before she answers everything again for one of them."""
    invited(region, 0, 1)
    her, mine = region.by_invitation(0), f"/scans/{region.towns[0].scan}/mine"

    begun = her.client.get(f"{mine}/begin").headers["Location"]
    page = her.page(mine)

    assert begun == mine
    assert "Ook een andere gemeente heeft u gevraagd" in page.text
    assert "Bergdal" not in page.text


def test_answers_can_be_changed_before_they_are_offered(region: Region) -> None:
    question, browser = asked(region)[0], region.care_coordinator()
    answer(browser, question, "1")

    page = browser.page(f"{REGION}/")

    assert "Uw antwoorden, om na te kijken of te veranderen" in page.text
    assert f"{REGION}/items/{question.id}" in page.links()


def test_each_button_says_for_which_municipality_it_is(region: Region) -> None:
    """Users (m): five buttons with the same words are told apart by who only hears them."""
    browser = region.care_coordinator()
    answer(browser, asked(region)[0], "1")

    page = browser.page(f"{REGION}/")

    described = [one.attributes.get("aria-describedby") for one in page.all("button")]
    assert [one for one in described if one] == [f"{town.scan}-name" for town in region.towns]


def test_after_the_last_answer_one_button_is_left(region: Region) -> None:
    browser = region.care_coordinator()
    answer_all(browser, asked(region))

    page = browser.page("/")

    assert "Verder met antwoorden" not in page.text
    assert page.links().count(f"{REGION}/") == 1


def test_the_team_sees_what_waits_for_its_own_decision(region: Region) -> None:
    """Who offered everything is not behind with what she answered."""
    her, scan = invited(region, 0, 1), f"/scans/{region.towns[0].scan}"
    answer_all(her, asked(region))
    before = region.lead_of(0).page(f"{scan}/team").text

    her.post(f"{scan}/region/offer")

    after = region.lead_of(0).page(f"{scan}/team").text
    offered = f"{len(asked(region))} antwoorden vanuit de regio aangeboden"
    assert offered not in before
    assert offered in after


def invited(region: Region, *towns: int) -> Browser:
    """Return her browser, after each of these municipalities invited her."""
    with region.site.parts.database.writing() as connection:
        for town in towns:
            there = region.towns[town]
            invitations.add(
                connection, there.scan, region.account, "care_coord", None, there.lead, at=NOON
            )
    return region.by_invitation(*towns)

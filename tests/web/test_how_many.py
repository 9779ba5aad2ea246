"""How many municipalities a page for the region speaks of: those that ask, those that were offered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.web.region import REGION, Region, a_region, answer_all
from toolkit.domain.questionnaire import Question
from toolkit.storage import tables


def in_full(region: Region, *towns: int) -> None:
    """Let some municipalities ask every question instead of a short round."""
    scans = [region.towns[town].scan for town in towns]
    which = tables.assessments.c.id.in_(scans)
    with region.site.parts.database.writing() as connection:
        connection.execute(update(tables.assessments).where(which).values(selection=None))


def of_the_region(region: Region) -> tuple[Question, ...]:
    every = region.questionnaire.questions.values()
    return tuple(one for one in every if one.item.scope == "regional")


def asked_by(region: Region, count: int) -> Question:
    """Return the first question for the region that so many municipalities ask."""
    scans = [region.opened(town) for town in range(len(region.towns))]
    return next(
        one
        for one in of_the_region(region)
        if sum(map(bool, (s.asks(one.id) for s in scans))) == count
    )


@pytest.mark.parametrize(
    ("count", "says"),
    [
        (2, "Geldt dit voor beide?"),
        (3, "Geldt dit voor alle drie?"),
        (5, "Geldt dit voor alle vijf?"),
    ],
)
def test_a_question_speaks_of_as_many_as_there_are(tmp_path: Path, count: int, says: str) -> None:
    """Users (g) 1."""
    region = a_region(tmp_path, count=count)

    page = region.care_coordinator().page(f"{REGION}/items/{asked_by(region, count).id}")

    assert says in page.text
    assert "Niet elke gemeente" not in page.text
    region.site.parts.database.close()


def test_one_municipality_is_no_region(tmp_path: Path) -> None:
    region = a_region(tmp_path, count=1)

    answer = region.care_coordinator().client.get(f"{REGION}/")

    assert answer.status_code == 404
    region.site.parts.database.close()


@pytest.mark.parametrize(
    ("full", "boxes", "says"),
    [
        ((0,), 0, "Niet elke gemeente stelt deze vraag. Wel: Amberdam."),
        ((0, 3), 2, "Geldt dit voor beide?"),
        ((0, 1, 3), 3, "Geldt dit voor alle drie?"),
    ],
)
def test_where_rounds_differ_only_those_count_that_ask(
    tmp_path: Path, full: tuple[int, ...], boxes: int, says: str
) -> None:
    """Users (g) 3: a short round asks less than a full one."""
    region = a_region(tmp_path)
    in_full(region, *full)
    question = asked_by(region, len(full))

    page = region.care_coordinator().page(f"{REGION}/items/{question.id}")

    every = [one for one in page.all("input") if one.attributes.get("type") == "checkbox"]
    places = [one for one in every if one.attributes["name"] == f"{question.id}-places"]
    assert says in page.text
    assert len(places) == boxes


def test_a_municipality_that_does_not_ask_is_never_otherwise(tmp_path: Path) -> None:
    """R28: also when somebody sends it."""
    region = a_region(tmp_path)
    in_full(region, 0, 3)
    question, browser = asked_by(region, 2), region.care_coordinator()

    sent = browser.post(f"{REGION}/items/{question.id}", elsewhere(question, region.towns[1].id))

    assert sent.status_code == 422
    region.site.parts.database.close()


def elsewhere(question: Question, place: str) -> Mapping[str, str]:
    said = {"value": "!unknown", "holds": "otherwise", "places": place}
    stamps = {"version": "0", "request_id": "one-request"}
    return {f"{question.id}-{name}": value for name, value in {**said, **stamps}.items()}


def test_what_is_missing_speaks_of_those_that_were_offered_something(tmp_path: Path) -> None:
    """Users (g) 5: two of the five have the answers."""
    region = a_region(tmp_path)
    browser = region.care_coordinator()
    answer_all(
        browser, tuple(one for one in of_the_region(region) if region.opened(0).asks(one.id))
    )
    offered = [browser.post(f"/scans/{one.scan}/region/offer") for one in region.towns[:2]]

    over, sheet = browser.page(f"{REGION}/"), browser.page(f"{REGION}/sheet")

    assert [one.status_code for one in offered] == [303, 303]
    assert "Bij beide ontbreekt" in over.text
    assert "waaraan u antwoorden aanbood: Amberdam, Bergdal." in over.text
    assert "punten ontbreken bij beide gemeenten" in sheet.text

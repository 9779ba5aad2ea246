"""Five municipalities, every regional question, one exception, five decisions."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.web.builders import NOON
from tests.web.region import EDITION, MAIN, Region, a_region, lowest
from toolkit.domain.access import Actor
from toolkit.domain.answers import UNKNOWN, Answer, answered
from toolkit.domain.question_types import kind_of
from toolkit.domain.questionnaire import Question
from toolkit.domain.regional import OfferState
from toolkit.services.answer_for_region import answer_elsewhere, answer_for_all, open_region
from toolkit.services.decide_offer import Taken, accept, leave, note_adapted
from toolkit.services.offer import look_over, offer
from toolkit.services.save_answer import Given, save_answer
from toolkit.storage import accounts, regional

DAY = NOON.date()


def actor(connection: Connection, account: str) -> Actor:
    found = accounts.actor(connection, account, at=NOON)
    assert found is not None
    return found


def low(question: Question) -> Answer:
    return answered(kind_of(question).parse(question, lowest(question)))


def answer_and_offer(region: Region) -> tuple[str, ...]:
    """Answer everything, otherwise in the second municipality for the first question, and offer."""
    shelf = region.site.parts.shelf
    with region.site.parts.database.writing() as connection:
        who = actor(connection, region.account)
        opened = open_region(who, connection, shelf, MAIN, EDITION)
        first, there = opened.questions[0], region.towns[1].id
        for question in opened.questions:
            given = Given(question.id, low(question), 0, question.id)
            answer_for_all(connection, opened, given, frozenset(), at=NOON)
        kept = answer_for_all(
            connection, opened, Given(first.id, low(first), 1, "x"), frozenset((there,)), at=NOON
        )
        otherwise = Given(first.id, UNKNOWN, kept.version, "y")
        answer_elsewhere(connection, opened, otherwise, there, at=NOON)
        for town in region.towns:
            offer(who, connection, shelf, town.scan, at=NOON)
        return tuple(question.id for question in opened.questions)


def decided(region: Region, town: int, state: OfferState) -> None:
    """Let the coordinator of a municipality do the same with everything."""
    shelf, scan = region.site.parts.shelf, region.towns[town].scan
    with region.site.parts.database.writing() as connection:
        who = actor(connection, region.towns[town].lead)
        offers = regional.offers_to(connection, scan, region.questionnaire)
        for item, one in offers.items():
            if state is OfferState.ACCEPTED:
                accept(who, connection, shelf, scan, (Taken(item, one.stamp, 0, item),), at=NOON)
            elif state is OfferState.LEFT:
                leave(who, connection, shelf, scan, item, one.stamp, at=NOON)
            elif state is OfferState.ADAPTED:
                save_answer(who, connection, shelf, scan, Given(item, UNKNOWN, 0, item), at=NOON)
                note_adapted(who, connection, shelf, scan, (item, one.stamp, "anders"), at=NOON)


@pytest.mark.parametrize(("selection", "count"), [("core", 12), (None, 34)])
def test_every_municipality_gets_its_own_and_decides_for_itself(
    tmp_path: Path, selection: str | None, count: int
) -> None:
    """R18, R28: what one does changes nothing in another."""
    region = a_region(tmp_path, selection)

    asked = answer_and_offer(region)
    decided(region, 0, OfferState.ACCEPTED)
    decided(region, 1, OfferState.ACCEPTED)
    decided(region, 2, OfferState.ADAPTED)
    decided(region, 3, OfferState.LEFT)

    kept = [region.opened(town).answers for town in range(5)]
    assert len(asked) == count
    assert [len(answers) for answers in kept] == [count, count, count, 0, 0]
    assert [sum(one.regional for one in answers.values()) for answers in kept] == [
        count,
        count,
        0,
        0,
        0,
    ]
    assert kept[1][asked[0]].state != kept[0][asked[0]].state
    assert {one.state for one in region.offers(4).values()} == {OfferState.OFFERED}
    region.site.parts.database.close()


def test_what_is_missing_is_counted_over_those_who_have_it(tmp_path: Path) -> None:
    """Of a question that one municipality answers otherwise nothing is said of all."""
    region = a_region(tmp_path)
    asked = answer_and_offer(region)

    with region.site.parts.database.reading() as connection:
        who = actor(connection, region.account)
        opened = open_region(who, connection, region.site.parts.shelf, MAIN, EDITION)
        looked = look_over(connection, opened, on=DAY)

    on_the_line = [one for one in opened.questions if region.questionnaire.on_the_line(one)]
    assert asked[0] in [one.id for one in on_the_line]
    assert [one.id for one in looked.missing] == [one.id for one in on_the_line[1:]]
    assert len(looked.taking_part) == 5
    region.site.parts.database.close()

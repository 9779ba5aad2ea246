"""People who do not agree give two answers, each with a function and a reason."""

from __future__ import annotations

import pytest

from tests.web.answering import PLAN, Sheet, a_sheet
from tests.web.builders import Site
from tests.web.disagreeing import BOTH, GOV, KEPT, OURS, differ, place, reasons, stamp
from tests.web.pages import looked_over
from tests.web.region import stamps
from tests.web.team import a_team

NUMBER = "context.population"
NAMED = "Bel Sanne (14 jaar) op 06-12345678."


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


@pytest.mark.parametrize(
    ("where", "leads"), [("items/{}", "item"), ("meeting/{}", "meeting"), ("themes/gov", "theme")]
)
def test_a_question_leads_there_and_everything_on_its_page_is_saved_first(
    sheet: Sheet, where: str, leads: str
) -> None:
    address = where.format(PLAN)

    there = sheet.send({"value": "own_policy", "disagree": "yes"}, where=address)

    assert there.status_code == 303
    assert there.headers["Location"] == place(sheet, leads, PLAN)
    assert sheet.kept().answer.value == "own_policy"


def test_both_answers_are_kept_with_their_functions_and_reasons(sheet: Sheet) -> None:
    sent = differ(sheet)

    first, second = sheet.kept(GOV).answer.views
    assert sent.headers["Location"] == f"/scans/{sheet.scan}/items/{GOV}"
    assert (first.function, first.reason) == (OURS, KEPT[0])
    assert (second.function, second.reason) == ("zorgcoördinator mensenhandel", KEPT[1])


def test_the_page_begins_with_the_answer_that_is_there(sheet: Sheet) -> None:
    """What was explained beside it is its reason."""
    sheet.send({"value": "2", "note": "Zo is het nu."}, item=GOV)

    page = sheet.browser.page(place(sheet))

    chosen = [one.attributes for one in page.all("input") if "checked" in one.attributes]
    assert [(one["name"], one["value"]) for one in chosen] == [("first_value", "2")]
    assert "Zo is het nu." in page.text


def test_a_theme_page_is_where_people_come_back(sheet: Sheet) -> None:
    sent = sheet.browser.post(place(sheet, "theme"), {**stamp(sheet), **BOTH})

    assert sent.headers["Location"] == f"/scans/{sheet.scan}/themes/gov#{GOV}"


def test_nobody_is_led_elsewhere_by_an_address(sheet: Sheet) -> None:
    """T14."""
    page = sheet.browser.page(place(sheet, "//evil.nl"))

    assert not any("evil.nl" in link for link in page.links())


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"second_value": "3"}, "Beide antwoorden zijn gelijk."),
        ({"second_value": ""}, "dit antwoord ontbreekt nog"),
        ({"second_value": "!unknown"}, "Kies een van de antwoorden hieronder."),
        ({"first_reason": " "}, "Schrijf in een paar woorden waarom iemand dit antwoordt."),
        ({"second_function": "koning"}, "Kies welke functie dit antwoord geeft."),
        ({"request_id": "x"}, "Dit formulier is beschadigd."),
    ],
)
def test_what_is_missing_is_said_and_what_was_written_stays(
    sheet: Sheet, changed: dict[str, str], says: str
) -> None:
    """R9."""
    answer = differ(sheet, **changed)

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert says in page.text
    assert KEPT[1] in page.text
    assert sheet.history(GOV) == ()


def test_a_reason_is_looked_at_before_it_is_kept(sheet: Sheet) -> None:
    """T29."""
    answer = differ(sheet, second_reason=NAMED)

    assert answer.status_code == 422
    assert "‘06-12345678’ lijkt op een telefoonnummer" in looked_over(answer.text).text
    assert sheet.history(GOV) == ()


def test_who_looked_may_keep_a_reason_all_the_same(sheet: Sheet) -> None:
    """T29; the review names it again."""
    refused = differ(sheet, second_reason=NAMED).text
    seal = refused.partition('name="sure" value="')[2].partition('"')[0]

    kept = differ(sheet, second_reason=NAMED, sure=seal)

    assert (kept.status_code, reasons(sheet)) == (303, (KEPT[0], NAMED))
    sheet.browser.post(f"/scans/{sheet.scan}/review")
    assert (
        "Misschien persoonsgegevens (1)" in sheet.browser.page(f"/scans/{sheet.scan}/review").text
    )


def test_a_reason_kept_over_a_conflict_is_looked_at_too(sheet: Sheet) -> None:
    """T29: one's own explanation becomes a reason."""
    over = sheet.stamps(GOV)
    sheet.send({"value": "3"}, over=over, item=GOV)
    mine = {"value": "1", "note": NAMED, "differ": "1", "request_id": "another-request"}

    answer = sheet.send(mine, over=over, item=GOV)

    assert answer.status_code == 422
    assert len(sheet.history(GOV)) == 1


def test_the_same_request_counts_once(sheet: Sheet) -> None:
    """T97."""
    sent = {**stamp(sheet), **BOTH}

    first, again = (sheet.browser.post(place(sheet), sent) for _ in range(2))

    assert (first.status_code, again.status_code) == (303, 303)
    assert len(sheet.history(GOV)) == 1


def test_who_comes_second_sees_both_texts_and_may_replace(sheet: Sheet) -> None:
    """T24."""
    old = stamp(sheet)
    differ(sheet)
    mine = {**old, **BOTH, "second_reason": "Van mij."}

    late = sheet.browser.post(place(sheet), mine)
    sheet.browser.post(place(sheet), {**mine, "request_id": "another-request", "over": "1"})

    page = looked_over(late.text)
    assert late.status_code == 409
    assert KEPT[1] in page.text
    assert "Van mij." in page.text
    assert reasons(sheet) == (KEPT[0], "Van mij.")


def test_a_contributor_may_disagree_and_comes_back_to_their_own_questions(site: Site) -> None:
    team = a_team(site)
    fatima = team.somebody()
    address = f"{team.scan}/items/{GOV}/disagreement?way=mine"

    sent = fatima.post(address, {**stamps(fatima.page(address)), **BOTH})

    assert sent.headers["Location"] == f"{team.scan}/mine/questions/{GOV}"


def test_a_question_to_begin_with_has_one_answer(sheet: Sheet) -> None:
    answer = sheet.browser.client.get(place(sheet, item=NUMBER))

    assert answer.status_code == 404

"""What stands around an answer: passing on, questions that show, a scan that is closed."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from tests.web.answering import PLAN, Sheet, a_led_sheet, a_led_site, a_sheet
from tests.web.builders import Site
from tests.web.pages import looked_over
from toolkit.domain.answers import State, Value, answered
from toolkit.storage import answers, assessments, inquiries
from toolkit.storage.answers import NONE_YET, Stamp
from toolkit.storage.inquiries import Inquiry

SECOND = "gov.children_explicit"


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


@pytest.fixture
def led(tmp_path: Path) -> Iterator[Sheet]:
    site = a_led_site(tmp_path)
    yield a_led_sheet(site)
    site.parts.database.close()


def passed_on(sheet: Sheet) -> dict[str, Inquiry]:
    with sheet.site.parts.database.reading() as connection:
        return dict(inquiries.of(connection, sheet.scan))


def test_who_does_not_know_may_say_who_might(sheet: Sheet) -> None:
    sheet.send({"value": "!unknown", "ask": "care_coord"})

    page = sheet.browser.page(f"/scans/{sheet.scan}/items/{PLAN}")

    assert passed_on(sheet)[PLAN].role == "care_coord"
    assert "Doorgegeven aan: zorgcoördinator" in page.text


def test_who_does_not_know_need_not_say_who_might(sheet: Sheet) -> None:
    sheet.send({"value": "!unknown"})

    assert sheet.kept().answer.state is State.UNKNOWN
    assert passed_on(sheet) == {}


def test_a_question_is_passed_on_to_whom_somebody_chose(sheet: Sheet) -> None:
    answer = sheet.send({"pass_on": "yes", "ask": "adv_safety"}, script=True)

    assert answer.status_code == 200
    assert "Doorgegeven aan: beleidsadviseur veiligheid" in answer.text
    assert passed_on(sheet)[PLAN].role == "adv_safety"
    assert sheet.history() == ()


def test_passing_on_without_a_choice_asks_for_one(sheet: Sheet) -> None:
    answer = sheet.send({"pass_on": "yes"})

    assert answer.status_code == 422
    assert passed_on(sheet) == {}


def test_passing_on_without_a_script_stays_at_the_question(sheet: Sheet) -> None:
    answer = sheet.send({"pass_on": "yes", "ask": "adv_safety"})

    assert answer.headers["Location"].endswith(f"/items/{PLAN}")
    assert sheet.history() == ()


def test_a_role_that_nobody_has_is_asked_nothing(sheet: Sheet) -> None:
    """T5."""
    sheet.send({"value": "!unknown", "ask": "operator"})

    assert passed_on(sheet) == {}


def test_what_was_passed_on_already_stays_as_it_was(sheet: Sheet) -> None:
    sheet.send({"value": "!unknown", "ask": "care_coord"})
    with sheet.site.parts.database.writing() as connection:
        inquiries.settle(connection, sheet.scan, PLAN, at=sheet.site.parts.now())
    settled = passed_on(sheet)[PLAN]

    sheet.send({"value": "own_policy", "ask": "care_coord"})

    assert settled.settled is not None
    assert passed_on(sheet)[PLAN] == settled


def test_a_question_that_an_answer_hides_leaves_its_place(led: Sheet) -> None:
    """T23."""
    answer = led.send({"value": "no"}, item="begin.opvang", script=True)
    page = led.browser.page(f"/scans/{led.scan}/themes/intake")

    assert "<hx-partial data-hx-target=\"[data-place='begin.waar']\"></hx-partial>" in answer.text
    assert "Waar is die opvang?" not in page.text


def test_a_question_that_an_answer_shows_comes_with_the_answer(led: Sheet) -> None:
    led.send({"value": "no"}, item="begin.opvang", script=True)

    answer = led.send({"value": "yes"}, item="begin.opvang", script=True)

    assert "Waar is die opvang?" in answer.text
    assert "Wat wilt u nog kwijt?" not in answer.text


def test_an_answer_to_a_question_that_does_not_show_sleeps(led: Sheet) -> None:
    """T23."""
    stamps = led.stamps("begin.waar")
    led.send({"value": "no"}, item="begin.opvang")

    kept = led.send({"value": "In het dorp"}, item="begin.waar", over=stamps, script=True)

    assert kept.status_code == 200
    assert led.kept("begin.waar").answer.value == "In het dorp"


@pytest.mark.parametrize("page", [f"items/{PLAN}", f"meeting/{PLAN}", "themes/gov"])
def test_a_scan_that_is_being_looked_over_shows_answers_and_no_controls(
    sheet: Sheet, page: str
) -> None:
    """R10."""
    sheet.send({"value": "own_policy", "note": "Sinds 2024.", "evidence": "Plan, p. 3"})
    with sheet.site.parts.database.writing() as connection:
        assessments.set_state(connection, sheet.scan, "in_review")

    shown = sheet.browser.page(f"/scans/{sheet.scan}/{page}")

    assert "Sinds 2024." in shown.text
    assert "Plan, p. 3" in shown.text
    assert {"radio", "checkbox"}.isdisjoint(one.attributes.get("type") for one in shown.elements)
    assert shown.all("textarea") == []


def test_a_scan_that_is_being_looked_over_takes_no_answer(sheet: Sheet) -> None:
    """R10: but an answer that was kept before is still acknowledged (T97)."""
    stamps = sheet.stamps()
    sheet.send({"value": "own_policy"}, over=stamps, script=True)
    with sheet.site.parts.database.writing() as connection:
        assessments.set_state(connection, sheet.scan, "in_review")

    repeated = sheet.send({"value": "own_policy"}, over=stamps, script=True)
    other = {**stamps, f"{PLAN}-request_id": "another-request", f"{PLAN}-version": "1"}
    changed = sheet.send({"value": "none"}, over=other, script=True)

    assert (repeated.status_code, changed.status_code) == (200, 409)
    assert "andere fase" in changed.text
    assert sheet.kept().answer.value == "own_policy"


def test_every_part_of_a_theme_with_something_wrong_can_be_found(sheet: Sheet) -> None:
    stamps = {**sheet.stamps(), **sheet.stamps("gov.children_explicit")}
    fields = {**stamps, "gov.children_explicit-value": "99"}

    answer = sheet.send({"value": "own_policy"}, over=fields, where="themes/gov")

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "#gov.children_explicit" in page.links()
    assert sheet.kept().answer.value == "own_policy"


def bring_along(sheet: Sheet, item: str, value: Value) -> None:
    """Give a question an answer of the last round."""
    question = sheet.site.parts.shelf.newest("kinderrechten-mensenhandel").questions[item]
    stamp = Stamp(None, sheet.site.parts.now(), "brought-along")
    with sheet.site.parts.database.writing() as connection:
        brought = answered(value)
        answers.write(
            connection, sheet.scan, question, brought, over=NONE_YET, stamp=stamp, carried=True
        )


def test_saving_a_page_confirms_no_answer_of_the_last_round(sheet: Sheet) -> None:
    bring_along(sheet, PLAN, "own_policy")

    answer = sheet.send({"value": "own_policy"}, where="themes/gov")

    assert answer.status_code == 303
    assert sheet.kept().carried


def test_only_the_answer_of_which_it_was_said_still_holds(sheet: Sheet) -> None:
    bring_along(sheet, PLAN, "own_policy")
    bring_along(sheet, SECOND, Decimal(2))
    fields = {**sheet.stamps(), **sheet.stamps(SECOND), f"{SECOND}-value": "2"}

    answer = sheet.send({"value": "own_policy", "confirm": "yes"}, over=fields, where="themes/gov")

    assert answer.location == f"/scans/{sheet.scan}/themes/gov#{PLAN}"
    assert (sheet.kept().carried, sheet.kept(SECOND).carried) == (False, True)


def test_an_answer_of_the_last_round_is_confirmed_with_one_press(sheet: Sheet) -> None:
    bring_along(sheet, PLAN, "own_policy")
    page = sheet.browser.page(f"/scans/{sheet.scan}/items/{PLAN}")

    answer = sheet.send({"value": "own_policy", "confirm": "yes"}, script=True)

    assert "Het klopt nog" in page.text
    assert "Het klopt nog" not in answer.text
    assert sheet.kept().carried is False

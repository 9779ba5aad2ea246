"""An answer is kept once, whole, and never over something its writer has not seen."""

import sqlite3
from pathlib import Path

import pytest

from tests.web.answering import PLAN, Sheet, a_sheet, an_impatient_site
from tests.web.builders import Site
from tests.web.pages import looked_over
from toolkit.domain.answers import State
from toolkit.storage.database import FILE


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


def test_an_answer_without_scripts_leads_to_the_next_question(sheet: Sheet) -> None:
    answer = sheet.send({"value": "own_policy", "note": "Sinds 2024."})

    assert answer.status_code == 303
    assert "/items/gov." in answer.headers["Location"]
    assert (sheet.kept().answer.value, sheet.kept().answer.note) == ("own_policy", "Sinds 2024.")


def test_a_script_gets_the_new_version_and_a_new_request_and_no_page(sheet: Sheet) -> None:
    """R11."""
    before = sheet.stamps()

    answer = sheet.send({"value": "own_policy"}, over=before, script=True)

    assert answer.status_code == 200
    assert f'name="{PLAN}-version" value="1"' in answer.text
    assert before[f"{PLAN}-request_id"] not in answer.text
    assert "<html" not in answer.text


def test_the_same_request_counts_once(sheet: Sheet) -> None:
    """T97: it may arrive twice, also after a later one."""
    first = sheet.stamps()
    sheet.send({"value": "preparing"}, over=first, script=True)
    sheet.send({"value": "own_policy"}, script=True)

    again = sheet.send({"value": "preparing"}, over=first, script=True)

    assert again.status_code == 200
    assert sheet.kept().answer.value == "own_policy"
    assert len(sheet.history()) == 2


def test_an_old_page_that_says_something_new_is_never_taken_for_a_repetition(sheet: Sheet) -> None:
    """T97: a browser that went back sends the request of before with another text."""
    old = sheet.stamps()
    sheet.send({"value": "preparing"}, over=old)

    later = sheet.send({"value": "preparing", "note": "Meer."}, over=old, script=True)

    assert later.status_code == 409
    assert old[f"{PLAN}-request_id"] not in later.text
    assert len(sheet.history()) == 1


def test_who_comes_second_sees_both_texts(sheet: Sheet) -> None:
    """T24."""
    seen = sheet.stamps()
    sheet.send({"value": "preparing", "note": "Van haar."}, over=seen)
    mine = {**seen, f"{PLAN}-request_id": "another-request"}

    late = sheet.send({"value": "own_policy", "note": "Van mij."}, over=mine)

    page = looked_over(late.text)
    assert late.status_code == 409
    assert "Van haar." in page.text
    assert "Van mij." in page.text
    assert sheet.kept().answer.note == "Van haar."


def test_who_comes_second_may_replace_what_was_seen(sheet: Sheet) -> None:
    """T24: only the version that was shown is replaced."""
    seen = sheet.stamps()
    sheet.send({"value": "preparing"}, over=seen)
    mine = {**seen, f"{PLAN}-request_id": "another-request"}

    too_late = sheet.send({"value": "none", "over": "7"}, over=mine, script=True)
    replaced = sheet.send({"value": "own_policy", "over": "1"}, over=mine, script=True)

    assert (too_late.status_code, replaced.status_code) == (409, 200)
    assert [change.after.value for change in sheet.history()] == ["own_policy", "preparing"]


def test_who_comes_second_may_keep_what_is_there(sheet: Sheet) -> None:
    """T24."""
    seen = sheet.stamps()
    sheet.send({"value": "preparing", "note": "Van haar."}, over=seen)

    kept = sheet.send({"value": "none", "note": "Van mij.", "leave": "yes"}, script=True)

    assert kept.status_code == 200
    assert "Van haar." in kept.text
    assert "Van mij." not in kept.text
    assert len(sheet.history()) == 1


def test_what_cannot_be_an_answer_is_refused_beside_the_question(sheet: Sheet) -> None:
    """T21."""
    answer = sheet.send({"value": "never_heard_of"}, script=True)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert sheet.history() == ()


def test_an_answer_together_with_i_do_not_know_loses_neither(sheet: Sheet) -> None:
    answer = sheet.send({"value": "Regio Noord", "state": "unknown"}, item="context.region")

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert "Regio Noord" in page.text
    assert sheet.history("context.region") == ()


def test_a_session_that_is_over_says_so_beside_the_question(sheet: Sheet) -> None:
    """R24: the text stays in the page, and nothing is kept."""
    stamps = sheet.stamps()
    sheet.browser.post("/sign-out")

    answer = sheet.send({"value": "own_policy"}, over=stamps, script=True)

    assert answer.status_code == 401
    assert "Uw sessie is voorbij" in answer.text
    assert "<html" not in answer.text


def test_a_form_of_an_earlier_session_says_what_to_do(sheet: Sheet) -> None:
    """R15."""
    stamps = {**sheet.stamps(), "csrf_token": "of-another-session"}

    answer = sheet.send({"value": "own_policy"}, over=stamps, script=True)

    assert answer.status_code == 400
    assert 'name="again"' in answer.text
    assert sheet.history() == ()


def test_when_nothing_can_be_written_the_question_says_so(tmp_path: Path) -> None:
    """T72, T83: 503, and what was written stays in the page."""
    site = an_impatient_site(tmp_path)
    sheet = a_sheet(site)
    stamps = sheet.stamps()
    holder = sqlite3.connect(tmp_path / "data" / FILE, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")

    answer = sheet.send({"value": "own_policy"}, over=stamps, script=True)
    holder.close()

    assert answer.status_code == 503
    assert "blijft op deze pagina" in answer.text
    assert sheet.send({"value": "own_policy"}, over=stamps, script=True).status_code == 200
    assert len(sheet.history()) == 1
    site.parts.database.close()


def test_a_question_of_another_municipality_is_not_there(sheet: Sheet) -> None:
    """T3."""
    stamps = sheet.stamps()
    elsewhere = Sheet(sheet.site, sheet.browser, "0" * 32)

    answer = elsewhere.send({"value": "own_policy"}, over=stamps, script=True)

    assert answer.status_code == 404


def test_taking_an_answer_back_leaves_it_open(sheet: Sheet) -> None:
    sheet.send({"value": "own_policy"})

    sheet.send({"value": "!open"})

    assert sheet.kept().answer.state is State.OPEN
    assert len(sheet.history()) == 2


def test_a_meeting_goes_from_one_large_question_to_the_next(sheet: Sheet) -> None:
    page = sheet.browser.page(f"/scans/{sheet.scan}/meeting/{PLAN}")

    answer = sheet.send({"value": "own_policy"}, where=f"meeting/{PLAN}")

    assert page.all("body")[0].attributes["class"] == "meeting"
    assert answer.status_code == 303
    assert "/meeting/gov." in answer.headers["Location"]
    assert sheet.kept().answer.value == "own_policy"


def test_a_repetition_hands_out_no_version_that_its_page_has_not_shown(sheet: Sheet) -> None:
    """T24, T97: a colleague answered after the lost acknowledgement."""
    mine = sheet.stamps()
    sheet.send({"value": "preparing"}, over=mine, script=True)
    sheet.send({"value": "own_policy"}, script=True)

    repeated = sheet.send({"value": "preparing"}, over=mine, script=True)
    over = {**mine, f"{PLAN}-version": "1", f"{PLAN}-request_id": "another-request"}
    next_one = sheet.send({"value": "none"}, over=over, script=True)

    assert f'name="{PLAN}-version" value="1"' in repeated.text
    assert next_one.status_code == 409
    assert sheet.kept().answer.value == "own_policy"


def test_passing_a_question_on_hands_out_no_version_that_its_page_has_not_shown(
    sheet: Sheet,
) -> None:
    """T24."""
    mine = sheet.stamps()
    sheet.send({"value": "own_policy"}, script=True)

    passed = sheet.send({"pass_on": "yes", "ask": "privacy"}, over=mine, script=True)

    assert f'name="{PLAN}-version" value="0"' in passed.text

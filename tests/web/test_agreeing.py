"""Two answers that stand side by side: where they show, and how people come to agree."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.web.answering import PLAN, Sheet, a_sheet
from tests.web.builders import NOON, Site
from tests.web.disagreeing import BOTH, GOV, KEPT, OURS, differ, place, reasons, settle, stamp
from tests.web.region import stamps
from toolkit.documents import scanfile
from toolkit.domain.answers import View, disputed
from toolkit.storage import answers
from toolkit.storage.answers import NONE_YET, Stamp


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


def test_a_question_shows_both_and_saving_it_again_leaves_them(sheet: Sheet) -> None:
    differ(sheet)

    shown = sheet.browser.page(f"/scans/{sheet.scan}/items/{GOV}")
    sheet.send({"value": "!disputed", "evidence": "Plan, p. 3"}, item=GOV)

    assert KEPT[0] in shown.text
    assert KEPT[1] in shown.text
    assert reasons(sheet) == KEPT
    assert sheet.kept(GOV).answer.evidence == ("Plan, p. 3",)


@pytest.mark.parametrize(("side", "value"), [("0", 3), ("1", 1)])
def test_people_may_agree_after_all_and_the_history_keeps_both(
    sheet: Sheet, side: str, value: int
) -> None:
    differ(sheet)

    settle(sheet, {**stamp(sheet), "side": side})

    now, before = sheet.history(GOV)
    assert now.after.value == Decimal(value)
    assert now.after.note == KEPT[int(side)]
    assert len(before.after.views) == 2


def test_people_agree_only_on_what_they_saw(sheet: Sheet) -> None:
    """T24: somebody changed a reason in the meantime."""
    differ(sheet)
    seen = stamp(sheet)
    differ(sheet, second_reason="Nu anders.")

    late = settle(sheet, {**seen, "side": "0"})

    assert late.headers["Location"] == place(sheet)
    assert reasons(sheet) == (KEPT[0], "Nu anders.")


@pytest.mark.parametrize("damaged", [{"side": "2"}, {"version": "-1"}, {"request_id": ""}])
def test_a_damaged_form_settles_nothing(sheet: Sheet, damaged: dict[str, str]) -> None:
    """R9."""
    differ(sheet)

    answer = settle(sheet, {**stamp(sheet), "side": "0", **damaged})

    assert answer.status_code == 400
    assert reasons(sheet) == KEPT


def test_the_review_shows_both_and_the_file_takes_them_along(sheet: Sheet) -> None:
    differ(sheet)

    file = sheet.browser.post(f"/scans/{sheet.scan}/file").data
    sheet.browser.post(f"/scans/{sheet.scan}/review")
    review = sheet.browser.page(f"/scans/{sheet.scan}/review")

    read = scanfile.read_bytes(file, sheet.site.parts.shelf, name="scan.yaml")
    assert "Hierover bent u het oneens (1)" in review.text
    assert all(reason in review.text for reason in KEPT)
    assert read.answers[GOV] == sheet.kept(GOV).answer


def test_a_function_that_a_file_brought_along_may_stay(sheet: Sheet) -> None:
    there = disputed(View("own_policy", "griffie", "Zo."), View("none", OURS, "Niet zo."))
    with sheet.site.parts.database.writing() as connection:
        question = sheet.question(PLAN)
        by = Stamp(None, NOON, "from-a-file")
        answers.write(connection, sheet.scan, question, there, over=NONE_YET, stamp=by)

    held = stamps(sheet.browser.page(place(sheet, item=PLAN)))
    sent = {**held, **BOTH, "first_value": "preparing", "first_function": "griffie"}
    sheet.browser.post(place(sheet, item=PLAN), {**sent, "second_value": "none"})

    first, second = sheet.kept().answer.views
    assert (first.value, first.function, second.function) == (
        "preparing",
        "griffie",
        "zorgcoördinator mensenhandel",
    )


def test_a_conflict_that_stays_leads_to_the_reasons(sheet: Sheet) -> None:
    """T24: without scripts; both were kept before."""
    over = sheet.stamps(GOV)
    sheet.send({"value": "3", "note": KEPT[0]}, over=over, item=GOV)
    mine = {"value": "1", "differ": "1", "request_id": "another-request"}

    kept = sheet.send(mine, over=over, item=GOV)

    assert kept.headers["Location"] == place(sheet)
    assert reasons(sheet) == (KEPT[0], "Nog geen reden gegeven.")
    assert "Nog geen reden gegeven." not in sheet.browser.page(place(sheet)).text


def test_a_script_shows_the_question_anew_when_both_are_kept(sheet: Sheet) -> None:
    """Its controls held one of both, and would have written over them with the next save."""
    over = sheet.stamps(GOV)
    sheet.send({"value": "3", "note": KEPT[0]}, over=over, item=GOV)
    mine = {"value": "1", "differ": "1", "request_id": "another-request"}

    reply = sheet.send(mine, over=over, item=GOV, script=True)

    assert f'<section class="question" id="{GOV}"' in reply.text
    assert 'value="!disputed" checked' in reply.text


def test_nobody_disagrees_while_the_scan_is_looked_over(sheet: Sheet) -> None:
    sheet.browser.post(f"/scans/{sheet.scan}/review")

    answer = sheet.browser.client.get(place(sheet))

    assert (answer.status_code, answer.location) == (303, f"/scans/{sheet.scan}/life")

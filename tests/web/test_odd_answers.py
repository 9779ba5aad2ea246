"""Answers that no page offers: out of range, hidden, or made of any signs at all."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote_from_bytes, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.answering import PLAN, Sheet
from tests.web.neighbours import neighbours
from tests.web.payloads import NUMBERS
from toolkit.domain.plain_text import plain
from toolkit.storage import assessments

pytestmark = pytest.mark.slow

KINDS = {
    "number": "context.population",
    "choice": "context.reception_location",
    "multi_choice": "context.risk_sectors",
    "scale": "gov.children_explicit",
    "yes_partly_no": "gov.political_owner",
}
OTHERS = {
    "number": ("yes", "own_policy", "2026-01-01"),
    "choice": ("5", "Ja", "YES", "own_policy", "yes,no"),
    "multi_choice": ("5", "x,y", "none;drop"),
    "scale": ("5", "2.5", "vier", "-1"),
    "yes_partly_no": ("4", "ja", "YES", "partly,no"),
}
HIDING, HIDDEN = "context.reception_location", "forms.unaccompanied"
ANY_TEXT = st.text(alphabet=st.characters(), max_size=400)


@pytest.fixture(scope="module")
def sheet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sheet]:
    """Somebody in front of a scan in which everything has an answer."""
    both = neighbours(tmp_path_factory.mktemp("both"), "draft")
    yield Sheet(both.site, both.site.signed_in(), both.ours.assessment)
    both.site.parts.database.close()


def outcome(sheet: Sheet) -> str:
    """Return everything that the outcome says, and go on answering."""
    database = sheet.site.parts.database
    with database.writing() as connection:
        assessments.set_state(connection, sheet.scan, "in_review")
    text = sheet.browser.page(f"/scans/{sheet.scan}/outcome").text
    with database.writing() as connection:
        assessments.set_state(connection, sheet.scan, "draft")
    return text


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_that_is_none_is_refused_and_changes_nothing(sheet: Sheet, kind: str) -> None:
    """T21: digits of other scripts, exponents, what is no number, options of other questions."""
    item = KINDS[kind]
    before = sheet.kept(item)

    taken = [
        value
        for value in (*NUMBERS, *OTHERS[kind])
        if sheet.send({"value": value}, item=item).status_code != 422
    ]

    assert taken == []
    assert sheet.kept(item) == before


def test_what_is_refused_moves_no_figure(sheet: Sheet) -> None:
    """T21, T22: the outcome is what it was, and says nothing that is no number."""
    before = outcome(sheet)

    statuses = {
        sheet.send({"value": value}, item=item).status_code
        for item in KINDS.values()
        for value in ("NaN", "1e400", "99", "-1")
    }

    assert outcome(sheet) == before
    assert statuses <= {422, 303}
    assert "nan" not in before.lower().split()


def test_an_answer_to_a_hidden_question_counts_for_nothing(sheet: Sheet) -> None:
    """T23, C2: it sleeps until the question shows."""
    assert sheet.send({"value": "no"}, item=HIDING).status_code == 303
    before = outcome(sheet)

    sent = sheet.send({"value": "0"}, item=HIDDEN)
    asleep = outcome(sheet)
    sheet.send({"value": "yes"}, item=HIDING)

    assert sent.status_code == 303
    assert asleep == before
    assert outcome(sheet) != before


@pytest.mark.parametrize("field", ["score", "points", "share", "level", "weight", "state"])
def test_nobody_sends_a_score(sheet: Sheet, field: str) -> None:
    """T5, T21: figures are computed, never taken."""
    before = outcome(sheet)
    extra = {field: "100", f"{PLAN}-{field}": "100"}

    sheet.browser.post(f"/scans/{sheet.scan}/items/{PLAN}", extra)

    assert outcome(sheet) == before


@pytest.mark.parametrize(
    "number", ["-1", "x", "1e9", "99999999999", "\u0661", "1\x00", "0x1", "1.0", " "]
)
def test_a_version_that_is_none_writes_over_nothing(sheet: Sheet, number: str) -> None:
    """T24, T21."""
    before = sheet.kept()

    answer = sheet.send({"value": "!unknown", "version": number})

    assert answer.status_code in (409, 422)
    assert sheet.kept() == before


@settings(max_examples=60)
@given(text=ANY_TEXT)
def test_any_text_at_all_is_kept_in_its_plain_form(sheet: Sheet, text: str) -> None:
    """T32: every code point there is, also halves of pairs; never a fault."""
    arrived = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    before = sheet.kept().answer.note
    fields = urlencode({**sheet.stamps(), f"{PLAN}-value": "!unknown"})
    note = quote_from_bytes(text.encode("utf-8", "surrogatepass"))

    answer = sheet.browser.client.post(
        f"/scans/{sheet.scan}/items/{PLAN}",
        data=f"{fields}&{PLAN}-note={note}",
        content_type="application/x-www-form-urlencoded",
    )

    came = (answer.status_code, sheet.kept().answer.note)
    assert came in ((303, plain(arrived)), (422, before))


@settings(max_examples=40)
@given(name=ANY_TEXT, value=ANY_TEXT)
def test_any_field_at_all_leads_to_no_fault(sheet: Sheet, name: str, value: str) -> None:
    """T32, T5: in a form, and behind an address."""
    field = "&".join(
        quote_from_bytes(one.encode("utf-8", "surrogatepass")) for one in (name, value)
    )

    page = sheet.browser.client.get(f"/scans/{sheet.scan}/report?{field}={field}")
    form = sheet.browser.client.post(
        f"/scans/{sheet.scan}/items/{PLAN}",
        data=f"{urlencode(sheet.stamps())}&{field}={field}",
        content_type="application/x-www-form-urlencoded",
    )

    assert page.status_code == 409  # people are still answering
    assert form.status_code in (303, 422)

"""What a scan begins with: a name and two questions, kept together."""

import pytest

from tests.web.builders import Browser, Site
from tests.web.pages import Page, looked_over
from toolkit.storage import answers
from toolkit.storage.database import NotWritten

PEOPLE, SHELTER = "context.population", "context.reception_location"


@pytest.fixture
def scan(site: Site) -> str:
    """The address of a short round."""
    return f"/scans/{site.a_scan()}/"


def filled(people: str = "48000", shelter: str = "planned", **more: str) -> dict[str, str]:
    stamps = {f"{one}-version": "0" for one in (PEOPLE, SHELTER)}
    requests = {f"{one}-request_id": f"the-request-of-{len(one)}" for one in (PEOPLE, SHELTER)}
    values = {f"{PEOPLE}-value": people, f"{SHELTER}-value": shelter}
    return {"name": "Voorbeeldstad", **values, **stamps, **requests, **more}


def held(page: Page, name: str) -> str:
    return next(
        one.attributes.get("value", "")
        for one in page.all("input")
        if one.attributes.get("name") == name and one.attributes.get("type") != "checkbox"
    )


def test_three_fields_are_kept_with_one_button(scan: str, browser: Browser) -> None:
    answer = browser.post(scan, filled())

    page = browser.page(scan)
    assert answer.status_code == 303
    assert held(page, "name") == "Voorbeeldstad"
    assert held(page, f"{PEOPLE}-value") == "48000"
    assert held(page, f"{PEOPLE}-version") == held(page, f"{SHELTER}-version") == "1"


def test_a_name_alone_is_enough_to_begin(scan: str, browser: Browser) -> None:
    answer = browser.post(scan, filled("", ""))

    page = browser.page(scan)
    assert answer.status_code == 303
    assert held(page, f"{PEOPLE}-version") == "0"


def test_without_a_name_nothing_is_kept_and_everything_stays_on_the_page(
    scan: str, browser: Browser
) -> None:
    """R9."""
    answer = browser.post(scan, filled(name=""))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert held(page, f"{PEOPLE}-value") == "48000"
    assert held(browser.page(scan), f"{PEOPLE}-version") == "0"


def test_the_name_and_the_answers_are_kept_together_or_not_at_all(
    scan: str, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R11."""

    def full(*_: object, **__: object) -> None:
        raise NotWritten("full")

    sent = filled()
    monkeypatch.setattr(answers, "write", full)
    answer = browser.post(scan, sent)

    assert answer.status_code == 503
    assert held(browser.page(scan), "name") == ""


@pytest.mark.parametrize("people", ["veel", "48.00.0", "-1", "1e9", "٤٨"])
def test_a_number_that_is_none_is_said_beside_it(scan: str, browser: Browser, people: str) -> None:
    """R9, T21."""
    answer = browser.post(scan, filled(people))

    page = looked_over(answer.text)
    assert answer.status_code == 422
    assert held(page, f"{PEOPLE}-value") == people
    assert f"#{PEOPLE}" in page.links()


@pytest.mark.parametrize("people", ["48.000", "48 000", "48\u00a0000", " 48000 "])
def test_a_number_in_groups_is_understood_and_shown_back(
    scan: str, browser: Browser, people: str
) -> None:
    answer = browser.post(scan, filled(people))

    page = browser.page(scan)
    assert answer.status_code == 303
    assert held(page, f"{PEOPLE}-value") == "48000"
    assert "Bewaard als: 48.000" in page.text


def test_a_colleague_who_was_first_is_not_written_over(scan: str, browser: Browser) -> None:
    """T24."""
    browser.post(scan, filled())

    stale = browser.post(scan, filled("50000", **{f"{PEOPLE}-request_id": "another-request"}))

    page = looked_over(stale.text)
    assert stale.status_code == 409
    assert held(page, f"{PEOPLE}-value") == "50000"
    assert "48.000" in page.text


def test_the_other_facts_are_for_later_each_with_its_reason(scan: str, browser: Browser) -> None:
    page = browser.page(scan)

    later = [link for link in page.links() if "/items/context." in link]
    assert len(later) == 8
    assert not any(link.endswith(PEOPLE) for link in later)
    assert "Schattingen van seksuele uitbuiting gaan vaak over deze groep." in page.text


def test_the_page_of_a_scan_leads_to_everything_around_the_answers(
    scan: str, browser: Browser
) -> None:
    links = browser.page(scan).links()

    around = {f"{scan}{name}" for name in ("find-out", "team", "evidence", "remarks", "actions")}
    assert around <= set(links)


def test_a_questionnaire_without_these_questions_asks_the_name_only(browser: Browser) -> None:
    begun = browser.post("/scans/", {"questionnaire": "child-rights-scan"})

    page = browser.page(begun.location)
    kept = browser.post(begun.location, {"name": "Voorbeeldstad"})

    assert held(page, "name") == ""
    assert kept.status_code == 303

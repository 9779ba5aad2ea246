"""The list of what is to be found out, and the mails that go with it."""

import pytest

from tests.web.builders import Browser, Site
from tests.web.pages import Page

PLAN = "gov.policy_adopted"


@pytest.fixture
def scan(site: Site) -> str:
    """The address of a short round."""
    return f"/scans/{site.a_scan()}"


def answer(browser: Browser, scan: str, item: str, version: int = 0, **fields: str) -> None:
    sent = {"version": str(version), "request_id": f"request-{version}", **fields}
    data = {f"{item}-{name}": value for name, value in sent.items()}
    assert browser.post(f"{scan}/items/{item}", data).status_code == 303


def asked(page: Page) -> list[str]:
    return [link.rpartition("/")[2] for link in page.links() if "/items/" in link]


def mails(page: Page) -> list[str]:
    fields = (one.attributes for one in page.all("input"))
    return [one["value"] for one in fields if one.get("id", "").endswith("-subject")]


def test_what_nobody_knows_stands_on_the_list_with_whom_to_ask(scan: str, browser: Browser) -> None:
    answer(browser, scan, PLAN, state="unknown")

    page = browser.page(f"{scan}/find-out")

    assert asked(page) == [PLAN]
    assert "sinds 20 november 2026" in page.text
    assert mails(page) == ["Vraagje: 1 vraag over jeugd"]


def test_what_was_passed_on_stands_under_the_role_that_was_chosen(
    scan: str, browser: Browser
) -> None:
    answer(browser, scan, PLAN, state="unknown", ask="privacy")

    page = browser.page(f"{scan}/find-out")

    assert "Privacy officer / functionaris gegevensbescherming (1)" in page.text


def test_an_answer_from_before_it_was_passed_on_is_no_news(scan: str, browser: Browser) -> None:
    answer(browser, scan, PLAN, value="own_policy")
    passing = {"value": "own_policy", "pass_on": "yes", "ask": "privacy"}
    answer(browser, scan, PLAN, 1, **passing)

    page = browser.page(f"{scan}/find-out")

    assert asked(page) == [PLAN]
    assert "er is intussen een antwoord" not in page.text


def test_an_empty_list_says_how_it_fills(scan: str, browser: Browser) -> None:
    page = browser.page(f"{scan}/find-out")

    assert asked(page) == []


def test_a_question_that_is_ticked_off_leaves_the_list(scan: str, browser: Browser) -> None:
    answer(browser, scan, PLAN, state="unknown")

    ticked = browser.post(f"{scan}/find-out/{PLAN}")

    assert ticked.status_code == 303
    assert asked(browser.page(f"{scan}/find-out")) == []


def test_a_question_that_got_an_answer_leaves_the_list(scan: str, browser: Browser) -> None:
    answer(browser, scan, PLAN, state="unknown")

    answer(browser, scan, PLAN, 1, value="own_policy")

    assert asked(browser.page(f"{scan}/find-out")) == []


def test_the_list_works_in_review_too(scan: str, browser: Browser) -> None:
    answer(browser, scan, PLAN, state="unknown")
    browser.post(f"{scan}/review")

    before = asked(browser.page(f"{scan}/find-out"))
    ticked = browser.post(f"{scan}/find-out/{PLAN}")

    assert before == [PLAN]
    assert ticked.status_code == 303


def test_a_final_list_can_be_read_only(scan: str, browser: Browser) -> None:
    """R10."""
    browser.post(f"{scan}/review")
    browser.post(f"{scan}/finalise")

    page = browser.page(f"{scan}/find-out")
    ticked = browser.post(f"{scan}/find-out/{PLAN}")

    assert len(asked(page)) == 23
    assert ticked.status_code == 409
    assert "Afvinken" not in page.text


def test_only_what_is_asked_can_be_ticked_off(scan: str, browser: Browser) -> None:
    """R9."""
    assert browser.post(f"{scan}/find-out/nergens").status_code == 404


def test_no_mail_tells_in_its_subject_what_it_is_about(scan: str, browser: Browser) -> None:
    """Somebody may look over a shoulder."""
    page = browser.page(f"{scan}/team")

    assert len(mails(page)) >= 8
    assert not any("mensenhandel" in subject.lower() for subject in mails(page))


def test_an_invitation_says_how_many_how_long_and_leaves_the_date_open(
    scan: str, browser: Browser
) -> None:
    page = browser.page(f"{scan}/team")

    assert "Het zijn 9 vragen, ongeveer 36 minuten." in page.text
    assert "vóór ……" in page.text


@pytest.mark.parametrize("page", ["find-out", "team", "evidence", "remarks", "actions"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_page_around_the_example_holds(browser: Browser, page: str, language: str) -> None:
    outcome = browser.post("/scans/example").headers["Location"]

    shown = browser.page(outcome.replace("outcome", page), language=language)

    assert len(shown.text) > 500


@pytest.mark.parametrize("page", ["find-out", "team", "evidence", "remarks", "actions"])
def test_nobody_sees_what_stands_around_a_scan_without_a_session(
    site: Site, scan: str, page: str
) -> None:
    """R27."""
    assert "user link" in site.visitor().page(f"{scan}/{page}", 401).text

"""Whether somebody may is asked before what they sent is looked at."""

from io import BytesIO

import pytest
from sqlalchemy import update

from tests.web.answering import PLAN, Sheet, a_sheet
from tests.web.builders import Browser, Site
from toolkit.domain.access import Role
from toolkit.storage import assessments
from toolkit.storage.tables import memberships

WRONG = {f"{PLAN}-value": "none of these", f"{PLAN}-version": "x", f"{PLAN}-request_id": "!"}
SAME = {f"{PLAN}-version": "0", f"{PLAN}-request_id": "request-12345"}
FORMS = {
    "a name that is none": ("", {"name": ""}),
    "a question": (f"items/{PLAN}", WRONG),
    "a question, as it stands": (f"items/{PLAN}", SAME),
    "a question, nothing at all": (f"items/{PLAN}", {}),
    "a question in a meeting": (f"meeting/{PLAN}", WRONG),
    "a theme": ("themes/gov", WRONG),
}


@pytest.fixture
def sheet(site: Site) -> Sheet:
    return a_sheet(site)


def become(site: Site, role: Role) -> None:
    with site.parts.database.writing() as connection:
        connection.execute(update(memberships).values(role=role.value))


@pytest.mark.parametrize(("where", "sent"), FORMS.values(), ids=FORMS.keys())
def test_a_reader_hears_that_whatever_was_sent(
    sheet: Sheet, where: str, sent: dict[str, str]
) -> None:
    """R26."""
    become(sheet.site, Role.READER)

    answer = sheet.browser.post(f"/scans/{sheet.scan}/{where}", sent)

    assert answer.status_code == 403


@pytest.mark.parametrize(("where", "sent"), FORMS.values(), ids=FORMS.keys())
def test_a_final_scan_says_so_whatever_was_sent(
    sheet: Sheet, where: str, sent: dict[str, str]
) -> None:
    """R10, R26."""
    with sheet.site.parts.database.writing() as connection:
        assessments.set_state(connection, sheet.scan, "final")

    answer = sheet.browser.post(f"/scans/{sheet.scan}/{where}", sent)

    assert answer.status_code == 409
    assert "Dit kan nu niet" in answer.text


def test_a_reader_makes_no_advice_an_action(site: Site, browser: Browser) -> None:
    """R26: it is asked in the same transaction in which it would be written."""
    address = browser.post("/scans/example").location.rpartition("/")[0]
    become(site, Role.READER)

    answer = browser.post(f"{address}/actions", {"advice": "no such advice"})

    assert answer.status_code == 403


def test_a_reader_has_no_file_read(site: Site) -> None:
    """R26: a file that is wrong in itself is not even opened."""
    browser = site.signed_in()
    become(site, Role.READER)
    fields = [field.attributes for field in browser.page("/help-now").all("input")]
    token = next(field["value"] for field in fields if field.get("name") == "csrf_token")

    file = (BytesIO(b"answers: ["), "scan.yaml")
    answer = browser.client.post("/more", data={"csrf_token": token, "file": file})

    assert answer.status_code == 403

"""The page on all data of a municipality: taking it along, erasing a person or everything."""

import io
import zipfile

import pytest

from tests.web.builders import NOON, Browser, Site
from tests.web.pages import looked_over
from toolkit.domain.access import Role
from toolkit.storage import accounts, tidying

NAME = "Voorbeeldstad"


@pytest.fixture
def data(site: Site, browser: Browser) -> str:
    """The address of the page of our municipality, which has a scan."""
    scan = site.a_scan()
    assert browser.post(f"/scans/{scan}/", {"name": NAME}).status_code == 303
    page = browser.page("/more")
    return next(link for link in page.links() if link.endswith("/data"))


def test_everything_comes_as_one_file(data: str, browser: Browser) -> None:
    """T103, R16."""
    answer = browser.post(f"{data}/everything")

    with zipfile.ZipFile(io.BytesIO(answer.data)) as archive:
        names = archive.namelist()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "voorbeeldstad-alles-2026-11-20.zip" in answer.headers["Content-Disposition"]
    assert {"manifest.json", "data.json", "members.json"} <= set(names)
    assert any(name.startswith("scans/") for name in names)


def test_a_municipality_goes_once_its_name_is_written_out(data: str, browser: Browser) -> None:
    """R25."""
    wrong = browser.post(f"{data}/erase", {"name": "voorbeeld"})

    right = browser.post(f"{data}/erase", {"name": NAME})

    assert wrong.status_code == 422
    assert "#name" in looked_over(wrong.text).links()
    assert right.status_code == 303
    assert browser.client.get(data).status_code == 404


def test_a_person_is_erased_after_a_page_that_says_what_goes(
    site: Site, data: str, browser: Browser
) -> None:
    """R33."""
    place = data.split("/")[2]
    with site.parts.database.writing() as connection:
        account = accounts.add(connection, operator=False, email="z@voorbeeld.nl", at=NOON)
        accounts.join(connection, account, place, Role.READER, "Zoe Kanarie", at=NOON)
    person = browser.page(f"/municipalities/{place}/people/2")
    asked = browser.page(f"{data}/people/2")

    answer = browser.post(f"{data}/people/2")

    assert f"{data}/people/2" in person.links()
    assert "Zoe Kanarie" in asked.text
    assert answer.status_code == 303
    assert "Zoe Kanarie" not in browser.page(f"/municipalities/{place}/people").text


def test_nobody_erases_themselves(data: str, browser: Browser) -> None:
    answer = browser.post(f"{data}/people/1")

    assert answer.status_code == 303
    assert "uzelf" in browser.page(data).text


def test_a_draft_that_will_go_is_said_on_the_start_page_and_can_be_kept(
    site: Site, browser: Browser
) -> None:
    """T100, R33."""
    scan = site.a_scan()
    with site.parts.database.writing() as connection:
        tidying.announce(connection, scan, at=NOON)
    told = browser.page("/")

    answer = browser.post(f"/scans/{scan}/keep")

    assert "20 december 2026" in told.text
    assert answer.status_code == 303
    assert "20 december 2026" not in browser.page("/").text

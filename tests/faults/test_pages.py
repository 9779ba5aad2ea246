"""A page says that nothing could be saved, keeps what was typed, and works again later (T72, T83)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disks import closed_to_us
from tests.web.builders import SHORT_ROUND, Site, a_site
from toolkit.storage.database import Database
from toolkit.wording import wording

KEPT = "What you had just written is still in your browser: go back one page to find it."


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = a_site(tmp_path)
    yield made
    made.parts.database.close()


@pytest.mark.parametrize("address", ["/", "/health"])
def test_a_page_without_its_database_is_unavailable_for_as_long(site: Site, address: str) -> None:
    """T72."""
    browser, folder = site.signed_in(), site.parts.settings.data
    site.parts.database.engine.dispose()

    with closed_to_us(folder):
        answer = browser.client.get(address)

    assert answer.status_code == 503
    assert browser.client.get(address).status_code == 200


def test_what_was_sent_while_another_program_held_the_data_stays_with_its_writer(
    site: Site,
) -> None:
    """T83."""
    browser, other = site.signed_in(), Database.at(site.parts.database.file)
    with site.parts.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")

    with other.writing():
        refused = browser.post("/scans/", SHORT_ROUND)

    other.close()
    assert refused.status_code == 503
    assert wording("nl")(KEPT) in refused.text
    assert browser.post("/scans/", SHORT_ROUND).status_code == 303

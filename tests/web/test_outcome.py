"""The outcome of a scan shows what a final scan keeps, and nothing else."""

import pytest

from tests.web.builders import Browser, Site
from toolkit.storage import assessments


@pytest.fixture
def final(browser: Browser) -> str:
    """The address of a final scan."""
    example = browser.post("/scans/example").location.rpartition("/")[0]
    browser.post(f"{example}/finalise")
    return str(example)


def test_a_final_scan_of_other_figures_than_it_keeps_shows_none(
    site: Site, final: str, browser: Browser
) -> None:
    """T22."""
    scan = final.rpartition("/")[2]
    with site.parts.database.writing() as connection:
        assessments.set_state(connection, scan, "final", result={"overall": 100})

    pages = [browser.page(f"{final}/{name}", 409).text for name in ("outcome", "outcome/gov")]

    sentence = "De cijfers van deze definitieve scan kloppen niet"
    assert [sentence in text for text in pages] == [True, True]
    assert browser.page(f"{final}/").links()

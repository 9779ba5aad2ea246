"""The pages before there is a scan, looked at in seconds; the others take minutes."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.gallery import pages_without_a_scan
from tests.browser.wall import hung


def test_the_first_pages_suit_everybody(chromium: Browser, tmp_path: Path) -> None:
    """WCAG 2.2 AA, in the dark, on a telephone, 400 %."""
    views = pages_without_a_scan(tmp_path / "pages", "nl")

    with hung(views, chromium, tmp_path / "wall") as wall:
        faults = wall.examine_all(360, "dark")

    assert views
    assert faults == []

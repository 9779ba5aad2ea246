"""A draft is taken away, after a question."""

from tests.web.builders import Browser, Site

NAME = "Berthe Kanarie"


def test_a_draft_is_removed_after_a_question(site: Site, browser: Browser) -> None:
    """T101: nothing of it stays in the file."""
    address = f"/scans/{site.a_scan()}"
    browser.post(f"{address}/remarks/foreword", {"text": NAME, "version": "0"})

    asked = browser.page(f"{address}/removal")
    removed = browser.post(f"{address}/removal")

    files = b"".join(file.read_bytes() for file in site.parts.settings.data.iterdir())
    assert "kan niet ongedaan" in asked.text
    assert removed.location == "/"
    assert NAME.encode() not in files
    browser.page(f"{address}/", 404)

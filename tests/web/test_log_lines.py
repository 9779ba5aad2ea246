"""What the pages log while somebody works: ids and kinds, never words or secrets."""

import json

import pytest
import structlog

from tests.web.answering import a_sheet
from tests.web.builders import Site

CANARY = "kanarie-in-een-antwoord"


def test_no_word_and_no_secret_reaches_the_log(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """R37, T75: not a text that was pointed at, not a link, not a cookie, not a name."""
    sheet = a_sheet(site)
    link = site.link()
    cookie = sheet.browser.client.get_cookie("krs")

    sheet.send({"value": "!unknown", "note": f"{CANARY} bel 06-12345678"})
    sheet.browser.post(f"/scans/{sheet.scan}/", {"name": CANARY})
    site.visitor().post(link)

    out, err = capsys.readouterr()
    assert cookie is not None
    assert "pointed_at" in {json.loads(line)["event"] for line in err.splitlines()}
    assert not any(
        secret in out + err for secret in (CANARY, "12345678", link.split("/")[-1], cookie.value)
    )


def test_a_line_that_was_forged_stays_one_line(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """T73: whatever stands in an address or in a header."""
    structlog.get_logger().info("here")

    site.visitor().client.get(
        "/scans/x%0a%7b%22event%22:%22forged%22%7d/", headers={"User-Agent": "x\x1b[2J"}
    )

    lines = capsys.readouterr().err.splitlines()
    assert [json.loads(line)["event"] for line in lines] == ["here"]

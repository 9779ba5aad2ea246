"""What people write, send or know never stands in the log, across a whole walk (T75, R37)."""

import pytest

from tests.documents.uploads import docx
from tests.web.answering import PLAN
from tests.web.builders import Browser, Site
from tests.web.test_evidence_files import an_entry, send

SECRETS = (
    "kanarie-wachtwoord",
    "kanarie-code",
    "kanarie-antwoord",
    "kanarie-in-bestand",
    "kanarie-naam-van-bestand",
    "kanarie-gezocht",
)
PASSWORD, CODE, ANSWER, INSIDE, NAMED, SOUGHT = SECRETS


def test_no_secret_stands_in_the_log(
    site: Site, browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    """T75: a password, a code, an answer, a file and its name, a text that is struck."""
    entry = an_entry(site, browser)
    scan = entry.partition("/evidence")[0]
    stamps = {f"{PLAN}-version": "0", f"{PLAN}-request_id": "a" * 32}
    answer = {f"{PLAN}-state": "unknown", f"{PLAN}-note": f"{ANSWER}, bel 06-12345678", **stamps}
    stranger = site.visitor()

    browser.post(f"{scan}/items/{PLAN}", answer)
    browser.post(f"{scan}/items/{PLAN}", {**answer, f"{PLAN}-note": ANSWER})
    send(browser, entry, docx(INSIDE), f"{NAMED}.docx")
    send(browser, entry, docx(f"{INSIDE} jan@voorbeeld.nl"), f"{NAMED}-2.docx")
    send(browser, entry, b"MZ" + INSIDE.encode(), f"{NAMED}.exe")
    browser.post(f"{scan}/review")
    browser.post(f"{scan}/finalise")
    browser.post(f"{scan}/rectification/strike", {"text": SOUGHT})
    stranger.post("/sign-in", {"email": f"{PASSWORD}@x.nl", "password": PASSWORD})
    stranger.post("/code", {"code": CODE})
    stranger.client.get(f"/start/{CODE}")

    said = "".join(capfd.readouterr())
    assert "file_refused" in said
    assert [secret for secret in SECRETS if secret in said] == []
